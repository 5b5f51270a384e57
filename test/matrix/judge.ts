import type { Outcome } from '../../domain/outcome.ts';
import { readBeside } from '../disposable/final-record.ts';
import { type Cell, nameOf, type Undisturbed } from './cells.ts';
import { FAILING, WITH_RIVAL } from './faults.ts';
import { type Played, Stage } from './play.ts';
import type { Ended } from './wire.ts';

/** Of a fault, its wake-ups, and a call that was delayed. */
const LATE_MINUTES = 8;

/** Plays a cell and says what is wrong with it; nothing if all is as it should be. */
export const wrongWith = async ({ situation, doing, place, fault }: Cell, undisturbed: Undisturbed) => {
  const stage = await Stage.set(situation);
  const played = await stage.play(doing, { plan: { ...place, fault } });
  if (!stage.hasStruck) return 'the fault did not happen';
  const last = played.tries.at(-1);
  if (last && last.kind !== 'done') return `the caller is left without an answer: ${last.why}`;
  // Only what cannot be known is worth another call; everything else is answered at once.
  const isStruckThere = place.process === 'act';
  if (played.tries.length > 1 && !(isStruckThere && FAILING.includes(fault)))
    return `the first call ended with ${whyOf(played.tries[0])}`;
  const isOvertakenOnce = place.process === 'act' && place.site === 'requests.replace' && fault === 'refused';
  if (isOvertakenOnce && !last?.value.agreed) return 'the caller is refused for a single race that was lost';
  const isFirst =
    !WITH_RIVAL.includes(fault) && !(fault === 'delayed' && [played, undisturbed.done].some(hasOfferedMeanwhile));
  return isFirst ? differenceOf(played, undisturbed, last) : undefined;
};

/** While a call is on its way the office may offer by itself what somebody is about to give. */
const hasOfferedMeanwhile = ({ heard }: Played): boolean =>
  heard.some(({ process, site }) => process === 'allocate-turns' && site === 'requests.replace');

/** Whoever is told that it was done finds it done, once; whoever is refused finds it done by the first try, or not at all. */
const differenceOf = ({ record }: Played, { done, left }: Undisturbed, last: Ended<Outcome<unknown>> | undefined) => {
  if (isSame(record, done.record)) return undefined;
  const isRefused = last?.kind === 'done' && !last.value.agreed;
  if (isRefused && isSame(record, left.record)) return undefined;
  return `${isRefused ? 'refused, and' : ''} the end is another: ${firstDifference(record, done.record)}`;
};

const isSame = (record: unknown, other: unknown): boolean => firstDifference(record, other) === undefined;

/** Drawn anew by each try; and how a letter's sending ended: that none is lost or sent twice is looked at by the checks. */
const UNSEEN = ['code', 'linkKey', 'result'];

const asSeen = (record: unknown): unknown =>
  JSON.parse(
    JSON.stringify(record, (name, value) => (UNSEEN.includes(name) && typeof value === 'string' ? undefined : value)),
  );

const firstDifference = (record: unknown, other: unknown): string | undefined => {
  const [ours, theirs] = [asSeen(record), asSeen(other)];
  const [mine, yours] = [lines(readBeside(ours, theirs, LATE_MINUTES)), lines(theirs)];
  const at = yours.findIndex((line, number) => mine[number] !== line);
  return at < 0 && mine.length === yours.length ? undefined : `${mine[at]} instead of ${yours[at]}`;
};

const lines = (value: unknown): string[] => JSON.stringify(value, null, 1).split('\n');

const whyOf = (ended: Ended<unknown> | undefined): string => (ended && 'why' in ended ? ended.why : 'nothing');

/** A cell in one line, as the list of what went wrong prints it. */
export const titleOf = ({ situation, doing, place, fault }: Cell): string =>
  `${nameOf(situation, doing)}: ${fault} at ${place.process} ${place.site} ${place.nth} (${place.status})`;
