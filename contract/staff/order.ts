import * as z from 'zod/mini';
import { Slug } from '../../domain/unit.ts';
import { UploadedDocument } from '../citizen/documents.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { OrderView, RequestView } from '../request-view.ts';
import { PartyView } from './case.ts';
import { Line, OfficeDay, OfOrder, OfRequest, OfUnit, PageQuery, Paragraph, pageOf } from './fields.ts';
import { GivenBox } from './given-box.ts';

/** An order as the official gives it. From the box its card is cut, which its owner may see. */
export const GivenOrder = z.strictObject({
  text: Paragraph,
  unit: Slug,
  /** A day, or so many working days of the unit; the policy's if neither is given. */
  dueOn: z.optional(OfficeDay),
  dueInWorkingDays: z.optional(z.int().check(z.gte(1), z.lte(500))),
  proofWanted: z.optional(Line),
  box: z.optional(GivenBox),
  sharedWithOwner: z.optional(z.boolean()),
});

/** The card of an order: what its owner may know without the case around it. */
export const OrderCard = z.object({ request: z.string(), topic: z.string(), order: OrderView });

export const listOrders = operation({
  name: 'list-orders',
  method: 'GET',
  path: '/v1/{city}/staff/units/{unit}/orders',
  caller: 'staff',
  permission: 'report-orders',
  summary: { en: 'Open orders addressed to a unit, most pressing first', fa: 'دستورهای باز یک واحد، فوری‌ترین در آغاز' },
  params: OfUnit,
  query: PageQuery,
  reply: pageOf(OrderCard),
  status: 200,
  refusals: [],
});

export const showOrder = operation({
  name: 'show-order',
  method: 'GET',
  path: '/v1/{city}/staff/requests/{id}/orders/{number}',
  caller: 'staff',
  summary: { en: 'One order for its owner', fa: 'یک دستور برای مسئول پیگیری آن' },
  params: OfOrder,
  query: Nothing,
  reply: z.object({
    ...OrderCard.shape,
    /** A link to the picture of the order, cut from the page as its citizen sees it. */
    cut: z.optional(z.string()),
    /** Only where the secretary shares them. */
    shared: z.optional(z.object({ request: RequestView, parties: z.array(PartyView) })),
  }),
  status: 200,
  refusals: [],
});

export const addOrder = operation({
  name: 'add-order',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/orders',
  caller: 'staff',
  permission: 'issue-orders',
  summary: { en: 'One more order after the outcome', fa: 'افزودن دستور پس از ثبت نتیجه' },
  params: OfRequest,
  query: Nothing,
  body: GivenOrder,
  reply: RequestView,
  status: 201,
  refusals: ['already-recorded', 'wrong-state', 'document-missing', 'changed-meanwhile'],
});

export const reportOrderDone = operation({
  name: 'report-order-done',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/orders/{number}/report',
  caller: 'staff',
  summary: { en: 'Report an order done, with what proves it', fa: 'گزارش انجام دستور با مستند' },
  params: OfOrder,
  query: Nothing,
  body: z.strictObject({
    letterNumber: z.optional(Line),
    document: z.optional(UploadedDocument),
    note: z.optional(Paragraph),
  }),
  reply: OrderCard,
  status: 200,
  refusals: ['wrong-state', 'document-missing', 'changed-meanwhile'],
});

export const renewOrder = operation({
  name: 'renew-order',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/orders/{number}/renewal',
  caller: 'staff',
  permission: 'change-orders',
  summary: { en: 'A later due date, with a reason that the citizen sees', fa: 'تمدید مهلت دستور با ذکر دلیل' },
  params: OfOrder,
  query: Nothing,
  body: z.strictObject({ dueOn: OfficeDay, reason: Paragraph }),
  reply: RequestView,
  status: 200,
  refusals: ['wrong-state', 'limit-reached', 'changed-meanwhile'],
});

export const barOrder = operation({
  name: 'bar-order',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/orders/{number}/bar',
  caller: 'staff',
  permission: 'change-orders',
  summary: { en: 'The law stands against an order', fa: 'اعلام منع قانونی دستور' },
  params: OfOrder,
  query: Nothing,
  body: z.strictObject({ ground: Paragraph }),
  reply: RequestView,
  status: 200,
  refusals: ['wrong-state', 'changed-meanwhile'],
});
