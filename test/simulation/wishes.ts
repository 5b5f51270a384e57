import * as z from 'zod/mini';
import type { Request } from '../../domain/request.ts';
import { isFree, type Slot } from '../../domain/slot.ts';
import { localDateOf, plusDays } from '../../domain/time.ts';
import { STATIONS, type Station, stationOf } from '../../domain/visit.ts';
import type { Dice } from '../../local/demo/dice.ts';
import type { Wanted } from './act-makers.ts';
import { nextAct } from './acts.ts';
import { CITY } from './city.ts';
import type { SimulatedOffice } from './office.ts';
import { call, holder } from './people.ts';

type About = {
  readonly request: Request;
  /** Another request of the same person. */
  readonly twin: string | undefined;
  /** The turn that somebody else is about to get; if it is still to come, nothing else will do. */
  readonly coveted: string | undefined;
};

/** What somebody does about a request now, from what they can see; nothing if they leave it. */
export const wishOf = async (
  simulated: SimulatedOffice,
  { request, twin, coveted }: About,
  dice: Dice,
): Promise<Wanted | undefined> => {
  const office = simulated.ports.directory.dataOf(CITY);
  if (!office) return undefined;
  const now = simulated.clock.now();
  if (request.status === 'waiting' && !turnsOf(simulated, request).some((slot) => isFree(slot, now)))
    await planFor(simulated, request, dice);
  const toCome = turnsOf(simulated, request);
  const theSame = toCome.filter(({ id }) => id === coveted);
  // Some look at an old page, on which turns are free that are taken by now.
  const shown = dice(6) === 0 ? toCome : toCome.filter((slot) => isFree(slot, now));
  const free = theSame.length > 0 ? theSame : shown;
  return nextAct({ request, office, dice, free, twin, station: stationAhead(simulated, request) });
};

/** The turn, or the first of the turns, that a call is about. */
export const slotIn = (body: unknown): string | undefined =>
  z.safeParse(z.object({ slot: z.string() }), body).data?.slot ??
  z.safeParse(z.object({ slots: z.array(z.string()) }), body).data?.slots[0];

const turnsOf = ({ house, clock }: SimulatedOffice, { official }: Request): Slot[] => {
  const now = clock.now();
  return [...house.slots.values()]
    .filter((slot) => slot.official === official && slot.startsAt > now)
    .toSorted((a, b) => (a.startsAt + a.id < b.startsAt + b.id ? -1 : 1));
};

const stationAhead = ({ house }: SimulatedOffice, { appointment, id }: Request): Station => {
  const visits = [...house.visits.values()];
  const visit = visits.find(({ request, slot }) => request === id && slot === appointment?.slot);
  const last = visit && stationOf(visit);
  return STATIONS[last === undefined ? 0 : STATIONS.indexOf(last) + 1] ?? 'out';
};

/** A short morning, so that turns stay rare. */
const planFor = async ({ ports, clock }: SimulatedOffice, { official, unit }: Request, dice: Dice): Promise<void> => {
  const office = ports.directory.dataOf(CITY);
  const venue = office?.venues.find((each) => each.unit === unit)?.id ?? office?.venues[0]?.id;
  const on = plusDays(localDateOf(clock.now(), office?.city.timeZone ?? 'UTC'), 4 + dice(10));
  const body = { venue, mode: 'in-person', on, from: '10:00', to: '11:00' };
  const caller = holder(office?.users ?? [], 'unit-manager', unit);
  const wanted = { operation: 'plan-session', caller, params: { official }, body };
  await call(wanted, { life: 0, key: `session-${official}-${on}` }, ports);
};
