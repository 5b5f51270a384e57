import * as z from 'zod/mini';
import { SLOT_KINDS } from '../../domain/slot.ts';
import { Instant } from '../../domain/time.ts';
import { Slug } from '../../domain/unit.ts';
import { STATIONS } from '../../domain/visit.ts';
import { VisitView } from '../live-place.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { RequestId, RequestView } from '../request-view.ts';
import { Typed } from '../wording.ts';
import { Id, Line, OfRequest, Paragraph } from './fields.ts';

const OfSession = z.object({ session: Id });
const Visited = z.object({ visit: VisitView, request: RequestView });

export const checkIn = operation({
  name: 'check-in',
  method: 'POST',
  path: '/v1/{city}/staff/check-ins',
  caller: 'staff',
  permission: 'check-in',
  summary: {
    en: 'Somebody has arrived: the ticket of their turn as it was scanned, or their tracking code as it was typed',
    fa: 'ثبت ورود با پویش برگه نوبت یا نوشتن کد پیگیری',
  },
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ code: Typed }),
  reply: Visited,
  status: 200,
  refusals: ['wrong-state', 'session-impossible', 'changed-meanwhile'],
});

export const recordStation = operation({
  name: 'record-station',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/stations',
  caller: 'staff',
  permission: 'check-in',
  summary: {
    en: 'Arrived, called, in, out: each with its time; whoever comes out has been met',
    fa: 'ثبت ورود، فراخوان، آغاز و پایان ملاقات با ساعت هر یک',
  },
  params: OfRequest,
  query: Nothing,
  body: z.strictObject({ station: z.enum(STATIONS), room: z.optional(Line) }),
  reply: Visited,
  status: 200,
  refusals: ['wrong-state', 'session-impossible', 'changed-meanwhile'],
});

export const undoStation = operation({
  name: 'undo-station',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/stations/undo',
  caller: 'staff',
  permission: 'check-in',
  summary: { en: 'Take the last step of a meeting day back', fa: 'بازگرداندن آخرین گام روز ملاقات' },
  params: OfRequest,
  query: Nothing,
  body: z.strictObject({}),
  reply: Visited,
  status: 200,
  refusals: ['wrong-state', 'session-impossible', 'changed-meanwhile'],
});

export const showMeetingDay = operation({
  name: 'show-meeting-day',
  method: 'GET',
  path: '/v1/{city}/staff/sessions/{session}/day',
  caller: 'staff',
  permission: 'check-in',
  summary: {
    en: 'Who is expected, waiting, called, in and out; and the code that is shown at the venue',
    fa: 'وضعیت روز ملاقات: منتظران، فراخوانده‌ها و پایان‌یافته‌ها، همراه با کد محل',
  },
  params: OfSession,
  query: Nothing,
  reply: z.object({
    venueCode: z.string(),
    /** Who is called next. */
    next: z.optional(RequestId),
    turns: z.array(
      z.object({
        slot: z.string(),
        number: z.int(),
        kind: z.enum(SLOT_KINDS),
        startsAt: Instant,
        endsAt: Instant,
        request: RequestId,
        code: z.optional(z.string()),
        visit: z.optional(VisitView),
      }),
    ),
  }),
  status: 200,
  refusals: [],
});

export const giveWalkIn = operation({
  name: 'give-walk-in',
  method: 'POST',
  path: '/v1/{city}/staff/sessions/{session}/walk-ins',
  caller: 'staff',
  permission: 'register',
  summary: {
    en: 'A ticket on the spot: registers whoever has come without a turn, and gives the next walk-in turn of the session',
    fa: 'نوبت در محل: ثبت مراجعه‌کننده بی‌نوبت و دادن نخستین نوبت حضوری جلسه',
  },
  params: OfSession,
  query: Nothing,
  body: z.strictObject({
    topic: Slug,
    name: z.optional(Line),
    mobile: z.optional(Line),
    text: z.optional(Paragraph),
    language: z.optional(z.string().check(z.maxLength(12))),
  }),
  reply: z.extend(Visited, {
    /** What the printed ticket's QR says; with it the place can be looked at. */
    ticket: z.string(),
  }),
  status: 201,
  refusals: ['slot-gone', 'wrong-state', 'session-impossible', 'idempotency-key-reused', 'changed-meanwhile'],
  idempotent: true,
});
