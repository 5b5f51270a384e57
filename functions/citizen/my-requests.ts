import type { myRequests } from '../../contract/citizen/requests.ts';
import { citizenMay } from '../../domain/access.ts';
import { agree } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { CitizenSession } from '../../domain/ports/keys.ts';
import type { Page } from '../../domain/ports/page.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Search } from '../../domain/ports/search.ts';
import { headquarters } from '../../domain/unit-tree.ts';
import type { Answer } from '../answer.ts';
import { viewOwnRequest } from './view-own-request.ts';

type Needs = { readonly requests: Requests; readonly search: Search; readonly clock: Clock };

const A_PAGE = 50;

export const answer: Answer<typeof myRequests, Needs> = async (call, { requests, search, clock }) => {
  const { city, office, caller, query, language } = call;
  const page = { limit: A_PAGE, after: query.after };
  const found = idOfLink(caller) ?? (await search.find(city, [caller.key], headquarters(office.units).id, page));
  const cases = await Promise.all(found.items.map((id) => requests.find(city, id)));
  const own = cases
    .filter((request) => request !== undefined)
    .filter((request) => citizenMay(request, caller))
    .toSorted((a, b) => b.submittedAt.localeCompare(a.submittedAt));
  const at = clock.now();
  return agree({
    requests: own.map((request) => viewOwnRequest(request, { office, language, at })),
    next: found.next,
  });
};

/** A personal link opens one request only. */
const idOfLink = ({ proof, request }: CitizenSession): Page<string> | undefined =>
  proof === 'link' ? { items: request === undefined ? [] : [request] } : undefined;
