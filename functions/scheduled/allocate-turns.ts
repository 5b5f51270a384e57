import { isInTime } from '../../domain/closure.ts';
import type { Post } from '../../domain/ledger.ts';
import { offer } from '../../domain/offers.ts';
import { findOfficial, type Office, policiesOf } from '../../domain/office.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Queues } from '../../domain/ports/queues.ts';
import type { Sessions } from '../../domain/ports/sessions.ts';
import { isFreeForQueue, type Slot } from '../../domain/slot.ts';
import { type Instant, plusMinutes } from '../../domain/time.ts';
import { THE_OFFICE } from '../../domain/timeline.ts';
import { wrongState } from '../../domain/triage.ts';
import { type DecisionNeeds, decide } from '../decide.ts';
import { slotsAhead } from '../slots-ahead.ts';
import { type HoldingNeeds, whileHolding } from '../while-holding.ts';
import { type DrawNeeds, drawnHeads } from './draw-lots.ts';
import { inTurns } from './in-turns.ts';
import { type EarlierNeeds, offerEarlierTurns } from './offer-earlier.ts';
import { type Pair, suitedPairs } from './suited-pairs.ts';

export type AllocateNeeds = DecisionNeeds &
  HoldingNeeds &
  EarlierNeeds &
  DrawNeeds & { readonly directory: Directory; readonly sessions: Sessions; readonly queues: Queues };

/** Turns that were offered, heads or slots that were gone meanwhile, and queues that could not be worked. */
export type Allocated = Readonly<Record<'offered' | 'missed' | 'failed', number>>;

const MOST_MARKS_PER_CITY = 500;
const MOST_IN_A_WAVE = 300;

/**
 * Offers free turns to the heads of the queues, in waves: as many as there are free regular turns, and the next ones when an
 * offer was answered or has lapsed. It looks at marked queues only, so that its cost follows what happened to them; done
 * again, or by two at once, it offers nothing twice.
 */
export const run = async (needs: AllocateNeeds): Promise<Allocated> => {
  const sums = { offered: 0, missed: 0, failed: 0 };
  for (const city of await needs.directory.cities()) {
    const office = await needs.directory.office(city);
    if (!office) continue;
    const marks = await needs.queues.due(city, needs.clock.now(), MOST_MARKS_PER_CITY);
    const queues = [...Map.groupBy(marks, ({ official }) => official)];
    const waves = await inTurns(queues, async ([official, looks]) => {
      const wave = await allocate({ city, official }, office, needs);
      await needs.queues.done(city, looks);
      return wave;
    });
    for (const wave of waves) {
      if (wave === 'failed') sums.failed += 1;
      else {
        sums.offered += wave.offered;
        sums.missed += wave.missed;
      }
    }
  }
  return sums;
};

type Wave = { readonly offered: number; readonly missed: number };
const NO_WAVE: Wave = { offered: 0, missed: 0 };

const allocate = async (post: Post, office: Office, needs: AllocateNeeds): Promise<Wave> => {
  const official = findOfficial(office, post.official);
  if (!official || !policiesOf(office, official.unit).offersByItself) return NO_WAVE;
  const at = needs.clock.now();
  const line = await needs.requests.line(post.city, post.official, MOST_IN_A_WAVE);
  const ahead = await slotsAhead({ ...post, at }, needs);
  const free = ahead.filter((slot) => isFreeForQueue(slot, at) && isInTime(slot, at)).slice(0, MOST_IN_A_WAVE);
  if (line.length === 0) {
    const ends = await offerEarlierTurns(post, free, office, needs);
    if (ends !== undefined) await needs.queues.lookAgain(post, ends);
    return NO_WAVE;
  }
  const { drawNoticeHours: noticeHours } = policiesOf(office, official.unit);
  const asked = { post, line, places: free.length, at, noticeHours };
  const heads = official.allocation === 'draw' ? await drawnHeads(asked, needs) : line;
  const pairs = await suitedPairs(free, heads, post.city, needs.requests);
  const outcomes = await inTurns(pairs, (pair) => offerTo(pair, post.city, office, needs));
  const offered = outcomes.filter((outcome) => outcome === true).length;
  const missed = pairs.length - offered;
  const next = missed > 0 ? plusMinutes(at, 1) : line.length > offered ? nextFree(ahead, at) : undefined;
  if (next !== undefined) await needs.queues.lookAgain(post, next);
  return { offered, missed };
};

/** When the next turn may come free by itself: a hold that ends, or one that was given back and rests. */
const nextFree = (ahead: readonly Slot[], at: Instant): Instant | undefined =>
  ahead
    .flatMap(({ holdUntil, freeFrom }) => [holdUntil ?? freeFrom ?? at])
    .filter((moment) => moment > at)
    .toSorted()[0];

const offerTo = async ({ slot, head }: Pair, city: string, office: Office, needs: AllocateNeeds): Promise<boolean> => {
  const read = async () => {
    const request = await needs.requests.find(city, head.id);
    return request ? agree(request) : refuse('not-found');
  };
  const rule: Parameters<typeof decide>[0]['rule'] = (request, context) =>
    request.status === 'waiting' ? offer(request, [slot], context) : wrongState(request);
  const found = await read();
  if (!found.agreed) return false;
  const possible = rule(found.value, { at: needs.clock.now(), by: THE_OFFICE, office });
  if (!possible.agreed) return false;
  const { before, after } = possible.value;
  const holding = { request: before, until: after.deadline.at, forQueue: true };
  const act = () => decide({ read, rule, by: THE_OFFICE, office }, needs);
  return (await whileHolding([slot], holding, act, needs)).agreed;
};
