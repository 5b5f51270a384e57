import { isCurrent, type Office, today } from '../../domain/office.ts';
import type { Carrier, Wording } from '../../domain/ports/carriers.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Digests, StoredDigest } from '../../domain/ports/digests.ts';
import type { LetterResult } from '../../domain/ports/letters.ts';

export type SendDigestNeeds = {
  readonly digests: Digests;
  readonly wording: Wording;
  readonly mail: Carrier;
  readonly clock: Clock;
};

const MOST_ATTEMPTS = 8;

/**
 * Sends a digest by e-mail, once. Where nobody knows whether it went out it is not sent again: it lies in the console all
 * the same.
 *
 * @throws when the gateway does not answer; the digest is then looked at once more, and noted as `unknown`
 */
export const sendDigest = async (
  digest: StoredDigest,
  office: Office,
  { digests, wording, mail, clock }: SendDigestNeeds,
): Promise<LetterResult | 'passed'> => {
  if (!(await digests.claim(digest, clock.now()))) return 'passed';
  const mayHaveGoneOut = digest.attempts > 0 && digest.result === undefined;
  const result = mayHaveGoneOut ? 'unknown' : await attempt(digest, office, { wording, mail, clock });
  await digests.settle(digest, result);
  return result;
};

const attempt = async (
  digest: StoredDigest,
  office: Office,
  { wording, mail, clock }: Omit<SendDigestNeeds, 'digests'>,
): Promise<LetterResult> => {
  const { city, username, on, attempts } = digest;
  const user = office.users.find((candidate) => candidate.username === username);
  if (user?.email === undefined || !isCurrent(user, today(office, clock.now()))) return 'undeliverable';
  const { subject, text } = wording.gather(digest, { office, language: user.locale });
  const sent = await mail.send({ to: user.email, subject, text, reference: `digest.${city}.${on}.${username}` });
  if (sent.ok) return 'sent';
  return sent.kind === 'temporary' && attempts + 1 < MOST_ATTEMPTS ? 'failed' : 'undeliverable';
};
