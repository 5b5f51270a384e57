import * as z from 'zod/mini';
import { UNDONE } from '../../domain/order.ts';
import { Instant } from '../../domain/time.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { DocumentView, OrderView, RequestView } from '../request-view.ts';
import { wording } from '../wording.ts';
import { UploadedDocument } from './documents.ts';
import { OneOrder, OneRequest } from './one-request.ts';

export const viewOrders = operation({
  name: 'view-orders',
  method: 'GET',
  path: '/v1/{city}/my/requests/{id}/orders',
  caller: 'citizen',
  summary: {
    en: 'The orders, the image of what the official wrote, the official’s comment, and what proves that orders were carried out',
    fa: 'دستورها، تصویر نوشته مقام، نظر او، و آنچه انجام دستورها را نشان می‌دهد',
  },
  params: OneRequest,
  query: Nothing,
  reply: z.object({
    /** Each with a link to the picture of its handwriting, where its card was cut from a scan. */
    orders: z.array(z.object({ ...OrderView.shape, cut: z.optional(z.string()) })),
    outcomes: z.array(
      z.object({
        at: Instant,
        result: z.string(),
        /** Why it was not the whole meeting. */
        because: z.optional(z.string()),
        attendees: z.array(z.string()),
        comment: z.optional(z.string()),
        scan: z.optional(DocumentView),
      }),
    ),
    /** Images of what was written, and what proves that orders were carried out. */
    documents: z.array(DocumentView),
  }),
  status: 200,
  refusals: [],
});

const decision = {
  method: 'POST',
  caller: 'citizen',
  query: Nothing,
  reply: RequestView,
  status: 200,
} as const;

export const confirmOrder = operation({
  ...decision,
  name: 'confirm-order',
  path: '/v1/{city}/my/requests/{id}/orders/{order}/confirm',
  summary: { en: 'The order was carried out', fa: 'دستور انجام شده است' },
  params: OneOrder,
  refusals: ['wrong-state', 'changed-meanwhile'],
});

export const disputeOrder = operation({
  ...decision,
  name: 'dispute-order',
  path: '/v1/{city}/my/requests/{id}/orders/{order}/dispute',
  summary: {
    en: 'The order was not or only partly carried out, or no law stands against it: it goes one rank up',
    fa: 'دستور انجام نشده یا نیمه‌کاره مانده یا منع قانونی ندارد: یک رده بالاتر می‌رود',
  },
  params: OneOrder,
  body: z.strictObject({ text: wording(5, 2000), undone: z.optional(z.enum(UNDONE)) }),
  refusals: ['objection-used', 'wrong-state', 'changed-meanwhile'],
});

export const answerOrder = operation({
  ...decision,
  name: 'answer-order',
  path: '/v1/{city}/my/requests/{id}/orders/{order}/answer',
  summary: {
    en: 'Answer what the unit needs for an order; its clock runs on from then',
    fa: 'پاسخ به آنچه واحد برای انجام دستور نیاز دارد؛ مهلت دستور از آن پس ادامه می‌یابد',
  },
  params: OneOrder,
  body: z.strictObject({
    text: wording(1, 5000),
    documents: z.optional(z.array(UploadedDocument).check(z.maxLength(10))),
  }),
  refusals: ['document-missing', 'limit-reached', 'wrong-state', 'changed-meanwhile'],
});

export const confirmOutcome = operation({
  ...decision,
  name: 'confirm-outcome',
  path: '/v1/{city}/my/requests/{id}/confirm-outcome',
  summary: {
    en: 'After a meeting that brought no order: is the matter settled?',
    fa: 'پس از ملاقاتی بی‌دستور: آیا موضوع حل شده است؟',
  },
  params: OneRequest,
  body: z.strictObject({ settled: z.boolean(), text: z.optional(wording(1, 2000)) }),
  refusals: ['wrong-state', 'changed-meanwhile'],
});
