import * as z from 'zod/mini';
import { Slug } from '../../domain/unit.ts';
import { operation } from '../operation.ts';
import { DECISION } from './decision.ts';
import { Paragraph } from './fields.ts';

export const askCitizen = operation({
  ...DECISION,
  name: 'ask-citizen',
  path: '/v1/{city}/staff/requests/{id}/question',
  permission: 'triage',
  summary: { en: 'Ask the citizen to complete the request', fa: 'درخواست تکمیل از شهروند' },
  body: z.strictObject({ text: Paragraph }),
  refusals: ['wrong-state', 'changed-meanwhile'],
});

export const answerRequest = operation({
  ...DECISION,
  name: 'answer-request',
  path: '/v1/{city}/staff/requests/{id}/answer',
  permission: 'triage',
  summary: { en: 'Answer in writing instead of a meeting', fa: 'پاسخ کتبی به جای ملاقات' },
  body: z.strictObject({ text: Paragraph }),
  refusals: ['wrong-state', 'changed-meanwhile'],
});

export const acceptRequest = operation({
  ...DECISION,
  name: 'accept-request',
  path: '/v1/{city}/staff/requests/{id}/acceptance',
  permission: 'triage',
  summary: { en: 'Accept the wish to meet', fa: 'پذیرش درخواست ملاقات' },
  body: z.strictObject({
    urgent: z.optional(z.boolean()),
    /** Why it is urgent: one of the city's reasons for a turn out of order. */
    reason: z.optional(Slug),
    /** On the priority class that was declared. */
    priority: z.optional(z.strictObject({ confirmed: z.boolean(), text: Paragraph })),
  }),
  refusals: ['wrong-state', 'changed-meanwhile'],
});

export const declineRequest = operation({
  ...DECISION,
  name: 'decline-request',
  path: '/v1/{city}/staff/requests/{id}/decline',
  permission: 'triage',
  summary: { en: 'Decline, with the reason in writing', fa: 'نپذیرفتن با ذکر دلیل' },
  body: z.strictObject({ reasonCode: Slug, text: Paragraph }),
  refusals: ['wrong-state', 'changed-meanwhile'],
});

export const referRequest = operation({
  ...DECISION,
  name: 'refer-request',
  path: '/v1/{city}/staff/requests/{id}/referral',
  permission: 'triage',
  summary: { en: 'Refer to the official of another unit', fa: 'ارجاع به مقام واحد دیگر' },
  body: z.strictObject({ official: Slug, text: Paragraph }),
  refusals: ['wrong-state', 'changed-meanwhile', 'limit-reached', 'outside-the-city'],
});

export const referOut = operation({
  ...DECISION,
  name: 'refer-out',
  path: '/v1/{city}/staff/requests/{id}/referral-out',
  permission: 'triage',
  summary: { en: 'Refer to a body outside the city', fa: 'ارجاع به نهاد بیرون از شهر' },
  body: z.strictObject({ unit: Slug, text: Paragraph }),
  refusals: ['wrong-state', 'changed-meanwhile'],
});
