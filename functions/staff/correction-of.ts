import type { BodyOf } from '../../contract/operation.ts';
import type { correctRequest } from '../../contract/staff/correction.ts';
import type { Correction, PartyField } from '../../domain/correction.ts';
import type { Office } from '../../domain/office.ts';
import { agree, type Outcome, refuseField } from '../../domain/outcome.ts';
import type { Party } from '../../domain/party.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import { refuseFaults } from '../faults.ts';
import { partyKeys } from '../party-keys.ts';
import { readIdentity } from '../read-identity.ts';
import { attendeesOf } from './attendees-of.ts';
import { givenContacts } from './given-people.ts';

type Given = BodyOf<typeof correctRequest>;
type Around = { readonly city: string; readonly office: Office; readonly keys: Keys };

/** The correction as the rule needs it: for a party, everybody as they stand then, with all their keys made anew. */
export const correctionOf = (given: Given, parties: readonly Party[], around: Around): Outcome<Correction> => {
  if (given.field === 'outcome') return agree({ ...given, attendees: attendeesOf(given.attendees) });
  if (!('party' in given)) return agree(given);
  const party = parties.find(({ number, until }) => number === given.party && until === undefined);
  if (!party) return refuseField('party', 'unknown');
  const corrected = correctedParty(party, given, around.office);
  if (!corrected.agreed) return corrected;
  const all = parties.map((one) => (one === party ? corrected.value : one));
  return agree({ field: given.field, parties: all, keys: partyKeys(around.city, all, around.keys) });
};

/** A contact that had been proven stays so; any other is new. */
const correctedParty = (party: Party, given: Extract<Given, { field: PartyField }>, office: Office): Outcome<Party> => {
  switch (given.field) {
    case 'name':
      return agree({ ...party, name: given.name });
    case 'identity': {
      const of = party.role === 'applicant' ? { of: party.kind } : {};
      const { identity, faults } = readIdentity(office, given.identity, { path: 'identity', ...of });
      return refuseFaults(faults) ?? agree({ ...party, verified: true, ...(identity && { identity }) });
    }
    case 'contacts': {
      const { contacts, faults } = givenContacts(office, given.contacts, 'contacts');
      const kept = contacts.map((contact) => ({
        ...contact,
        proven: party.contacts.some((old) => old.proven && old.value === contact.value),
      }));
      const verified = party.identity !== undefined || kept.length > 0;
      return refuseFaults(faults) ?? agree({ ...party, contacts: kept, verified });
    }
  }
};
