import type { submitRequest } from '../../contract/citizen/submission.ts';
import type { BodyOf } from '../../contract/operation.ts';
import { type Office, today } from '../../domain/office.ts';
import type { Contact, Party } from '../../domain/party.ts';
import { readContact } from '../../domain/read-contact.ts';
import type { Instant } from '../../domain/time.ts';
import type { Fault } from '../faults.ts';
import { readIdentity } from '../read-identity.ts';

type Body = BodyOf<typeof submitRequest>;
type Given = { readonly parties: readonly Party[]; readonly faults: readonly Fault[] };
type About = {
  readonly office: Office;
  readonly at: Instant;
  readonly language: string;
  /** Is this the contact that the session has proven? */
  readonly isProven: (value: string) => boolean;
};

/** The people of a submission, with everything that is wrong with their numbers, contact and papers. */
export const submittedParties = (body: Body, about: About): Given => {
  const { office, at } = about;
  const { applicant, representative, companions = [] } = body;
  const language = applicant.language ?? about.language;
  const contact = provenContact(body.contact, about);
  const identity = readIdentity(office, applicant.identity, { path: 'applicant.identity', of: applicant.kind });
  const ofRepresentative = readIdentity(office, representative?.identity, { path: 'representative.identity' });
  const ofCompanions = companions.map((companion, index) =>
    readIdentity(office, companion.identity, { path: `companions.${index}.identity` }),
  );
  const everyone = { contacts: [], language, verified: true, since: at };
  const spokenFor = representative !== undefined;
  return {
    faults: [
      ...contact.faults,
      ...(office.city.locales.includes(language) ? [] : [{ path: 'applicant.language', problem: 'not-a-choice' }]),
      ...[identity, ofRepresentative, ...ofCompanions].flatMap(({ faults }) => faults),
      ...paperFaults(body, today(office, at)),
    ],
    parties: [
      {
        ...{ ...everyone, number: 1, role: 'applicant', kind: applicant.kind, name: applicant.name },
        ...{ contacts: spokenFor ? [] : contact.contacts, ...known(identity) },
        ...(applicant.needs && { needs: applicant.needs }),
      },
      ...(representative
        ? [{ ...everyone, ...speaker(representative), ...known(ofRepresentative), contacts: contact.contacts }]
        : []),
      ...companions.map(
        ({ name }, index): Party => ({
          ...{ ...everyone, number: index + 3, role: 'companion', kind: 'person', name },
          ...known(ofCompanions[index]),
        }),
      ),
    ],
  };
};

const known = (read: { identity?: Party['identity'] } | undefined) =>
  read?.identity ? { identity: read.identity } : {};

const speaker = ({ name, ground, document, validFrom, validTo }: NonNullable<Body['representative']>) => ({
  ...{ number: 2, role: 'representative' as const, kind: 'person' as const, name, ground },
  ...(document !== undefined && { document }),
  ...(validFrom !== undefined && { validFrom }),
  ...(validTo !== undefined && { validTo }),
});

/** Messages go to whoever has proven a contact: the representative where there is one, else the applicant. */
const provenContact = (
  { kind, value: typed }: Body['contact'],
  { office, isProven }: About,
): { contacts: Contact[]; faults: Fault[] } => {
  const value = readContact(office.city.phoneRule, kind, typed);
  if (value === undefined) return { contacts: [], faults: [{ path: 'contact.value', problem: 'wrong-format' }] };
  return isProven(value)
    ? { contacts: [{ kind, value, proven: true, preferred: true }], faults: [] }
    : { contacts: [], faults: [{ path: 'contact.value', problem: 'not-proven' }] };
};

/** The paper of a representation must be among the documents, and must hold today. */
const paperFaults = ({ representative, documents = [] }: Body, day: string): Fault[] => {
  const { document, validFrom, validTo } = representative ?? {};
  return [
    ...(document !== undefined && !documents.some(({ id }) => id === document)
      ? [{ path: 'representative.document', problem: 'unknown' }]
      : []),
    ...(validTo !== undefined && validTo < day ? [{ path: 'representative.validTo', problem: 'in-the-past' }] : []),
    ...(validFrom !== undefined && validTo !== undefined && validTo < validFrom
      ? [{ path: 'representative.validTo', problem: 'before-start' }]
      : []),
  ];
};
