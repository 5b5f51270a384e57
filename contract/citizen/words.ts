import * as z from 'zod/mini';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { RequestView } from '../request-view.ts';
import { wording } from '../wording.ts';
import { UploadedDocument } from './documents.ts';
import { OneRequest } from './one-request.ts';

const aboutOneRequest = {
  method: 'POST',
  caller: 'citizen',
  params: OneRequest,
  query: Nothing,
  reply: RequestView,
  status: 200,
} as const;

export const addInformation = operation({
  ...aboutOneRequest,
  name: 'add-information',
  path: '/v1/{city}/my/requests/{id}/information',
  summary: { en: 'Add what the office has asked for', fa: 'تکمیل آنچه واحد خواسته است' },
  body: z.strictObject({
    text: wording(1, 5000),
    documents: z.optional(z.array(UploadedDocument).check(z.maxLength(10))),
  }),
  refusals: ['document-missing', 'limit-reached', 'wrong-state', 'changed-meanwhile'],
});

export const respondToAnswer = operation({
  ...aboutOneRequest,
  name: 'respond-to-answer',
  path: '/v1/{city}/my/requests/{id}/respond',
  summary: {
    en: 'After a written answer: the matter is solved, or a meeting is still wanted',
    fa: 'پس از پاسخ کتبی: موضوع حل شد، یا همچنان ملاقات لازم است',
  },
  body: z.strictObject({ response: z.enum(['solved', 'still-want-to-meet']) }),
  refusals: ['wrong-state', 'changed-meanwhile'],
});

export const askOffice = operation({
  ...aboutOneRequest,
  name: 'ask-office',
  path: '/v1/{city}/my/requests/{id}/ask',
  summary: { en: 'A question or remark to whoever holds the matter', fa: 'پرسش یا یادآوری برای کسی که کار نزد اوست' },
  body: z.strictObject({ text: wording(1, 2000), order: z.optional(z.int().check(z.gte(1), z.lte(999))) }),
  refusals: ['wrong-state', 'changed-meanwhile'],
});

export const object = operation({
  ...aboutOneRequest,
  name: 'object',
  path: '/v1/{city}/my/requests/{id}/object',
  summary: { en: 'Object, once, to a decline or to the closing', fa: 'اعتراض، یک بار، به نپذیرفتن یا به مختومه شدن' },
  body: z.strictObject({
    text: wording(10, 5000),
    /** The orders that it is about; all of them, if absent. */
    orders: z.optional(z.array(z.int().check(z.gte(1), z.lte(999))).check(z.minLength(1), z.maxLength(999))),
  }),
  refusals: ['objection-used', 'too-late', 'wrong-state', 'changed-meanwhile'],
});

export const sayStillDone = operation({
  ...aboutOneRequest,
  name: 'say-still-done',
  path: '/v1/{city}/my/requests/{id}/still-done',
  summary: {
    en: 'Asked once more after the closing: is it truly done? If not, it is opened again one rank up',
    fa: 'پرسش دوباره پس از مختومه شدن: آیا به‌راستی انجام شده است؟ اگر نه، یک رده بالاتر بازگشایی می‌شود',
  },
  body: z.union([
    z.strictObject({ done: z.literal(true), text: z.optional(wording(1, 2000)) }),
    z.strictObject({ done: z.literal(false), text: wording(5, 5000) }),
  ]),
  refusals: ['already-recorded', 'objection-used', 'too-late', 'wrong-state', 'changed-meanwhile'],
});

const Yes = z.optional(z.enum(['yes', 'partly', 'no']));

export const rate = operation({
  ...aboutOneRequest,
  name: 'rate',
  path: '/v1/{city}/my/requests/{id}/rate',
  summary: {
    en: 'How satisfied one was, from 1 to 5, once, after the closing',
    fa: 'میزان رضایت از ۱ تا ۵، یک بار، پس از مختومه شدن',
  },
  body: z.strictObject({
    stars: z.int().check(z.gte(1), z.lte(5)),
    /** Was one heard, was it explained clearly, did it go in time, is it solved? */
    answers: z.optional(z.strictObject({ heard: Yes, clear: Yes, 'in-time': Yes, solved: Yes })),
    text: z.optional(wording(1, 1000)),
  }),
  refusals: ['already-recorded', 'wrong-state', 'changed-meanwhile'],
});
