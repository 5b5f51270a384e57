import type { passOffer } from '../../contract/citizen/turns.ts';
import { passOffer as pass } from '../../domain/offers.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideOwn } from './decide-own.ts';

export const answer: Answer<typeof passOffer, DecisionNeeds> = (call, needs) => decideOwn(call, pass, needs);
