import { holdersOf, type Office } from '../../domain/office.ts';
import { addressee, messageContact, type Party } from '../../domain/party.ts';
import type { StoredLetter } from '../../domain/ports/letters.ts';
import type { Instant } from '../../domain/time.ts';

/** Where a letter goes, in which language. The reference names this copy of it for good. */
export type Recipient = {
  readonly by: 'sms' | 'email';
  readonly to: string;
  readonly language: string;
  readonly reference: string;
};

/**
 * Who is told: the applicant (or who represents them) at the contact they prefer, or by e-mail whoever holds the role at
 * this moment.
 *
 * @param language the request's own, which a correction may have changed
 * @returns nobody if there is no address to write to
 */
export const recipientsOf = (
  letter: StoredLetter,
  { parties, language, office, at }: { parties: readonly Party[]; language: string; office: Office; at: Instant },
): Recipient[] => {
  const reference = `${letter.request}.${letter.key}`;
  if (letter.to === 'applicant' || letter.to.kind === 'citizen') {
    const party = addressee(parties);
    const contact = party && messageContact(party);
    if (!contact) return [];
    const by = contact.kind === 'mobile' ? 'sms' : 'email';
    return [{ by, to: contact.value, language, reference }];
  }
  return holdersOf(office, letter.to.role, letter.to.unit, at).flatMap(({ username, email, locale }) =>
    email === undefined ? [] : [{ by: 'email', to: email, language: locale, reference: `${reference}.${username}` }],
  );
};
