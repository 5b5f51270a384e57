import type { lookAtPlace } from '../../contract/citizen/meeting-day.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Visits } from '../../domain/ports/visits.ts';
import { numberOfSlot, sessionOfSlot } from '../../domain/visit.ts';
import type { Answer } from '../answer.ts';
import { readTicket } from '../turn-ticket.ts';
import { viewPlace } from '../visit-view.ts';

type Needs = { readonly visits: Visits; readonly keys: Keys; readonly clock: Clock };

/** Asked every few seconds by everybody who waits: the ticket proves itself, and one small read tells the rest. */
export const answer: Answer<typeof lookAtPlace, Needs> = async (call, { visits, keys, clock }) => {
  const { city, params } = call;
  const ticket = readTicket(city, params.ticket, keys);
  const day = ticket && (await visits.ofDay(city, sessionOfSlot(ticket.slot)));
  if (!day) return refuse('not-found');
  // Somebody else has the slot now: the ticket is an old one, and its holder is not expected.
  const own = day.visits.filter(({ slot, request }) => slot !== ticket.slot || request === ticket.request);
  return agree(viewPlace(own, numberOfSlot(ticket.slot), { ...call, at: clock.now() }));
};
