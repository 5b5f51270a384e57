import * as z from 'zod/mini';
import { Slug } from '../../domain/unit.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { RequestView } from '../request-view.ts';
import { OfRequest, Paragraph } from './fields.ts';

export const askCitizen = operation({
  name: 'ask-citizen',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/question',
  caller: 'staff',
  permission: 'triage',
  summary: { en: 'Ask the citizen to complete the request', fa: 'درخواست تکمیل از شهروند' },
  params: OfRequest,
  query: Nothing,
  body: z.strictObject({ text: Paragraph }),
  reply: RequestView,
  status: 200,
  refusals: ['wrong-state', 'changed-meanwhile'],
});

export const answerRequest = operation({
  name: 'answer-request',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/answer',
  caller: 'staff',
  permission: 'triage',
  summary: { en: 'Answer in writing instead of a meeting', fa: 'پاسخ کتبی به جای ملاقات' },
  params: OfRequest,
  query: Nothing,
  body: z.strictObject({ text: Paragraph }),
  reply: RequestView,
  status: 200,
  refusals: ['wrong-state', 'changed-meanwhile'],
});

export const acceptRequest = operation({
  name: 'accept-request',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/acceptance',
  caller: 'staff',
  permission: 'triage',
  summary: { en: 'Accept the wish to meet', fa: 'پذیرش درخواست ملاقات' },
  params: OfRequest,
  query: Nothing,
  body: z.strictObject({
    urgent: z.optional(z.boolean()),
    /** Why it is urgent: one of the city's reasons for a turn out of order. */
    reason: z.optional(Slug),
    /** On the priority class that was declared. */
    priority: z.optional(z.strictObject({ confirmed: z.boolean(), text: Paragraph })),
  }),
  reply: RequestView,
  status: 200,
  refusals: ['wrong-state', 'changed-meanwhile'],
});

export const declineRequest = operation({
  name: 'decline-request',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/decline',
  caller: 'staff',
  permission: 'triage',
  summary: { en: 'Decline, with the reason in writing', fa: 'نپذیرفتن با ذکر دلیل' },
  params: OfRequest,
  query: Nothing,
  body: z.strictObject({ reasonCode: Slug, text: Paragraph }),
  reply: RequestView,
  status: 200,
  refusals: ['wrong-state', 'changed-meanwhile'],
});

export const referRequest = operation({
  name: 'refer-request',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/referral',
  caller: 'staff',
  permission: 'triage',
  summary: { en: 'Refer to the official of another unit', fa: 'ارجاع به مقام واحد دیگر' },
  params: OfRequest,
  query: Nothing,
  body: z.strictObject({ official: Slug, text: Paragraph }),
  reply: RequestView,
  status: 200,
  refusals: ['wrong-state', 'changed-meanwhile', 'limit-reached', 'outside-the-city'],
});

export const referOut = operation({
  name: 'refer-out',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/referral-out',
  caller: 'staff',
  permission: 'triage',
  summary: { en: 'Refer to a body outside the city', fa: 'ارجاع به نهاد بیرون از شهر' },
  params: OfRequest,
  query: Nothing,
  body: z.strictObject({ unit: Slug, text: Paragraph }),
  reply: RequestView,
  status: 200,
  refusals: ['wrong-state', 'changed-meanwhile'],
});
