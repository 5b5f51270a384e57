import * as z from 'zod/mini';
import { LINK_KINDS } from '../../domain/request.ts';
import { Instant } from '../../domain/time.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { AppointmentView, OrderView, RequestId } from '../request-view.ts';
import { Id, OfRequest } from './fields.ts';

const EarlierRequest = { request: RequestId, code: z.string() };
const EarlierOrder = z.object({ ...EarlierRequest, order: OrderView });

/** One page for the official before a meeting: who comes with what, what was said before, what was promised and not kept. */
const Brief = z.object({
  request: RequestId,
  code: z.string(),
  topic: z.string(),
  unit: z.string(),
  official: z.string(),
  submittedAt: Instant,
  urgent: z.boolean(),
  appointment: z.optional(AppointmentView),
  /** Who comes; `needs` is what they need to take part. */
  people: z.array(z.object({ role: z.string(), name: z.string(), needs: z.optional(z.array(z.string())) })),
  /** In the citizen's own words. */
  text: z.string(),
  wanted: z.optional(z.string()),
  documents: z.int(),
  meetings: z.array(
    z.object({
      ...EarlierRequest,
      metAt: Instant,
      says: z.string(),
      link: z.optional(z.enum(LINK_KINDS)),
      result: z.optional(z.string()),
      because: z.optional(z.string()),
      comment: z.optional(z.string()),
    }),
  ),
  promises: z.array(EarlierOrder),
  bars: z.array(EarlierOrder),
});

export const briefRequest = operation({
  name: 'brief-request',
  method: 'GET',
  path: '/v1/{city}/staff/requests/{id}/brief',
  caller: 'staff',
  permission: 'read-case',
  summary: {
    en: 'One page before the meeting: the matter, earlier meetings, open promises, legal bars; the look is written down',
    fa: 'یک صفحه پیش از ملاقات: موضوع، ملاقات‌های پیشین، وعده‌های باز و منع‌های قانونی؛ مشاهده آن ثبت می‌شود',
  },
  params: OfRequest,
  query: Nothing,
  reply: Brief,
  status: 200,
  refusals: [],
});

export const briefSession = operation({
  name: 'brief-session',
  method: 'GET',
  path: '/v1/{city}/staff/sessions/{session}/brief',
  caller: 'staff',
  permission: 'read-sessions',
  summary: {
    en: 'The briefs of all who have a turn in a session, in the order of their turns, to be printed',
    fa: 'خلاصه پرونده همه نوبت‌های یک جلسه، به ترتیب نوبت، برای چاپ',
  },
  params: z.object({ session: Id }),
  query: Nothing,
  reply: z.object({ briefs: z.array(Brief) }),
  status: 200,
  refusals: [],
});
