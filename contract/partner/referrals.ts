import * as z from 'zod/mini';
import { Locale } from '../../domain/local-text.ts';
import { APPLICANT_KINDS, CONTACT_KINDS } from '../../domain/party.ts';
import { CLOSING_REASONS, STATUSES } from '../../domain/request.ts';
import { Instant, LocalDate } from '../../domain/time.ts';
import { Identity, Matter } from '../citizen/submission.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { DeadlineView, OwnerView, RequestId } from '../request-view.ts';
import { Name, wording } from '../wording.ts';

const OneReference = z.object({
  /** The partner's own number of the case. */
  reference: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._~-]{0,79}$/)),
});

const ReferredContact = z.strictObject({ kind: z.enum(CONTACT_KINDS), value: wording(1, 500) });

/** What a partner sees of the case that it has referred: where it stands and who must act, and no more. */
export const ReferralView = z.object({
  reference: z.string(),
  id: RequestId,
  code: z.string(),
  keypadCode: z.string(),
  status: z.enum(STATUSES),
  unit: z.string(),
  official: z.string(),
  submittedAt: Instant,
  next: z.object({ owner: OwnerView, deadline: DeadlineView }),
  reason: z.optional(z.enum(CLOSING_REASONS)),
});

export const referCase = operation({
  name: 'refer-case',
  method: 'PUT',
  path: '/v1/{city}/partner/referrals/{reference}',
  caller: 'partner',
  summary: {
    en: 'Refer a case under one’s own reference; the same reference with the same content is the same case',
    fa: 'ارجاع پرونده با شماره خود خط؛ همان شماره با همان محتوا همان پرونده است',
  },
  params: OneReference,
  query: Nothing,
  body: z.strictObject({
    ...Matter,
    applicant: z.strictObject({
      kind: z.enum(APPLICANT_KINDS),
      name: Name,
      identity: z.optional(Identity),
      contacts: z.optional(z.array(ReferredContact).check(z.maxLength(5))),
      language: z.optional(Locale),
      needs: z.optional(z.array(wording(1, 200)).check(z.maxLength(10))),
    }),
    /** When the partner received it. */
    receivedOn: z.optional(LocalDate),
  }),
  reply: ReferralView,
  status: 200,
  refusals: ['idempotency-key-reused'],
});

export const caseStatus = operation({
  name: 'case-status',
  method: 'GET',
  path: '/v1/{city}/partner/referrals/{reference}',
  caller: 'partner',
  summary: { en: 'Where a referred case stands', fa: 'وضعیت پرونده ارجاع‌شده' },
  params: OneReference,
  query: Nothing,
  reply: ReferralView,
  status: 200,
  refusals: [],
});
