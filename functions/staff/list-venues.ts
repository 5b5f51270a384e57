import type { listVenues } from '../../contract/staff/venue.ts';
import { say } from '../../domain/local-text.ts';
import { isCurrent, today } from '../../domain/office.ts';
import { agree } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Answer } from '../answer.ts';

export const answer: Answer<typeof listVenues, { readonly clock: Clock }> = async ({ office, language }, { clock }) => {
  const day = today(office, clock.now());
  return agree({
    venues: office.venues
      .filter((venue) => isCurrent(venue, day))
      .map(({ id, unit, kind, name }) => ({ id, unit, kind, name: say(name, language) })),
  });
};
