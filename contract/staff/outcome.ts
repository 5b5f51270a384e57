import * as z from 'zod/mini';
import { RESULTS, SHORTENED_BY } from '../../domain/results.ts';
import { startUpload, UploadedDocument } from '../citizen/documents.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { DECISION } from './decision.ts';
import { Paragraph } from './fields.ts';
import { GivenOrder } from './order.ts';
import { AttendeesWish } from './session.ts';

const MOST_ORDERS = 30;

export const startScan = operation({
  name: 'start-scan',
  method: 'POST',
  path: '/v1/{city}/staff/uploads',
  caller: 'staff',
  summary: {
    en: 'Announce a scan, a proof or an attachment, and receive the form to post it with',
    fa: 'اعلام تصویر، مستند یا پیوست و دریافت فرم بارگذاری',
  },
  params: Nothing,
  query: Nothing,
  body: startUpload.body,
  reply: startUpload.reply,
  status: 201,
  refusals: [],
});

/** What there is to say of a meeting besides its result; also what a correction may put right. */
export const OutcomeFields = {
  because: z.optional(z.enum(SHORTENED_BY)),
  comment: z.optional(Paragraph),
  attendees: z.optional(AttendeesWish),
};

export const recordOutcome = operation({
  ...DECISION,
  name: 'record-outcome',
  path: '/v1/{city}/staff/requests/{id}/outcome',
  permission: 'record-outcome',
  summary: { en: 'Write down what the meeting came to', fa: 'ثبت نتیجه ملاقات و دستورها' },
  body: z.strictObject({
    ...OutcomeFields,
    result: z.enum(RESULTS),
    scan: z.optional(UploadedDocument),
    orders: z.array(GivenOrder).check(z.maxLength(MOST_ORDERS)),
  }),
  refusals: ['wrong-state', 'document-missing', 'changed-meanwhile'],
});
