import type { convertRequest } from '../../contract/staff/conversion.ts';
import { convert } from '../../domain/conversion.ts';
import { agree } from '../../domain/outcome.ts';
import type { Answer } from '../answer.ts';
import { viewRequest } from '../request-view.ts';
import { type ConversionNeeds, openMeetingOf } from './convert-into-meeting.ts';
import { byStaff, decideForUnit } from './decide-for-unit.ts';
import { unitRequest } from './unit-request.ts';

/** The meeting is opened first; what breaks off in between is finished by the same call once more. */
export const answer: Answer<typeof convertRequest, ConversionNeeds> = async (call, needs) => {
  const { office, caller, params, body } = call;
  const complaint = await unitRequest({ ...call, id: params.id }, 'triage', needs.requests)();
  if (!complaint.agreed) return complaint;
  const opened = await openMeetingOf(complaint.value, { office, by: byStaff(caller), ...body }, needs);
  if (!opened.agreed) return opened;
  const meeting = opened.value;
  const converted = await decideForUnit(
    call,
    'triage',
    (request, context) => convert(request, meeting, body.reason, context),
    needs,
  );
  if (!converted.agreed) return converted;
  return agree({ complaint: converted.value, meeting: viewRequest(meeting, { ...call, at: needs.clock.now() }) });
};
