import type { recordAttendance } from '../../contract/staff/turn.ts';
import { recordAttendance as attend } from '../../domain/meeting.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideForUnit } from './decide-for-unit.ts';

export const answer: Answer<typeof recordAttendance, DecisionNeeds> = (call, needs) =>
  decideForUnit(call, 'check-in', (request, context) => attend(request, call.body.attendance, context), needs);
