import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { RequestView } from '../request-view.ts';
import { Id, Line, Nothing, OfRequest, Paragraph } from './fields.ts';
import { GivenOrder } from './order.ts';

const LARGEST_DOCUMENT_BYTES = 20 * 1024 * 1024;
const MOST_ORDERS = 30;

export const startScan = operation({
  name: 'start-scan',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/documents',
  caller: 'staff',
  summary: { en: 'A form to upload a scan, a proof or an attachment', fa: 'دریافت فرم بارگذاری تصویر، مستند یا پیوست' },
  params: OfRequest,
  query: Nothing,
  body: z.strictObject({
    name: Line,
    type: z.enum(['application/pdf', 'image/png', 'image/jpeg', 'image/webp']),
    size: z.int().check(z.gte(1), z.lte(LARGEST_DOCUMENT_BYTES)),
    kind: z.enum(['scan', 'proof', 'attachment', 'representation']),
  }),
  reply: z.object({
    document: z.string(),
    upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
  }),
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
    scan: z.optional(Id),
    orders: z.array(GivenOrder).check(z.maxLength(MOST_ORDERS)),
  }),
  reply: RequestView,
  status: 200,
  refusals: ['wrong-state', 'document-missing', 'changed-meanwhile'],
});
