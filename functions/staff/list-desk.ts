import type { listDesk } from '../../contract/staff/desk.ts';
import { mayOnRequest } from '../../domain/access.ts';
import { agree } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Answer } from '../answer.ts';
import { viewRequest } from '../request-view.ts';
import { ownDesk } from './own-desk.ts';

type Needs = { readonly requests: Requests; readonly clock: Clock };

export const answer: Answer<typeof listDesk, Needs> = async (call, { requests, clock }) => {
  const desk = ownDesk(call);
  if (!desk.agreed) return desk;
  const { items, next } = await requests.list(desk.value, call.query);
  const reader = { ...call, at: clock.now() };
  return agree({
    items: items
      .filter((request) => mayOnRequest(call.caller, 'read-case', request, call.office))
      .map((request) => viewRequest(request, reader)),
    next,
  });
};
