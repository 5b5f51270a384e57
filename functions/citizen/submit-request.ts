import type { submitRequest } from '../../contract/citizen/submission.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Document } from '../../domain/ports/documents.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import { type Opening, submit } from '../../domain/submission.ts';
import { trackingCodeFrom } from '../../domain/tracking-code.ts';
import type { Answer, Call } from '../answer.ts';
import { type ArrivalNeeds, arrivedDocuments } from '../arrived-documents.ts';
import { refuseFaults } from '../faults.ts';
import { matterFaults } from '../matter-faults.ts';
import { type OpenRequestNeeds, openRequest } from '../open-request.ts';
import { partyKeys } from '../party-keys.ts';
import { newPersonalLink, type PersonalLink } from '../personal-link.ts';
import { priorityFaults } from '../priority-faults.ts';
import { submittedParties } from './submitted-parties.ts';
import { viewOwnRequest } from './view-own-request.ts';

type Needs = OpenRequestNeeds & ArrivalNeeds & { readonly keys: Keys; readonly clock: Clock };
type SubmitCall = Call<typeof submitRequest>;

/** The channel of everything that citizens send themselves. */
const CHANNEL = 'web';

export const answer: Answer<typeof submitRequest, Needs> = async (call, needs) => {
  const { city, office, body, caller, language, idempotencyKey } = call;
  if (caller.proof !== 'contact') return refuse('sign-in-needed');
  const id = needs.keys.requestId(city, caller.key, idempotencyKey);
  const link = newPersonalLink(city, id, needs.keys);
  const fingerprint = needs.keys.hash(city, 'content', JSON.stringify(body));
  const open = () => openingOf(call, { id, link, fingerprint }, needs);
  const opened = await openRequest({ city, id, fingerprint, limited: true, open }, needs);
  if (!opened.agreed) return opened;

  const { request, isNew } = opened.value;
  // Also for a repeated call: the first one may have ended before its documents were kept.
  for (const document of documentsOf(body, request.submittedAt)) await needs.caseFiles.addDocument(city, id, document);
  return agree({
    request: viewOwnRequest(request, { office, language, at: needs.clock.now() }),
    personalLink: isNew ? link.secret : undefined,
  });
};

const openingOf = async (
  { city, office, body, caller, language }: SubmitCall,
  { id, link, fingerprint }: { id: string; link: PersonalLink; fingerprint: string },
  { keys, clock, documents, scans }: Needs,
): Promise<Outcome<Opening>> => {
  const at = clock.now();
  const isProven = (value: string) => keys.hash(city, 'contact', value) === caller.key;
  const { parties, faults } = submittedParties(body, { office, at, language, isProven });
  const refused = refuseFaults([...matterFaults(body, office, at), ...faults, ...priorityFaults(body, office)]);
  if (refused) return refused;
  const arrived = await arrivedDocuments({ city, request: id, at }, body.documents ?? [], { documents, scans });
  if (!arrived.agreed) return arrived;

  const { official, topic, text, wanted, applicant, priority } = body;
  const brought = arrived.value.map((document) => document.id);
  const content = { text, wanted, mode: applicant.mode, documents: brought, priority };
  return submit(
    {
      ...{ id, official, topic, parties, channel: CHANNEL, code: trackingCodeFrom(keys.secret(8)) },
      content: { ...content, fingerprint },
      keys: { ...partyKeys(city, parties, keys), linkKey: link.linkKey },
    },
    { at, by: { actor: 'citizen' }, office },
  );
};

const documentsOf = ({ documents = [], representative }: SubmitCall['body'], addedAt: string): Document[] =>
  documents.map((document) => ({
    ...document,
    kind: document.id === representative?.document ? 'representation' : 'attachment',
    addedAt,
  }));
