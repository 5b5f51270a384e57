import type { cancelAppointment } from '../../contract/citizen/turns.ts';
import { cancel } from '../../domain/turns.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideOwn } from './decide-own.ts';

export const answer: Answer<typeof cancelAppointment, DecisionNeeds> = (call, needs) =>
  decideOwn(call, (request, context) => cancel(request, call.body, context), needs);
