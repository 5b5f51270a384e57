import * as z from 'zod/mini';
import { ATTENDANCE, NO_SHOW_REASONS } from '../../domain/meeting.ts';
import { Slug } from '../../domain/unit.ts';
import { ExplanationView } from '../explanation-view.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { RequestView } from '../request-view.ts';
import { Id, OfRequest, Paragraph } from './fields.ts';

/** One of the city's reasons: needed where the request is not the head of its queue. */
const ReasonToPass = z.optional(Slug);

export const offerSlots = operation({
  name: 'offer-slots',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/offer',
  caller: 'staff',
  permission: 'give-turns',
  summary: { en: 'Offer one to three slots, held until the offer ends', fa: 'پیشنهاد یک تا سه نوبت تا پایان مهلت' },
  params: OfRequest,
  query: Nothing,
  body: z.strictObject({
    slots: z.array(Id).check(
      z.minLength(1),
      z.maxLength(3),
      z.refine((slots) => new Set(slots).size === slots.length, 'same-slot'),
    ),
    reason: ReasonToPass,
  }),
  reply: RequestView,
  status: 200,
  refusals: ['wrong-state', 'slot-gone', 'changed-meanwhile'],
});

export const giveTurn = operation({
  name: 'give-turn',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/turn',
  caller: 'staff',
  permission: 'give-turns',
  summary: { en: 'Give a turn outright', fa: 'تخصیص قطعی نوبت' },
  params: OfRequest,
  query: Nothing,
  body: z.strictObject({ slot: Id, reason: ReasonToPass }),
  reply: RequestView,
  status: 200,
  refusals: ['wrong-state', 'slot-gone', 'changed-meanwhile'],
});

export const moveTurn = operation({
  name: 'move-turn',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/turn/move',
  caller: 'staff',
  permission: 'give-turns',
  summary: { en: 'Move a turn to another slot', fa: 'جابه‌جایی نوبت' },
  params: OfRequest,
  query: Nothing,
  body: z.strictObject({ slot: Id }),
  reply: RequestView,
  status: 200,
  refusals: ['wrong-state', 'slot-gone', 'changed-meanwhile'],
});

export const explainTurn = operation({
  name: 'explain-turn',
  method: 'GET',
  path: '/v1/{city}/staff/requests/{id}/explanation',
  caller: 'staff',
  permission: 'read-case',
  summary: {
    en: 'How the request came to its place: who was before it, who passed it and why',
    fa: 'چگونگی رسیدن نوبت: چند نفر پیش از او بودند و چه کسانی به چه سبب پیش افتادند',
  },
  params: OfRequest,
  query: Nothing,
  reply: ExplanationView,
  status: 200,
  refusals: [],
});

export const cancelTurn = operation({
  name: 'cancel-turn',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/turn/cancellation',
  caller: 'staff',
  permission: 'give-turns',
  summary: { en: 'Take a turn back; the request waits again', fa: 'پس‌گرفتن نوبت؛ درخواست به صف بازمی‌گردد' },
  params: OfRequest,
  query: Nothing,
  body: z.strictObject({ text: Paragraph }),
  reply: RequestView,
  status: 200,
  refusals: ['wrong-state', 'changed-meanwhile'],
});

export const recordAttendance = operation({
  name: 'record-attendance',
  method: 'POST',
  path: '/v1/{city}/staff/requests/{id}/attendance',
  caller: 'staff',
  permission: 'check-in',
  summary: { en: 'Record what happened to a turn', fa: 'ثبت حضور، غیبت یا نبود میزبان' },
  params: OfRequest,
  query: Nothing,
  body: z.strictObject({
    attendance: z.enum(ATTENDANCE),
    /** Why a turn was missed; nobody came, if nothing is said. */
    reason: z.optional(z.enum(NO_SHOW_REASONS)),
  }),
  reply: RequestView,
  status: 200,
  refusals: ['wrong-state', 'session-impossible', 'changed-meanwhile'],
});
