import type { checkInMyself } from '../../contract/citizen/meeting-day.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import { toAsciiDigits } from '../../domain/text.ts';
import { wrongState } from '../../domain/triage.ts';
import type { Answer } from '../answer.ts';
import { type StationNeeds, takeStation } from '../take-station.ts';
import { venueCode } from '../turn-ticket.ts';
import { viewPlace } from '../visit-view.ts';
import { ownRequest } from './own-request.ts';

type Needs = StationNeeds & { readonly keys: Keys };

/** The code of the venue proves that the citizen is there. */
export const answer: Answer<typeof checkInMyself, Needs> = async (call, needs) => {
  const { city, office, params, caller, body } = call;
  const own = await ownRequest(city, params.id, caller, needs.requests)();
  if (!own.agreed) return own;
  const turn = own.value.appointment;
  if (!turn || own.value.status !== 'scheduled') return wrongState(own.value);
  if (toAsciiDigits(body.venueCode).trim().toUpperCase() !== venueCode(city, turn.session, needs.keys)) {
    return refuse('session-impossible', { why: 'wrong-venue-code' });
  }
  const at = needs.clock.now();
  const context = { at, by: { actor: 'citizen' as const }, office };
  const stood = await takeStation(own.value, { station: 'arrived' }, context, needs);
  if (!stood.agreed) return stood;
  return agree(viewPlace(stood.value.visits, stood.value.visit.number, { ...call, at }));
};
