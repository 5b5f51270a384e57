import * as z from 'zod/mini';
import { Instant, LocalDate } from './time.ts';

export const CONTACT_KINDS = ['mobile', 'landline', 'email', 'post'] as const;

/** How a party is reached. Proven means: a one-time code sent to it came back. */
export const Contact = z.object({
  kind: z.enum(CONTACT_KINDS),
  value: z.string(),
  proven: z.boolean(),
  preferred: z.optional(z.boolean()),
});
export type Contact = z.infer<typeof Contact>;

const PARTY_ROLES = ['applicant', 'representative', 'companion'] as const;
export const APPLICANT_KINDS = ['person', 'legal-entity', 'foreign-national'] as const;
export const REPRESENTATION_GROUNDS = ['power-of-attorney', 'guardian', 'company-officer', 'helper'] as const;

/** Who takes part in a request, in a role. Limits count applicants, never representatives or mobiles. */
export const Party = z.object({
  number: z.int(),
  role: z.enum(PARTY_ROLES),
  kind: z.enum(APPLICANT_KINDS),
  name: z.string(),
  identity: z.optional(z.object({ kind: z.string(), value: z.string() })),
  contacts: z.array(Contact),
  language: z.string(),
  /** A bare name on paper: never counted, never written to. */
  verified: z.boolean(),
  ground: z.optional(z.enum(REPRESENTATION_GROUNDS)),
  document: z.optional(z.string()),
  validFrom: z.optional(LocalDate),
  validTo: z.optional(LocalDate),
  needs: z.optional(z.array(z.string())),
  since: Instant,
  until: z.optional(Instant),
});
export type Party = z.infer<typeof Party>;

const isUsable = (contact: Contact): boolean => contact.kind === 'mobile' || contact.kind === 'email';

/** The contact that messages go to: the preferred one if it can be written to, else a proven one, else any. */
export const messageContact = (party: Party): Contact | undefined => {
  const usable = party.contacts.filter(isUsable);
  return usable.find((contact) => contact.preferred) ?? usable.find((contact) => contact.proven) ?? usable[0];
};

/** The party that is told things: the representative where there is one, else the applicant. */
export const addressee = (parties: readonly Party[]): Party | undefined => {
  const current = parties.filter((party) => party.until === undefined);
  return (
    current.find((party) => party.role === 'representative') ?? current.find((party) => party.role === 'applicant')
  );
};

/** How the addressee is told: in writing, by a clerk's call, or (a bare name on paper) not at all. */
export const reachOf = (party: Party | undefined): 'sms' | 'email' | 'call' | 'silent' => {
  if (!party?.verified) return 'silent';
  const contact = messageContact(party);
  if (!contact) return 'call';
  return contact.kind === 'mobile' ? 'sms' : 'email';
};
