import type { recordAttendance } from '../../contract/staff/turn.ts';
import { recordAttendance as attend } from '../../domain/meeting.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Visits } from '../../domain/ports/visits.ts';
import { miss, unmiss, type Visit } from '../../domain/visit.ts';
import type { Answer, Call } from '../answer.ts';
import { visitOf } from '../take-station.ts';
import { byStaff, decideForUnit } from './decide-for-unit.ts';
import { type OfferAnotherNeeds, offerAnother } from './offer-another.ts';
import { unitRequest } from './unit-request.ts';

type Needs = OfferAnotherNeeds & { readonly visits: Visits };
type AttendanceCall = Call<typeof recordAttendance>;

export const answer: Answer<typeof recordAttendance, Needs> = (call, needs) => {
  switch (call.body.attendance) {
    case 'arrived':
      return record(call, needs);
    case 'no-show':
      return missed(call, needs);
    case 'host-absent':
      return hostAbsent(call, needs);
  }
};

const record = (call: AttendanceCall, needs: Needs) => {
  const { attendance, reason = 'not-came' } = call.body;
  const facts: Record<string, string> = attendance === 'no-show' ? { reason } : {};
  return decideForUnit(call, 'check-in', (request, context) => attend(request, attendance, context, facts), needs);
};

/** The visit says first that nobody came, so that nobody who checks in at this moment is said to have stayed away. */
const missed = async (call: AttendanceCall, needs: Needs): ReturnType<typeof record> => {
  const noted = await noteMissed(call, needs);
  if (!noted.agreed) return noted;
  const recorded = await record(call, needs);
  if (!recorded.agreed) await needs.visits.save(unmiss(noted.value));
  return recorded;
};

const noteMissed = async (call: AttendanceCall, { requests, visits, clock }: Needs): Promise<Outcome<Visit>> => {
  const { city, office, caller, params } = call;
  const found = await unitRequest({ ...call, id: params.id }, 'check-in', requests)();
  if (!found.agreed) return found;
  const at = clock.now();
  const possible = attend(found.value, 'no-show', { at, by: byStaff(caller), office });
  const turn = found.value.appointment;
  if (!possible.agreed || !turn) return possible.agreed ? refuse('not-found') : possible;
  const day = await visits.ofDay(city, turn.session, { strong: true });
  const before = visitOf(found.value, turn, day?.visits ?? []);
  const gone = miss(before, at);
  return gone.agreed && gone.value !== before ? visits.save(gone.value) : gone;
};

/** Never the citizen's fault: the official's next free turn is held at once. */
const hostAbsent = async (call: AttendanceCall, needs: Needs): ReturnType<typeof record> => {
  const before = await needs.requests.find(call.city, call.params.id);
  const recorded = await record(call, needs);
  if (!recorded.agreed) return recorded;
  const offered = await offerAnother(call, before?.appointment?.session, needs);
  return offered ? agree(offered) : recorded;
};
