import { type EarlierWish, earlierUntil, mayBeAsked, offerEarlier } from '../../domain/earlier-turn.ts';
import type { Post } from '../../domain/ledger.ts';
import type { Office } from '../../domain/office.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { EarlierWishes } from '../../domain/ports/earlier-wishes.ts';
import type { Slot } from '../../domain/slot.ts';
import { type Instant, later } from '../../domain/time.ts';
import { THE_OFFICE } from '../../domain/timeline.ts';
import { type DecisionNeeds, decide } from '../decide.ts';
import { type HoldingNeeds, whileHolding } from '../while-holding.ts';

export type EarlierNeeds = DecisionNeeds & HoldingNeeds & { readonly earlierWishes: EarlierWishes };

const MOST_WISHES = 50;

/**
 * Offers turns that nobody waits for to those who have a later one and wish for an earlier: each the earliest that suits, in
 * the order of the queue.
 *
 * @returns when the last of these offers ends; nothing if there was none
 */
export const offerEarlierTurns = async (
  post: Post,
  free: readonly Slot[],
  office: Office,
  needs: EarlierNeeds,
): Promise<Instant | undefined> => {
  if (free.length === 0) return undefined;
  let left = free;
  let ends: Instant | undefined;
  for (const wish of await needs.earlierWishes.of(post, MOST_WISHES)) {
    const offered = await offerTo(wish, left, office, needs);
    if (!offered) continue;
    left = left.filter(({ id }) => id !== offered.slot.id);
    ends = later(ends ?? offered.until, offered.until);
  }
  return ends;
};

const offerTo = async (wish: EarlierWish, free: readonly Slot[], office: Office, needs: EarlierNeeds) => {
  const context = { at: needs.clock.now(), by: THE_OFFICE, office };
  const request = await needs.requests.find(wish.city, wish.request);
  if (request?.status !== 'scheduled') {
    await needs.earlierWishes.remove(wish);
    return undefined;
  }
  const slot = free.find(({ startsAt }) => startsAt < request.appointment.startsAt);
  if (!slot || !mayBeAsked(wish, request.unit, context)) return undefined;
  // Counted first: whatever happens then, nobody is asked more often than the city says.
  const counted = { ...wish, offers: wish.offers + 1, offeredAt: context.at, version: wish.version + 1 };
  if (!(await needs.earlierWishes.save(counted))) return undefined;
  const until = earlierUntil(request, slot, context);
  const read = async () => {
    const found = await needs.requests.find(wish.city, wish.request);
    return found ? agree(found) : refuse('not-found');
  };
  const rule: Parameters<typeof decide>[0]['rule'] = (now, told) => offerEarlier(now, slot, told);
  const act = () => decide({ read, rule, by: THE_OFFICE, office }, needs);
  const done = await whileHolding([slot], { request, until, forQueue: true }, act, needs);
  return done.agreed ? { slot, until } : undefined;
};
