import type { Instant } from './time.ts';
import { later, plusMillis, toMillis } from './time.ts';
import { stationOf, type Visit } from './visit.ts';

/** Where somebody stands on the meeting day. `before`: how many are to be let in first. */
export type LivePlace =
  | { readonly state: 'expected'; readonly before: number }
  | { readonly state: 'waiting'; readonly before: number; readonly estimatedAt: Instant }
  | { readonly state: 'called'; readonly room?: string | undefined }
  | { readonly state: 'in' | 'out' | 'missed' };

/** Those who are here and not yet in, in the order in which they are called: by the time of their turns. */
export const waitingLine = (visits: readonly Visit[]): Visit[] =>
  visits
    .filter((visit) => visit.arrivedAt !== undefined && visit.inAt === undefined && stationOf(visit) !== 'out')
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt) || a.number - b.number);

/** The place of one turn, read from the visits of its session alone. */
export const livePlace = (visits: readonly Visit[], number: number, at: Instant): LivePlace => {
  const own = visits.find((visit) => visit.number === number);
  if (!own || (stationOf(own) === undefined && own.missedAt === undefined)) {
    return { state: 'expected', before: waitingLine(visits).filter((visit) => visit.number < number).length };
  }
  if (own.missedAt !== undefined) return { state: 'missed' };
  const station = stationOf(own);
  if (station === 'in' || station === 'out') return { state: station };
  if (station === 'called') return { state: 'called', room: own.room };
  const before = countBefore(visits, own, at);
  return { state: 'waiting', before, estimatedAt: estimate(visits, own, before, at) };
};

/** Those who wait here, and the holders of earlier turns who may still come: until the end of their turns. */
export const countBefore = (visits: readonly Visit[], own: Visit, at: Instant): number => {
  const line = waitingLine(visits);
  const here = line.slice(
    0,
    Math.max(
      0,
      line.findIndex(({ number }) => number === own.number),
    ),
  );
  const known = new Set(visits.filter((visit) => stationOf(visit) ?? visit.missedAt).map(({ number }) => number));
  return here.length + own.ahead.filter(({ number, endsAt }) => endsAt > at && !known.has(number)).length;
};

/** Nobody is called before their time; after it, each who is before takes as long as a turn is long. */
const estimate = (visits: readonly Visit[], own: Visit, before: number, at: Instant): Instant => {
  const length = toMillis(own.endsAt) - toMillis(own.startsAt);
  const inside = visits.filter(({ inAt, outAt }) => inAt !== undefined && outAt === undefined);
  const left = inside.map(({ inAt = at }) => Math.max(0, toMillis(inAt) + length - toMillis(at)));
  return later(own.startsAt, plusMillis(at, Math.max(0, ...left) + before * length));
};
