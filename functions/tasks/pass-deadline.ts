import { passDeadline } from '../../domain/pass-deadline.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Request } from '../../domain/request.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { type Instant, later } from '../../domain/time.ts';
import { THE_OFFICE } from '../../domain/timeline.ts';

export type PassDeadlineNeeds = {
  readonly requests: Pick<Requests, 'find' | 'replace'>;
  readonly directory: Pick<Directory, 'office'>;
  readonly clock: Clock;
};

/**
 * So many decisions may come between reading and writing, or (of a request with very many orders) so many writes may be due;
 * after that the state machine's own retry takes over.
 */
const MOST_ATTEMPTS = 15;

/**
 * Does the office's duty when a deadline has passed. It ignores what it was called for, reads the request, and does what
 * is due now, if anything.
 *
 * @returns the ticket for the next wait, as a bare value; a wait that no longer stands is refused by its own guard
 * @throws if the request does not exist, or if the rule leaves it at a deadline that has passed (it would spin once a second)
 */
export const answer = async (ticket: Ticket, needs: PassDeadlineNeeds): Promise<Ticket> => {
  const office = await needs.directory.office(ticket.city);
  if (!office) throw new Error(`There is no city ${ticket.city}`);
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const request = await needs.requests.find(ticket.city, ticket.id);
    if (!request) throw new Error(`There is no request ${ticket.id}`);
    const at = timeOf(ticket, request, needs.clock);
    const change = passDeadline(request, { at, by: THE_OFFICE, office });
    if (!change) return nextTicket(ticket, request);
    const { after, events } = change;
    const isDueAgain = after.step === request.step && after.until <= at;
    if (isDueAgain && events.length === 0) throw new Error(`Request ${after.id} stays at a past deadline`);
    const written = await needs.requests.replace(change);
    if (written.agreed && !isDueAgain) return nextTicket(ticket, written.value);
  }
  throw new Error(`Request ${ticket.id} was still due after ${MOST_ATTEMPTS} attempts`);
};

/**
 * The timer has seen `until` pass, even where this clock runs behind the timer's: if the ticket still names the deadline
 * that stands, it counts as passed.
 */
const timeOf = (ticket: Ticket, request: Request, clock: Clock): Instant =>
  ticket.until === request.until ? later(clock.now(), ticket.until) : clock.now();

const nextTicket = (ticket: Ticket, { version, step, until }: Request): Ticket => ({
  ...ticket,
  version: String(version),
  step,
  until,
});
