import type { briefRequest } from '../../contract/staff/brief.ts';
import type { Answer } from '../answer.ts';
import { type BriefNeeds, briefOf } from './brief.ts';

export const answer: Answer<typeof briefRequest, BriefNeeds> = (call, needs) => briefOf(call, call.params.id, needs);
