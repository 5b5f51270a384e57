import * as z from 'zod/mini';
import { PERMISSIONS } from '../../domain/access.ts';
import { CONTACT_KINDS } from '../../domain/party.ts';
import { Instant } from '../../domain/time.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { QueueView } from '../queue-view.ts';
import { DocumentView, EventView, RequestView } from '../request-view.ts';
import { SessionView } from '../session-view.ts';
import { Line, OfRequest, Page, Paragraph, pageOf } from './fields.ts';

const ContactView = z.object({
  kind: z.enum(CONTACT_KINDS),
  value: z.string(),
  proven: z.boolean(),
  preferred: z.optional(z.boolean()),
});

/** Who takes part, as the staff see it: the identity number shows its last digits only. */
export const PartyView = z.object({
  number: z.int(),
  role: z.string(),
  kind: z.string(),
  name: z.string(),
  identity: z.optional(z.object({ kind: z.string(), masked: z.string() })),
  contacts: z.array(ContactView),
  language: z.string(),
  verified: z.boolean(),
  ground: z.optional(z.string()),
  needs: z.optional(z.array(z.string())),
  since: Instant,
  until: z.optional(Instant),
});

const LetterView = z.object({
  template: z.string(),
  to: z.string(),
  attempts: z.int(),
  result: z.enum(['waiting', 'sent', 'overtaken', 'undeliverable', 'unknown', 'failed']),
});

const LookView = z.object({ username: z.string(), at: Instant, why: z.optional(z.string()) });

const Declared = z.object({ class: z.string(), document: z.optional(z.string()), shown: z.optional(z.string()) });

export const showCase = operation({
  name: 'show-case',
  method: 'GET',
  path: '/v1/{city}/staff/requests/{id}',
  caller: 'staff',
  permission: 'read-case',
  summary: { en: 'A whole case; that it was looked at is written down', fa: 'پرونده کامل؛ مشاهده آن ثبت می‌شود' },
  params: OfRequest,
  query: Nothing,
  reply: z.object({
    request: RequestView,
    content: z.object({
      text: z.string(),
      wanted: z.optional(z.string()),
      mode: z.optional(z.string()),
      priority: z.optional(Declared),
    }),
    parties: z.array(PartyView),
    timeline: z.array(EventView),
    documents: z.array(DocumentView),
    /** Of the turns that it has or is offered: where, and how. */
    sessions: z.array(SessionView),
    queue: z.optional(QueueView),
    letters: z.array(LetterView),
    looks: z.array(LookView),
    /** What the caller may do with this case. */
    permissions: z.array(z.enum(PERMISSIONS)),
  }),
  status: 200,
  refusals: [],
});

export const revealIdentity = operation({
  name: 'reveal-identity',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/identity',
  caller: 'staff',
  permission: 'reveal-identity',
  summary: { en: 'Show a party’s identity number, for a reason that is kept', fa: 'نمایش شماره هویتی با ثبت دلیل' },
  params: OfRequest,
  query: Nothing,
  body: z.strictObject({ party: z.int().check(z.gte(1), z.lte(99)), reason: Paragraph }),
  reply: z.object({ kind: z.string(), value: z.string() }),
  status: 200,
  refusals: ['not-found'],
});

/** Exactly one thing to look for. It is sent in the body, so that no address bar or log line names a person. */
const Wanted = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('code'), code: Line, ...Page }),
  z.strictObject({ by: z.literal('mobile'), mobile: Line, ...Page }),
  z.strictObject({ by: z.literal('identity'), identity: Line, ...Page }),
  z.strictObject({ by: z.literal('name'), name: Line, ...Page }),
]);

export const findCases = operation({
  name: 'find-cases',
  method: 'POST',
  path: '/v1/{city}/staff/searches',
  caller: 'staff',
  permission: 'find-case',
  summary: {
    en: 'Find cases by code, mobile, identity number or name',
    fa: 'یافتن پرونده با کد، موبایل، شماره هویتی یا نام',
  },
  params: Nothing,
  query: Nothing,
  body: Wanted,
  reply: pageOf(RequestView),
  status: 200,
  refusals: [],
});
