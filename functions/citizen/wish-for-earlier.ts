import type { wishForEarlier } from '../../contract/citizen/turns.ts';
import { wishForEarlier as wish } from '../../domain/earlier-turn.ts';
import { agree } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { EarlierWishes } from '../../domain/ports/earlier-wishes.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Answer } from '../answer.ts';
import { ownRequest } from './own-request.ts';
import { viewOwnRequest } from './view-own-request.ts';

type Needs = { readonly requests: Requests; readonly earlierWishes: EarlierWishes; readonly clock: Clock };

export const answer: Answer<typeof wishForEarlier, Needs> = async (call, { requests, earlierWishes, clock }) => {
  const own = await ownRequest(call.city, call.params.id, call.caller, requests)();
  if (!own.agreed) return own;
  const wanted = wish(own.value);
  if (!wanted.agreed) return wanted;
  await (call.body.wanted ? earlierWishes.add(wanted.value) : earlierWishes.remove(wanted.value));
  return agree(viewOwnRequest(own.value, { office: call.office, language: call.language, at: clock.now() }));
};
