import type { listUnits } from '../../contract/citizen/city.ts';
import { say } from '../../domain/local-text.ts';
import { isCurrent, today } from '../../domain/office.ts';
import { agree } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Answer } from '../answer.ts';

export const answer: Answer<typeof listUnits, { readonly clock: Clock }> = async ({ office, language }, { clock }) => {
  const day = today(office, clock.now());
  const units = office.units.filter((unit) => isCurrent(unit, day));
  return agree({
    units: units.map(({ id, kind, parent, pilot, name }) => ({ id, kind, parent, pilot, name: say(name, language) })),
  });
};
