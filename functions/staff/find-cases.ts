import type { BodyOf } from '../../contract/operation.ts';
import type { findCases } from '../../contract/staff/case.ts';
import { mayOnRequest } from '../../domain/access.ts';
import { normaliseMobile } from '../../domain/identity.ts';
import type { Office } from '../../domain/office.ts';
import { agree, type Outcome, refuseField } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Page } from '../../domain/ports/page.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Search } from '../../domain/ports/search.ts';
import { searchWords } from '../../domain/text.ts';
import { parseKeypad, parseTrackingCode } from '../../domain/tracking-code.ts';
import type { Answer } from '../answer.ts';
import { viewRequest } from '../request-view.ts';
import { bareIdentity } from './bare-identity.ts';
import { searchScope } from './search-scope.ts';

type Needs = { readonly requests: Requests; readonly search: Search; readonly keys: Keys; readonly clock: Clock };

type Wanted = BodyOf<typeof findCases>;

/** What was found is shown only where the caller may read it: the scope narrows, the right decides. */
export const answer: Answer<typeof findCases, Needs> = async (call, needs) => {
  const { city, office, caller, body } = call;
  const found = await idsOf(body, searchScope(caller, office), city, office, needs);
  if (!found.agreed) return found;
  const requests = await Promise.all(found.value.items.map((id) => needs.requests.find(city, id)));
  const reader = { ...call, at: needs.clock.now() };
  return agree({
    items: requests
      .flatMap((request) => (request && mayOnRequest(caller, 'read-case', request, office) ? [request] : []))
      .map((request) => viewRequest(request, reader)),
    next: found.value.next,
  });
};

const idsOf = async (
  wanted: Wanted,
  scope: string,
  city: string,
  office: Office,
  { requests, search, keys }: Needs,
): Promise<Outcome<Page<string>>> => {
  if (wanted.by === 'code') {
    const code = parseTrackingCode(wanted.code) ?? parseKeypad(wanted.code);
    if (code === undefined) return refuseField('code', 'wrong-format');
    const id = await requests.idOf(city, code);
    return agree({ items: id === undefined ? [] : [id] });
  }
  const hashes = hashesOf(wanted, city, office, keys);
  return hashes.agreed ? agree(await search.find(city, hashes.value, scope, wanted)) : hashes;
};

const hashesOf = (
  wanted: Exclude<Wanted, { by: 'code' }>,
  city: string,
  office: Office,
  keys: Keys,
): Outcome<string[]> => {
  switch (wanted.by) {
    case 'mobile': {
      const mobile = normaliseMobile(office.city.phoneRule, wanted.mobile);
      return mobile === undefined ? refuseField('mobile', 'wrong-format') : agree([keys.hash(city, 'contact', mobile)]);
    }
    case 'identity': {
      const identity = bareIdentity(office, wanted.identity);
      return identity === undefined
        ? refuseField('identity', 'wrong-format')
        : agree([keys.hash(city, 'identity', identity)]);
    }
    case 'name': {
      const words = searchWords(wanted.name);
      return words.length === 0
        ? refuseField('name', 'empty')
        : agree(words.map((word) => keys.hash(city, 'word', word)));
    }
  }
};
