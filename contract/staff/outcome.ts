import * as z from 'zod/mini';
import { startUpload, UploadedDocument } from '../citizen/documents.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { RequestView } from '../request-view.ts';
import { Line, OfRequest, Paragraph } from './fields.ts';
import { GivenOrder } from './order.ts';

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

export const recordOutcome = operation({
  name: 'record-outcome',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/outcome',
  caller: 'staff',
  permission: 'record-outcome',
  summary: { en: 'Write down what the meeting came to', fa: 'ثبت نتیجه ملاقات و دستورها' },
  params: OfRequest,
  query: Nothing,
  body: z.strictObject({
    result: z.enum(['met', 'partly', 'ended-early']),
    comment: z.optional(Paragraph),
    attendees: z.optional(Line),
    scan: z.optional(UploadedDocument),
    orders: z.array(GivenOrder).check(z.maxLength(MOST_ORDERS)),
  }),
  reply: RequestView,
  status: 200,
  refusals: ['wrong-state', 'document-missing', 'changed-meanwhile'],
});
