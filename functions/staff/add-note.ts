import type { addNote } from '../../contract/staff/note.ts';
import { agree } from '../../domain/outcome.ts';
import { note } from '../../domain/papers.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideForUnit } from './decide-for-unit.ts';

export const answer: Answer<typeof addNote, DecisionNeeds> = (call, needs) =>
  decideForUnit(call, 'read-case', (request, context) => agree(note(request, call.body.text, context)), needs);
