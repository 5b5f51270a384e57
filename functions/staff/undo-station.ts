import type { undoStation } from '../../contract/staff/meeting-day.ts';
import { isOffDay, takeBackArrival } from '../../domain/meeting-day.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { CaseFiles } from '../../domain/ports/case-files.ts';
import type { Request } from '../../domain/request.ts';
import { wrongState } from '../../domain/triage.ts';
import { stepBack } from '../../domain/visit.ts';
import type { Answer, Call } from '../answer.ts';
import { decide } from '../decide.ts';
import { type StationNeeds, visitOf, withVisit } from '../take-station.ts';
import { byStaff } from './decide-for-unit.ts';
import { unitRequest } from './unit-request.ts';
import { viewVisited } from './view-visited.ts';

type Needs = StationNeeds & { readonly caseFiles: CaseFiles };

export const answer: Answer<typeof undoStation, Needs> = async (call, needs) => {
  const { city, office, params, caller } = call;
  const found = await unitRequest({ ...call, id: params.id }, 'check-in', needs.requests)();
  if (!found.agreed) return found;
  const turn = found.value.appointment;
  if (!turn) return wrongState(found.value);
  const [at, by] = [needs.clock.now(), byStaff(caller)];
  const off = isOffDay(turn, { at, by, office });
  if (off) return off;
  const day = await needs.visits.ofDay(city, turn.session, { strong: true });
  const back = day ? stepBack(visitOf(found.value, turn, day.visits)) : refuse('not-found');
  if (!day || !back.agreed) return back.agreed ? refuse('not-found') : back;
  const request = found.value.status === 'met' ? await unmeet(call, needs) : found;
  if (!request.agreed) return request;
  const saved = await needs.visits.save(back.value);
  if (!saved.agreed) return saved;
  const stood = { visit: saved.value, visits: withVisit(day.visits, saved.value) };
  return agree(viewVisited(request.value, stood, { ...call, at }));
};

/** Who is not out has not been met yet. */
const unmeet = async (
  { city, office, params, caller }: Call<typeof undoStation>,
  needs: Needs,
): Promise<Outcome<Request>> => {
  const file = await needs.caseFiles.read(city, params.id);
  if (!file) return refuse('not-found');
  const { request, events } = file;
  const read = async () => agree(request);
  return decide(
    { read, rule: (now, context) => takeBackArrival(now, events, context), by: byStaff(caller), office },
    needs,
  );
};
