import type { recordStation } from '../../contract/staff/meeting-day.ts';
import { recordAttendance } from '../../domain/meeting.ts';
import { agree } from '../../domain/outcome.ts';
import type { Answer } from '../answer.ts';
import { decide } from '../decide.ts';
import { type StationNeeds, takeStation, timesOf } from '../take-station.ts';
import { byStaff } from './decide-for-unit.ts';
import { unitRequest } from './unit-request.ts';
import { viewVisited } from './view-visited.ts';

/** Whoever comes out has been met: the attendance follows from the visit, with its times. */
export const answer: Answer<typeof recordStation, StationNeeds> = async (call, needs) => {
  const { office, params, caller, body } = call;
  const read = unitRequest({ ...call, id: params.id }, 'check-in', needs.requests);
  const found = await read();
  if (!found.agreed) return found;
  const [at, by] = [needs.clock.now(), byStaff(caller)];
  const stood = await takeStation(found.value, body, { at, by, office }, needs);
  if (!stood.agreed) return stood;
  const { visit } = stood.value;
  if (visit.outAt === undefined || found.value.status !== 'scheduled') {
    return agree(viewVisited(found.value, stood.value, { ...call, at }));
  }
  const met = await decide(
    { read, rule: (request, context) => recordAttendance(request, 'arrived', context, timesOf(visit)), by, office },
    needs,
  );
  return met.agreed ? agree(viewVisited(met.value, stood.value, { ...call, at })) : met;
};
