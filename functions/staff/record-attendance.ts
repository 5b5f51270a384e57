import type { recordAttendance } from '../../contract/staff/turn.ts';
import { recordAttendance as attend } from '../../domain/meeting.ts';
import { agree } from '../../domain/outcome.ts';
import type { Answer } from '../answer.ts';
import { decideForUnit } from './decide-for-unit.ts';
import { type OfferAnotherNeeds, offerAnother } from './offer-another.ts';

export const answer: Answer<typeof recordAttendance, OfferAnotherNeeds> = async (call, needs) => {
  const { city, params, body } = call;
  const isHostAbsent = body.attendance === 'host-absent';
  const before = isHostAbsent ? await needs.requests.find(city, params.id) : undefined;
  const recorded = await decideForUnit(
    call,
    'check-in',
    (request, context) => attend(request, body.attendance, context),
    needs,
  );
  if (!recorded.agreed || !isHostAbsent) return recorded;
  const offered = await offerAnother(call, before?.appointment?.session, needs);
  return offered ? agree(offered) : recorded;
};
