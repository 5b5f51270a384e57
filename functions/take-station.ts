import type { Context } from '../domain/change.ts';
import { countBefore, waitingLine } from '../domain/live-place.ts';
import { isOffDay, tellTurnIsNear } from '../domain/meeting-day.ts';
import type { Office } from '../domain/office.ts';
import { policiesOf } from '../domain/office.ts';
import { agree, type Outcome, refuse } from '../domain/outcome.ts';
import type { Slots } from '../domain/ports/sessions.ts';
import type { Visits } from '../domain/ports/visits.ts';
import type { Appointment, Request } from '../domain/request.ts';
import type { Instant } from '../domain/time.ts';
import { THE_OFFICE } from '../domain/timeline.ts';
import { wrongState } from '../domain/triage.ts';
import { expectedVisit, type Station, stationOf, stepTo, type Visit, withThoseAhead } from '../domain/visit.ts';
import { type DecisionNeeds, decide } from './decide.ts';

export type StationNeeds = DecisionNeeds & { readonly visits: Visits; readonly slots: Slots };

/** A visit as it stands now, among all visits of its session. */
export type Stood = { readonly visit: Visit; readonly visits: readonly Visit[] };

type Wish = { readonly station: Station; readonly room?: string | undefined };

/** Brings the turn of a request one station further. The request itself is not written: only the visit beside its session. */
export const takeStation = async (
  request: Request,
  wish: Wish,
  context: Context,
  needs: StationNeeds,
): Promise<Outcome<Stood>> => {
  const first = await attempt(request, wish, context, needs);
  const done =
    first.agreed || first.reason !== 'changed-meanwhile' ? first : await attempt(request, wish, context, needs);
  // Whoever leaves the line brings the others nearer.
  if (done.agreed && wish.station !== 'arrived') await tellThoseNear(done.value.visits, request, context, needs);
  return done;
};

const attempt = async (
  request: Request,
  { station, room }: Wish,
  context: Context,
  { visits, slots }: StationNeeds,
): Promise<Outcome<Stood>> => {
  const turn = request.appointment;
  if (!turn || (request.status !== 'scheduled' && request.status !== 'met')) return wrongState(request);
  const off = isOffDay(turn, context);
  if (off) return off;
  const day = await visits.ofDay(request.city, turn.session, { strong: true });
  if (!day) return refuse('not-found');
  const before = visitOf(request, turn, day.visits);
  const stepped = stepTo(before, { station, at: context.at, room }, day.session.mode);
  if (!stepped.agreed) return stepped;
  if (stepped.value === before) return agree({ visit: before, visits: day.visits });
  if (request.status !== 'scheduled') return wrongState(request);
  const begins = stationOf(before) === undefined;
  const next = begins ? withThoseAhead(stepped.value, await slots.of(day.session), context.at) : stepped.value;
  const saved = await visits.save(next);
  if (!saved.agreed) return saved;
  return agree({ visit: next, visits: withVisit(day.visits, next) });
};

/** The visit of a request's turn; somebody else's, who had the slot before, is overwritten by it. */
export const visitOf = (request: Request, turn: Appointment, visits: readonly Visit[]): Visit => {
  const fresh = expectedVisit(request, turn);
  const known = visits.find(({ number }) => number === fresh.number);
  return known?.request === request.id ? known : { ...fresh, version: known?.version ?? 0 };
};

export const withVisit = (visits: readonly Visit[], visit: Visit): Visit[] => [
  ...visits.filter(({ number }) => number !== visit.number),
  visit,
];

/** Whoever has few before them now is written to: at most once, by whoever notes it first. */
const tellThoseNear = async (
  visits: readonly Visit[],
  { unit }: Request,
  { office, at }: Context,
  needs: StationNeeds,
): Promise<void> => {
  const { tellsTurnNearAt = 0 } = policiesOf(office, unit);
  for (const visit of waitingLine(visits)) {
    const before = countBefore(visits, visit, at);
    if (visit.toldAt !== undefined || visit.calledAt !== undefined || before < 1 || before > tellsTurnNearAt) continue;
    const noted = await needs.visits.save({ ...visit, toldAt: at, version: visit.version + 1 });
    if (noted.agreed) await tell(visit, before, office, needs);
  }
};

const tell = async ({ city, request }: Visit, before: number, office: Office, needs: StationNeeds): Promise<void> => {
  const read = async (): Promise<Outcome<Request>> => {
    const found = await needs.requests.find(city, request);
    return found ? agree(found) : refuse('not-found');
  };
  await decide({ read, rule: (now, context) => tellTurnIsNear(now, before, context), by: THE_OFFICE, office }, needs);
};

/** The times of a visit, as the timeline keeps them. */
export const timesOf = ({ arrivedAt, calledAt, inAt, outAt }: Visit): Readonly<Record<string, Instant>> => ({
  ...(arrivedAt && { arrivedAt }),
  ...(calledAt && { calledAt }),
  ...(inAt && { inAt }),
  ...(outAt && { outAt }),
});
