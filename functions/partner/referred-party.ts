import type { BodyOf } from '../../contract/operation.ts';
import type { referCase } from '../../contract/partner/referrals.ts';
import type { Office } from '../../domain/office.ts';
import type { Party } from '../../domain/party.ts';
import { readContact } from '../../domain/read-contact.ts';
import type { Instant } from '../../domain/time.ts';
import type { Fault } from '../faults.ts';
import { readIdentity } from '../read-identity.ts';

type Given = BodyOf<typeof referCase>['applicant'];
type About = { readonly office: Office; readonly at: Instant; readonly language: string };

/** The applicant as the line knows them. A bare name, without number or contact, is not counted and not written to. */
export const referredParty = (
  given: Given,
  { office, at, language: spoken }: About,
): { party: Party; faults: Fault[] } => {
  const { kind, name, needs, contacts = [], language = spoken } = given;
  const { identity, faults } = readIdentity(office, given.identity, { path: 'applicant.identity', of: kind });
  const read = contacts.map((contact) => readContact(office.city.phoneRule, contact.kind, contact.value));
  return {
    faults: [
      ...faults,
      ...(office.city.locales.includes(language) ? [] : [{ path: 'applicant.language', problem: 'not-a-choice' }]),
      ...read.flatMap((value, index) =>
        value === undefined ? [{ path: `applicant.contacts.${index}.value`, problem: 'wrong-format' }] : [],
      ),
    ],
    party: {
      ...{ number: 1, role: 'applicant', kind, name, language, since: at },
      contacts: contacts.flatMap((contact, index) => {
        const value = read[index];
        return value === undefined ? [] : [{ kind: contact.kind, value, proven: false }];
      }),
      verified: identity !== undefined || contacts.length > 0,
      ...(identity && { identity }),
      ...(needs && { needs }),
    },
  };
};
