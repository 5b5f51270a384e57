import type { showCity } from '../../contract/citizen/city.ts';
import { agree } from '../../domain/outcome.ts';
import type { Answer } from '../answer.ts';
import { viewCity } from '../city-view.ts';

export const answer: Answer<typeof showCity, unknown> = async (call) => agree(viewCity(call));
