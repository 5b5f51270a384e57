import * as z from 'zod/mini';
import type { Outcome, Refused } from './outcome.ts';
import { agree, refuse, refuseField } from './outcome.ts';
import type { Appointment } from './request.ts';
import type { Session } from './session.ts';
import { isTaken, type Slot } from './slot.ts';
import { Instant } from './time.ts';

/** What happens to a turn on its day, in this order. By phone or video nobody arrives: there the call comes first. */
export const STATIONS = ['arrived', 'called', 'in', 'out'] as const;
export type Station = (typeof STATIONS)[number];

/**
 * The meeting day of one turn, kept beside its session: the request is not touched before the visit is over. It names nobody.
 */
export const Visit = z.object({
  city: z.string(),
  session: z.string(),
  slot: z.string(),
  number: z.int(),
  request: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  arrivedAt: z.optional(Instant),
  calledAt: z.optional(Instant),
  inAt: z.optional(Instant),
  outAt: z.optional(Instant),
  /** Where it was called to. */
  room: z.optional(z.string()),
  /** Nobody came, said the staff: from then on nobody can arrive. */
  missedAt: z.optional(Instant),
  /** Earlier turns that were taken when this visit began, and when they end: who holds them may still come. */
  ahead: z.array(z.object({ number: z.int(), endsAt: Instant })),
  /** The applicant knows, or was written to, that the turn is near. */
  toldAt: z.optional(Instant),
  version: z.int(),
});
export type Visit = z.infer<typeof Visit>;

const FIELDS = { arrived: 'arrivedAt', called: 'calledAt', in: 'inAt', out: 'outAt' } as const satisfies Record<
  Station,
  keyof Visit
>;

/** Before anything has happened to it. */
export const expectedVisit = (
  { city, id: request }: { readonly city: string; readonly id: string },
  { session, slot, startsAt, endsAt }: Appointment,
): Visit => ({
  ...{ city, session, slot, number: numberOfSlot(slot), request, startsAt, endsAt },
  ...{ ahead: [], version: 0 },
});

/** A slot's id ends with its number in the session. */
export const numberOfSlot = (slot: string): number => Number(slot.slice(slot.lastIndexOf('-') + 1));
export const sessionOfSlot = (slot: string): string => slot.slice(0, slot.lastIndexOf('-'));

/** The last station that a visit has come to; none while it is expected. */
export const stationOf = (visit: Visit): Station | undefined =>
  STATIONS.findLast((station) => visit[FIELDS[station]] !== undefined);

/** On which stations somebody must have been before this one: who was never let in does not come out. */
const needs = (station: Station, mode: Session['mode']): Station | undefined =>
  station === 'out' ? 'in' : mode === 'in-person' && station !== 'arrived' ? 'arrived' : undefined;

export type Step = { readonly station: Station; readonly at: Instant; readonly room?: string | undefined };

/** One station further. Said twice it is the same step; a step back, and one that leaves out what must come before, is refused. */
export const stepTo = (visit: Visit, { station, at, room }: Step, mode: Session['mode']): Outcome<Visit> => {
  if (visit.missedAt !== undefined) return refuse('wrong-state', { why: 'missed' });
  if (mode !== 'in-person' && station === 'arrived') return refuseField('station', 'not-by-phone');
  const before = needs(station, mode);
  if (before && visit[FIELDS[before]] === undefined) return refuse('wrong-state', { why: `not-${before}` });
  const isCalledElsewhere = station === 'called' && room !== undefined && room !== visit.room;
  const last = stationOf(visit);
  if (last === station && !isCalledElsewhere) return agree(visit);
  if (last !== undefined && STATIONS.indexOf(last) > STATIONS.indexOf(station)) return isBehind(last);
  const next = { ...visit, [FIELDS[station]]: at, version: visit.version + 1 };
  return agree(room === undefined ? next : { ...next, room });
};

const isBehind = (last: Station): Refused => refuse('wrong-state', { why: `already-${last}` });

/** Takes the last step back: it was a slip of the hand. */
export const stepBack = (visit: Visit): Outcome<Visit> => {
  const last = stationOf(visit);
  if (last === undefined) return refuse('wrong-state', { why: 'not-arrived' });
  const { [FIELDS[last]]: _, ...rest } = visit;
  const { room: __, ...nowhere } = rest;
  return agree(z.parse(Visit, { ...(last === 'called' ? nowhere : rest), version: visit.version + 1 }));
};

/** Nobody came. Whoever was checked in, or was spoken to by phone, can never be said to have missed the turn. */
export const miss = (visit: Visit, at: Instant): Outcome<Visit> => {
  if (visit.arrivedAt !== undefined || visit.inAt !== undefined) {
    return refuse('session-impossible', { why: 'checked-in' });
  }
  return agree(visit.missedAt === undefined ? { ...visit, missedAt: at, version: visit.version + 1 } : visit);
};

/** What was said about a turn that nobody came to does not hold: the request has gone another way. */
export const unmiss = ({ missedAt: _, ...visit }: Visit): Visit => ({ ...visit, version: visit.version + 1 });

/** Knows who holds an earlier turn of the session; asked once, when the visit begins. */
export const withThoseAhead = (visit: Visit, slots: readonly Slot[], at: Instant): Visit => ({
  ...visit,
  ahead: slots
    .filter((slot) => slot.startsAt < visit.startsAt && isTaken(slot, at))
    .map(({ number, endsAt }) => ({ number, endsAt })),
});
