import type { showTicket } from '../../contract/citizen/meeting-day.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Sessions } from '../../domain/ports/sessions.ts';
import { wrongState } from '../../domain/triage.ts';
import { numberOfSlot } from '../../domain/visit.ts';
import type { Answer } from '../answer.ts';
import { viewSession } from '../city-view.ts';
import { sayMoment } from '../request-view.ts';
import { writeTicket } from '../turn-ticket.ts';
import { ownRequest } from './own-request.ts';

type Needs = { readonly requests: Requests; readonly sessions: Sessions; readonly keys: Keys };

export const answer: Answer<typeof showTicket, Needs> = async (call, { requests, sessions, keys }) => {
  const { city, params, caller } = call;
  const own = await ownRequest(city, params.id, caller, requests)();
  if (!own.agreed) return own;
  if (own.value.status !== 'scheduled') return wrongState(own.value);
  const { slot, session: id, startsAt } = own.value.appointment;
  const session = await sessions.find(city, id);
  if (!session) return refuse('not-found');
  const ticket = writeTicket(city, { slot, request: own.value.id }, keys);
  const says = sayMoment(startsAt, { ...call, at: startsAt });
  return agree({ ticket, number: numberOfSlot(slot), says, session: viewSession(session, call) });
};
