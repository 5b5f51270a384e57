import * as z from 'zod/mini';
import { ATTENDANCE, NO_SHOW_REASONS } from '../../domain/meeting.ts';
import { Slug } from '../../domain/unit.ts';
import { ExplanationView } from '../explanation-view.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { DECISION } from './decision.ts';
import { Id, OfRequest, Paragraph } from './fields.ts';

/** One of the city's reasons: needed where the request is not the head of its queue. */
const ReasonToPass = z.optional(Slug);

export const offerSlots = operation({
  ...DECISION,
  name: 'offer-slots',
  path: '/v1/{city}/staff/requests/{id}/offer',
  permission: 'give-turns',
  summary: { en: 'Offer one to three slots, held until the offer ends', fa: 'پیشنهاد یک تا سه نوبت تا پایان مهلت' },
  body: z.strictObject({
    slots: z.array(Id).check(
      z.minLength(1),
      z.maxLength(3),
      z.refine((slots) => new Set(slots).size === slots.length, 'same-slot'),
    ),
    reason: ReasonToPass,
  }),
  refusals: ['already-recorded', 'wrong-state', 'slot-gone', 'changed-meanwhile'],
});

export const giveTurn = operation({
  ...DECISION,
  name: 'give-turn',
  path: '/v1/{city}/staff/requests/{id}/turn',
  permission: 'give-turns',
  summary: { en: 'Give a turn outright', fa: 'تخصیص قطعی نوبت' },
  body: z.strictObject({ slot: Id, reason: ReasonToPass }),
  refusals: ['wrong-state', 'slot-gone', 'changed-meanwhile'],
});

export const moveTurn = operation({
  ...DECISION,
  name: 'move-turn',
  path: '/v1/{city}/staff/requests/{id}/turn/move',
  permission: 'give-turns',
  summary: { en: 'Move a turn to another slot', fa: 'جابه‌جایی نوبت' },
  body: z.strictObject({ slot: Id }),
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
  ...DECISION,
  name: 'cancel-turn',
  path: '/v1/{city}/staff/requests/{id}/turn/cancellation',
  permission: 'give-turns',
  summary: { en: 'Take a turn back; the request waits again', fa: 'پس‌گرفتن نوبت؛ درخواست به صف بازمی‌گردد' },
  body: z.strictObject({ text: Paragraph }),
  refusals: ['wrong-state', 'changed-meanwhile'],
});

export const recordAttendance = operation({
  ...DECISION,
  name: 'record-attendance',
  path: '/v1/{city}/staff/requests/{id}/attendance',
  permission: 'check-in',
  summary: { en: 'Record what happened to a turn', fa: 'ثبت حضور، غیبت یا نبود میزبان' },
  body: z.strictObject({
    attendance: z.enum(ATTENDANCE),
    /** Why a turn was missed; nobody came, if nothing is said. */
    reason: z.optional(z.enum(NO_SHOW_REASONS)),
  }),
  refusals: ['wrong-state', 'session-impossible', 'changed-meanwhile'],
});
