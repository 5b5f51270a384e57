import type { findMyRequest } from '../../contract/citizen/requests.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import { readCode } from '../../domain/tracking-code.ts';
import type { Answer } from '../answer.ts';
import { ownRequest } from './own-request.ts';
import { viewOwnRequest } from './view-own-request.ts';

type Needs = { readonly requests: Requests; readonly clock: Clock };

/** A wrong code, an unknown one and somebody else's look the same: the code identifies and never authorises. */
export const answer: Answer<typeof findMyRequest, Needs> = async (call, { requests, clock }) => {
  const { city, office, caller, query, language } = call;
  const code = readCode(query.code);
  const id = code && (await requests.idOf(city, code));
  const own = id === undefined ? refuse('not-found') : await ownRequest(city, id, caller, requests)();
  return own.agreed ? agree(viewOwnRequest(own.value, { office, language, at: clock.now() })) : own;
};
