import { event } from '../../domain/change.ts';
import { convert } from '../../domain/conversion.ts';
import type { Office } from '../../domain/office.ts';
import { findOfficial } from '../../domain/office.ts';
import { agree, type Outcome, refuse, refuseField } from '../../domain/outcome.ts';
import type { CaseFile } from '../../domain/ports/case-files.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Request } from '../../domain/request.ts';
import { type Opening, submit } from '../../domain/submission.ts';
import type { By } from '../../domain/timeline.ts';
import { trackingCodeFrom } from '../../domain/tracking-code.ts';
import { type OpenRequestNeeds, openRequest } from '../open-request.ts';
import { partyKeys } from '../party-keys.ts';

export type ConversionNeeds = OpenRequestNeeds & { readonly keys: Keys; readonly clock: Clock };

type Conversion = {
  readonly office: Office;
  readonly by: By;
  readonly official: string;
  readonly topic?: string | undefined;
  readonly reason: string;
};

/**
 * Opens the meeting request that a complaint becomes: its people, its words, its line and reference. The same complaint and
 * official make the same request, however often this is repeated; what the complaint itself forbids opens nothing.
 */
export const openMeetingOf = async (
  complaint: Request,
  { office, by, official, topic = complaint.topic, reason }: Conversion,
  needs: ConversionNeeds,
): Promise<Outcome<Request>> => {
  const { city } = complaint;
  const post = findOfficial(office, official);
  if (!post) return refuseField('official', 'unknown');
  const id = needs.keys.requestId(city, `conversion of ${complaint.id}`, official);
  const fingerprint = needs.keys.hash(city, 'content', JSON.stringify([complaint.id, official, topic]));
  const context = { at: needs.clock.now(), by, office };
  const possible = convert(complaint, { id, code: '', unit: post.unit }, reason, context);
  if (!possible.agreed) return possible;
  const open = async (): Promise<Outcome<Opening>> => {
    const file = await needs.caseFiles.read(city, complaint.id);
    if (!file) return refuse('not-found');
    const code = trackingCodeFrom(needs.keys.secret(8));
    const opening = submit(wishOf(file, { id, code, official, topic, fingerprint }, needs.keys), context);
    if (!opening.agreed) return opening;
    const from = event('converted', context, { text: reason, facts: { from: complaint.id, code: complaint.code } });
    return agree({ ...opening.value, events: [...opening.value.events, from] });
  };
  const opened = await openRequest({ city, id, fingerprint, limited: false, open }, needs);
  return opened.agreed ? agree(opened.value.request) : opened;
};

type New = Readonly<Record<'id' | 'code' | 'official' | 'topic' | 'fingerprint', string>>;

const wishOf = (
  { request, parties, content }: CaseFile,
  { fingerprint, ...meeting }: New,
  keys: Keys,
): Parameters<typeof submit>[0] => ({
  ...meeting,
  channel: request.channel,
  parties,
  content: { text: content.text, wanted: content.wanted, mode: content.mode, documents: [], fingerprint },
  keys: partyKeys(request.city, parties, keys),
  externalReference: request.externalReference,
  receivedOn: request.receivedOn,
  links: [{ kind: 'converted-from', request: request.id }],
});
