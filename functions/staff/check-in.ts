import type { checkIn } from '../../contract/staff/meeting-day.ts';
import { mayOnRequest } from '../../domain/access.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import { readCode } from '../../domain/tracking-code.ts';
import type { Answer } from '../answer.ts';
import { type StationNeeds, takeStation } from '../take-station.ts';
import { readTicket } from '../turn-ticket.ts';
import { byStaff } from './decide-for-unit.ts';
import { viewVisited } from './view-visited.ts';

type Needs = StationNeeds & { readonly keys: Keys };

export const answer: Answer<typeof checkIn, Needs> = async (call, needs) => {
  const { city, office, caller, body } = call;
  const wanted = await wantedBy(city, body.code, needs);
  const request = wanted && (await needs.requests.find(city, wanted.request));
  if (!request || !mayOnRequest(caller, 'check-in', request, office)) return refuse('not-found');
  const turn = isOfThisTurn(wanted.slot, request.appointment?.slot, request.status);
  if (!turn.agreed) return turn;
  const at = needs.clock.now();
  const stood = await takeStation(request, { station: 'arrived' }, { at, by: byStaff(caller), office }, needs);
  return stood.agreed ? agree(viewVisited(request, stood.value, { ...call, at })) : stood;
};

/** A ticket names its slot and its request; a tracking code is looked up. */
const wantedBy = async (
  city: string,
  code: string,
  { keys, requests }: { readonly keys: Keys; readonly requests: Requests },
): Promise<{ request: string; slot?: string } | undefined> => {
  const ticket = readTicket(city, code, keys);
  if (ticket) return ticket;
  const read = readCode(code);
  const id = read && (await requests.idOf(city, read));
  return id === undefined ? undefined : { request: id };
};

const isOfThisTurn = (slot: string | undefined, present: string | undefined, status: string): Outcome<void> =>
  slot === undefined || slot === present ? agree(undefined) : refuse('wrong-state', { status, why: 'another-turn' });
