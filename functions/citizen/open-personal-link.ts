import type { openPersonalLink } from '../../contract/citizen/proofs.ts';
import { RequestId } from '../../contract/request-view.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { MayLag } from '../../domain/ports/case-files.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import { plusMinutes } from '../../domain/time.ts';
import { readCode } from '../../domain/tracking-code.ts';
import type { Answer } from '../answer.ts';
import { linkKeyOf, requestOfLink } from '../personal-link.ts';

type Needs = { readonly requests: Requests; readonly keys: Keys; readonly clock: Clock };

const SESSION_MINUTES = 60;

/** A wrong secret, an old one, and one beside another request's code look the same. */
export const answer: Answer<typeof openPersonalLink, Needs> = async ({ city, body }, { requests, keys, clock }) => {
  const id = RequestId.safeParse(requestOfLink(body.secret.trim()));
  const key = linkKeyOf(city, body.secret.trim(), keys);
  const find = async (how?: MayLag) => {
    const found = id.success ? await requests.find(city, id.data, how) : undefined;
    return found?.linkKey === key ? found : undefined;
  };
  // A link that was made a moment ago may not be seen at the first look.
  const request = (await find({ mayLag: true })) ?? (await find());
  if (!request) return refuse('not-found');
  if (body.code !== undefined && readCode(body.code) !== request.code) return refuse('not-found');
  const expiresAt = plusMinutes(clock.now(), SESSION_MINUTES);
  const token = await keys.signSession(city, { proof: 'link', key, request: request.id, expiresAt });
  return agree({ token, expiresAt, request: request.id });
};
