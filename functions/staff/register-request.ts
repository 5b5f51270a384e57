import type { registerRequest } from '../../contract/staff/registration.ts';
import { mayAt } from '../../domain/access.ts';
import { findOfficial } from '../../domain/office.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import { type Opening, submit } from '../../domain/submission.ts';
import { trackingCodeFrom } from '../../domain/tracking-code.ts';
import type { Answer, Call } from '../answer.ts';
import { refuseFaults } from '../faults.ts';
import { matterFaults } from '../matter-faults.ts';
import { type OpenRequestNeeds, openRequest } from '../open-request.ts';
import { partyKeys } from '../party-keys.ts';
import { newPersonalLink, type PersonalLink } from '../personal-link.ts';
import { priorityFaults } from '../priority-faults.ts';
import { viewRequest } from '../request-view.ts';
import { byStaff } from './decide-for-unit.ts';
import { givenPeople } from './given-people.ts';
import { originFaults } from './origin-faults.ts';

export type RegisterNeeds = OpenRequestNeeds & { readonly keys: Keys; readonly clock: Clock };
type RegisterCall = Call<typeof registerRequest>;

/** In the portal another open request to the same official is a refusal; here it is only a warning. */
export const answer: Answer<typeof registerRequest, RegisterNeeds> = async (call, needs) => {
  const { city, office, body, caller, idempotencyKey } = call;
  const official = findOfficial(office, body.official);
  if (official && !mayAt(caller, 'register', { unit: official.unit, official: official.id }, office)) {
    return refuse('not-found');
  }
  const id = needs.keys.requestId(city, caller.username, idempotencyKey);
  const link = newPersonalLink(city, id, needs.keys);
  const fingerprint = needs.keys.hash(city, 'content', JSON.stringify(body));
  const submission = { city, id, fingerprint, open: () => openingOf(call, { id, link, fingerprint }, needs) };
  const only = await openRequest({ ...submission, limited: true }, needs);
  const isAnother = !only.agreed && only.reason === 'open-request-exists';
  const opened = isAnother ? await openRequest({ ...submission, limited: false }, needs) : only;
  if (!opened.agreed) return opened;
  const { request, isNew: created } = opened.value;
  return agree({
    request: viewRequest(request, { ...call, at: needs.clock.now() }),
    created,
    link: created ? link.secret : undefined,
    warning: isAnother ? ('open-request-exists' as const) : undefined,
  });
};

const openingOf = async (
  call: RegisterCall,
  { id, link, fingerprint }: { id: string; link: PersonalLink; fingerprint: string },
  { keys, clock, requests }: RegisterNeeds,
): Promise<Outcome<Opening>> => {
  const { city, office, body, caller } = call;
  const at = clock.now();
  const { parties, faults } = givenPeople(body, { office, at });
  const refused = refuseFaults([
    ...matterFaults(body, office, at),
    ...priorityFaults(body, office),
    ...faults,
    ...(await originFaults(call, { at, requests })),
  ]);
  if (refused) return refused;

  const { official, topic, channel, text, wanted, receivedOn, externalReference, links, asMet, priority } = body;
  return submit(
    {
      ...{ id, official, topic, channel, parties, receivedOn, externalReference, links, asMet },
      code: trackingCodeFrom(keys.secret(8)),
      content: { text, wanted, documents: [], fingerprint, priority },
      keys: { ...partyKeys(city, parties, keys), linkKey: link.linkKey },
    },
    { at, by: { ...byStaff(caller), onBehalfOf: 'applicant' }, office },
  );
};
