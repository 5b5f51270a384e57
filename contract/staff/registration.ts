import * as z from 'zod/mini';
import { APPLICANT_KINDS, CONTACT_KINDS, REPRESENTATION_GROUNDS } from '../../domain/party.ts';
import { LINK_KINDS } from '../../domain/request.ts';
import { Slug } from '../../domain/unit.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { RequestId, RequestView } from '../request-view.ts';
import { Line, OfficeDay, OfRequest, Paragraph } from './fields.ts';

const MOST_COMPANIONS = 5;

export const GivenIdentity = z.strictObject({ kind: Slug, value: Line });

const GivenContact = z.strictObject({
  kind: z.enum(CONTACT_KINDS),
  value: Line,
  preferred: z.optional(z.boolean()),
});

export const GivenContacts = z.array(GivenContact).check(z.maxLength(5));

const GivenPerson = {
  name: Line,
  identity: z.optional(GivenIdentity),
  contacts: z._default(GivenContacts, []),
  language: z.optional(z.string().check(z.maxLength(12))),
};

/** On paper often only the name is known: such an applicant is not counted, and not written to. */
const GivenApplicant = z.strictObject({
  ...GivenPerson,
  kind: z._default(z.enum(APPLICANT_KINDS), 'person'),
  needs: z.optional(z.array(Line).check(z.maxLength(10))),
});

const GivenRepresentative = z.strictObject({
  ...GivenPerson,
  ground: z.enum(REPRESENTATION_GROUNDS),
  validFrom: z.optional(OfficeDay),
  validTo: z.optional(OfficeDay),
});

export const ReceivedOn = z.strictObject({ on: OfficeDay, precision: z.enum(['day', 'month']) });

export const registerRequest = operation({
  name: 'register-request',
  method: 'POST',
  path: '/v1/{city}/staff/requests',
  caller: 'staff',
  permission: 'register',
  summary: { en: 'Register a request for a citizen', fa: 'ثبت درخواست به جای شهروند' },
  params: Nothing,
  query: Nothing,
  body: z.strictObject({
    official: Slug,
    topic: Slug,
    channel: Slug,
    text: Paragraph,
    wanted: z.optional(Paragraph),
    applicant: GivenApplicant,
    representative: z.optional(GivenRepresentative),
    companions: z._default(z.array(z.strictObject(GivenPerson)).check(z.maxLength(MOST_COMPANIONS)), []),
    /** A declared priority class, and what was shown for it. */
    priority: z.optional(z.strictObject({ class: Slug, shown: Line })),
    receivedOn: z.optional(ReceivedOn),
    externalReference: z.optional(Line),
    links: z.optional(z.array(z.strictObject({ kind: z.enum(LINK_KINDS), request: RequestId })).check(z.maxLength(10))),
    /** The meeting was held before the case came into the system: its outcome is still to be written down. */
    asMet: z._default(z.boolean(), false),
  }),
  reply: z.object({
    request: RequestView,
    /** False for a repeated call: the request is there already. */
    created: z.boolean(),
    /** For the printed slip; shown once. A repeated call has none: print the slip again instead. */
    link: z.optional(z.string()),
    /** The applicant has another open request to this official. */
    warning: z.optional(z.literal('open-request-exists')),
  }),
  status: 201,
  refusals: ['idempotency-key-reused', 'not-found'],
  idempotent: true,
});

export const printSlip = operation({
  name: 'print-slip',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/slip',
  caller: 'staff',
  permission: 'act-for-citizen',
  summary: {
    en: 'A new slip with a new personal link; the old link ends',
    fa: 'برگه تازه با پیوند تازه؛ پیوند پیشین باطل می‌شود',
  },
  params: OfRequest,
  query: Nothing,
  body: z.strictObject({}),
  reply: z.object({ request: RequestView, link: z.string() }),
  status: 200,
  refusals: ['changed-meanwhile'],
});
