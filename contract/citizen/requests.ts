import * as z from 'zod/mini';
import { ExplanationView } from '../explanation-view.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { QueueView } from '../queue-view.ts';
import { DocumentView, EventView, RequestView } from '../request-view.ts';
import { SessionView } from '../session-view.ts';
import { Typed, wording } from '../wording.ts';
import { OneRequest } from './one-request.ts';

export const myRequests = operation({
  name: 'my-requests',
  method: 'GET',
  path: '/v1/{city}/my/requests',
  caller: 'citizen',
  summary: {
    en: 'All requests of the proven contact, newest first',
    fa: 'همه درخواست‌های نشانی تأییدشده، تازه‌ترین در آغاز',
  },
  params: Nothing,
  query: z.object({ after: z.optional(Typed) }),
  reply: z.object({ requests: z.array(RequestView), next: z.optional(z.string()) }),
  status: 200,
  refusals: [],
});

export const findMyRequest = operation({
  name: 'find-my-request',
  method: 'GET',
  path: '/v1/{city}/my/tracking',
  caller: 'citizen',
  summary: {
    en: 'One’s own request by its tracking code, however it is typed, or by its keypad digits',
    fa: 'یافتن درخواست خود با کد رهگیری، هرگونه که نوشته شود، یا با رقم‌های صفحه‌کلید تلفن',
  },
  params: Nothing,
  query: z.object({ code: Typed }),
  reply: RequestView,
  status: 200,
  refusals: [],
});

export const trackRequest = operation({
  name: 'track-request',
  method: 'GET',
  path: '/v1/{city}/my/requests/{id}',
  caller: 'citizen',
  summary: {
    en: 'The request with its timeline and documents and, while it waits for a turn, its place in the queue',
    fa: 'درخواست با سیر رویدادها و سندها و، تا هنگام گرفتن نوبت، جای آن در صف',
  },
  params: OneRequest,
  query: Nothing,
  reply: z.object({
    request: RequestView,
    text: z.string(),
    wanted: z.optional(z.string()),
    events: z.array(EventView),
    documents: z.array(DocumentView),
    /** Of the turns that it has or is offered: where to come, and how. */
    sessions: z.array(SessionView),
    queue: z.optional(QueueView),
    /** With a turn: an earlier one was wished for, and is offered if one becomes free. */
    wishesEarlier: z.optional(z.boolean()),
  }),
  status: 200,
  refusals: [],
});

export const explainTurn = operation({
  name: 'explain-turn',
  method: 'GET',
  path: '/v1/{city}/my/requests/{id}/explanation',
  caller: 'citizen',
  summary: {
    en: 'How the request came to its place: who was before it, who passed it and why',
    fa: 'چگونگی رسیدن نوبت: چند نفر پیش از شما بودند و چه کسانی به چه سبب پیش افتادند',
  },
  params: OneRequest,
  query: Nothing,
  reply: ExplanationView,
  status: 200,
  refusals: [],
});

export const withdrawRequest = operation({
  name: 'withdraw-request',
  method: 'POST',
  path: '/v1/{city}/my/requests/{id}/withdraw',
  caller: 'citizen',
  summary: {
    en: 'Withdraw the request, at any moment before the meeting',
    fa: 'پس گرفتن درخواست، هر زمان پیش از ملاقات',
  },
  params: OneRequest,
  query: Nothing,
  body: z.strictObject({ text: z.optional(wording(1, 1000)) }),
  reply: RequestView,
  status: 200,
  refusals: ['too-late', 'wrong-state', 'changed-meanwhile'],
});

export const printSlip = operation({
  name: 'print-slip',
  method: 'POST',
  path: '/v1/{city}/my/requests/{id}/slip',
  caller: 'citizen',
  summary: {
    en: 'A new slip with a new personal link; the link before it opens nothing any more',
    fa: 'برگه تازه با پیوند شخصی تازه؛ پیوند پیشین دیگر چیزی را نمی‌گشاید',
  },
  params: OneRequest,
  query: Nothing,
  reply: z.object({ request: RequestView, personalLink: z.string() }),
  status: 201,
  refusals: ['changed-meanwhile'],
});
