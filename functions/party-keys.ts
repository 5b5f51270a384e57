import type { Party } from '../domain/party.ts';
import type { Keys } from '../domain/ports/keys.ts';
import type { Wish } from '../domain/submission.ts';
import { searchWords } from '../domain/text.ts';

type PartyKeys = Pick<Wish['keys'], 'applicantKey' | 'readers' | 'search'>;

/**
 * The keyed hashes by which a request's people are known: who applied (for limits: the identity, never a mobile), whose
 * proven contact may read, and what the case is found by: words of names, identities, contacts.
 */
export const partyKeys = (city: string, parties: readonly Party[], keys: Keys): PartyKeys => {
  const current = parties.filter((party) => party.until === undefined);
  const applicant = current.find((party) => party.role === 'applicant');
  const contactKeys = current.flatMap((party) => party.contacts.map(({ value }) => keys.hash(city, 'contact', value)));
  const readers = current
    .filter((party) => party.role !== 'companion' && party.verified)
    .flatMap((party) => party.contacts.filter((contact) => contact.kind === 'mobile' || contact.kind === 'email'))
    .map(({ value }) => keys.hash(city, 'contact', value));
  const search = current.flatMap((party) => [
    ...searchWords(party.name).map((word) => keys.hash(city, 'word', word)),
    ...(party.identity ? [keys.hash(city, 'identity', party.identity.value)] : []),
  ]);
  return {
    ...(applicant?.identity && { applicantKey: keys.hash(city, 'identity', applicant.identity.value) }),
    readers: [...new Set(readers)],
    search: [...new Set([...search, ...contactKeys])],
  };
};
