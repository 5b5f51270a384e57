import type { referCase } from '../../contract/partner/referrals.ts';
import { event } from '../../domain/change.ts';
import { today } from '../../domain/office.ts';
import { agree, type Outcome } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import { type Opening, submit } from '../../domain/submission.ts';
import { trackingCodeFrom } from '../../domain/tracking-code.ts';
import type { Answer, Call } from '../answer.ts';
import { refuseFaults } from '../faults.ts';
import { matterFaults } from '../matter-faults.ts';
import { type OpenRequestNeeds, openRequest } from '../open-request.ts';
import { partyKeys } from '../party-keys.ts';
import { viewReferral } from './referral-view.ts';
import { referredParty } from './referred-party.ts';

type Needs = OpenRequestNeeds & { readonly keys: Keys; readonly clock: Clock };

export const answer: Answer<typeof referCase, Needs> = async (call, needs) => {
  const { city, office, language, caller, params, body } = call;
  const id = needs.keys.requestId(city, caller.clientId, params.reference);
  const fingerprint = needs.keys.hash(city, 'content', JSON.stringify(body));
  const open = async () => openingOf(call, { id, fingerprint }, needs);
  // The line never loses a case: that its citizen has another one open is for the staff to see.
  const opened = await openRequest({ city, id, fingerprint, limited: false, open }, needs);
  if (!opened.agreed) return opened;
  return agree(viewReferral(opened.value.request, params.reference, { office, language, at: needs.clock.now() }));
};

const openingOf = (
  { city, office, language, caller, params, body }: Call<typeof referCase>,
  { id, fingerprint }: { id: string; fingerprint: string },
  { keys, clock }: Needs,
): Outcome<Opening> => {
  const at = clock.now();
  const context = { at, office, by: { actor: 'partner', username: caller.clientId } } as const;
  const { party, faults } = referredParty(body.applicant, { office, at, language });
  const { official, topic, text, wanted, receivedOn } = body;
  const isAhead = receivedOn !== undefined && receivedOn > today(office, at);
  const refused = refuseFaults([
    ...matterFaults(body, office, at),
    ...faults,
    ...(isAhead ? [{ path: 'receivedOn', problem: 'in-the-future' }] : []),
  ]);
  if (refused) return refused;
  const opening = submit(
    {
      ...{ id, official, topic, parties: [party], channel: caller.channel, code: trackingCodeFrom(keys.secret(8)) },
      content: { text, wanted, documents: [], fingerprint },
      keys: partyKeys(city, [party], keys),
      externalReference: params.reference,
      ...(receivedOn !== undefined && { receivedOn: { on: receivedOn, precision: 'day' } }),
    },
    context,
  );
  if (!opening.agreed) return opening;
  const referredIn = event('referred-in', context, { facts: { reference: params.reference, channel: caller.channel } });
  return agree({ ...opening.value, events: [...opening.value.events, referredIn] });
};
