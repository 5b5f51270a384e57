import { agendaOf, type Committee, type Matter, unitsBelow } from '../../domain/committee.ts';
import { calendarOf, type Office } from '../../domain/office.ts';
import type { Committees } from '../../domain/ports/committees.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Instant } from '../../domain/time.ts';
import { afterWorkingDays } from '../../domain/working-time.ts';
import { inTurns } from '../scheduled/in-turns.ts';

type Needs = { readonly requests: Requests; readonly committees: Committees };

const MOST_OF_A_UNIT = 300;

/** What is overdue or disputed in the unit and below it, with what the committee before has left undecided. */
export const agendaNow = async (
  { city, unit, follows }: Committee,
  { office, at }: { office: Office; at: Instant },
  { requests, committees }: Needs,
): Promise<Matter[]> => {
  const until = nextClimbs(unit, office, at);
  const piles = await inTurns(unitsBelow(office, unit, at), (id) =>
    requests.ordersOf(city, id, { limit: MOST_OF_A_UNIT, until }),
  );
  const pressing = piles.flatMap((pile) => (pile === 'failed' ? [] : pile.items));
  const ids = [...new Set(pressing.map(({ request }) => request))];
  const found = await inTurns(ids, (id) => requests.find(city, id));
  const byId = new Map(found.flatMap((one) => (one && one !== 'failed' ? [[one.id, one] as const] : [])));
  const orders = pressing.flatMap(({ request: id, order: number }) => {
    const request = byId.get(id);
    const order = request?.orders.find((one) => one.number === number);
    return request && order ? [{ request, order }] : [];
  });
  const before = follows === undefined ? undefined : await committees.find(city, follows);
  return agendaOf(orders, before?.matters ?? [], office);
};

/** Whatever is overdue or disputed climbs, or is looked at again, within the time of its rung. */
const nextClimbs = (unit: string, office: Office, at: Instant): Instant => {
  const all = [office.city.policies, ...office.units.flatMap(({ policies }) => policies ?? [])];
  const days = all.flatMap(({ rungWorkingDays = 0, ladder = [] }) => [
    rungWorkingDays,
    ...ladder.map(({ workingDays = 0 }) => workingDays),
  ]);
  return afterWorkingDays(calendarOf(office, unit), at, Math.max(...days) + 1).at;
};
