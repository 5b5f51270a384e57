import type { listOfficials } from '../../contract/citizen/city.ts';
import { findUnit, isCurrent, today } from '../../domain/office.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Answer } from '../answer.ts';
import { viewOfficial } from '../city-view.ts';

export const answer: Answer<typeof listOfficials, { readonly clock: Clock }> = async (
  { office, language, params },
  { clock },
) => {
  if (!findUnit(office, params.unit)) return refuse('not-found');
  const day = today(office, clock.now());
  const officials = office.officials.filter((official) => official.unit === params.unit && isCurrent(official, day));
  return agree({ officials: officials.map((official) => viewOfficial(official, language)) });
};
