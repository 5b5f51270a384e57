import type { BodyOf } from '../../contract/operation.ts';
import type { registerRequest } from '../../contract/staff/registration.ts';
import type { Office } from '../../domain/office.ts';
import type { Contact, Party } from '../../domain/party.ts';
import { readContact } from '../../domain/read-contact.ts';
import type { Instant } from '../../domain/time.ts';
import type { Fault } from '../faults.ts';
import { readIdentity } from '../read-identity.ts';

type Body = BodyOf<typeof registerRequest>;
type Person = Body['companions'][number];
type GivenContact = Person['contacts'][number];
type About = { readonly office: Office; readonly at: Instant };

/** The contacts as they are stored and hashed; told at the counter, so none of them is proven yet. */
export const givenContacts = (
  office: Office,
  given: readonly GivenContact[],
  path: string,
): { contacts: Contact[]; faults: Fault[] } => {
  const read = given.map((contact) => ({
    ...contact,
    value: readContact(office.city.phoneRule, contact.kind, contact.value),
  }));
  return {
    contacts: read.flatMap(({ value, ...contact }) =>
      value === undefined ? [] : [{ ...contact, value, proven: false }],
    ),
    faults: read.flatMap(({ value }, index) =>
      value === undefined ? [{ path: `${path}.${index}.value`, problem: 'wrong-format' }] : [],
    ),
  };
};

/** The people of a registration, with everything that is wrong with their numbers, contacts and languages. */
export const givenPeople = (
  { applicant, representative, companions }: Body,
  about: About,
): { parties: Party[]; faults: Fault[] } => {
  const { kind, needs } = applicant;
  const read = [
    party(applicant, { number: 1, role: 'applicant', kind, ...(needs && { needs }) }, 'applicant', about),
    ...(representative
      ? [
          party(
            representative,
            { number: 2, role: 'representative', ...papers(representative) },
            'representative',
            about,
          ),
        ]
      : []),
    ...companions.map((companion, index) =>
      party(companion, { number: index + 3, role: 'companion' }, `companions.${index}`, about),
    ),
  ];
  return { parties: read.map((one) => one.party), faults: read.flatMap((one) => one.faults) };
};

const papers = ({ ground, validFrom, validTo }: NonNullable<Body['representative']>) => ({
  ground,
  ...(validFrom !== undefined && { validFrom }),
  ...(validTo !== undefined && { validTo }),
});

/** Somebody of whom only the name is known counts as unverified: never counted, never written to. */
const party = (
  person: Person,
  place: Pick<Party, 'number' | 'role'> & Partial<Party>,
  path: string,
  { office, at }: About,
): { party: Party; faults: Fault[] } => {
  const { locales } = office.city;
  const language = person.language ?? locales[0] ?? 'en';
  const { contacts, faults } = givenContacts(office, person.contacts, `${path}.contacts`);
  const of = place.role === 'applicant' && place.kind ? { of: place.kind } : {};
  const known = readIdentity(office, person.identity, { path: `${path}.identity`, ...of });
  return {
    party: {
      ...{ kind: 'person', name: person.name, contacts, language, since: at, ...place },
      verified: known.identity !== undefined || contacts.length > 0,
      ...(known.identity && { identity: known.identity }),
    },
    faults: [
      ...faults,
      ...known.faults,
      ...(locales.includes(language) ? [] : [{ path: `${path}.language`, problem: 'not-a-choice' }]),
    ],
  };
};
