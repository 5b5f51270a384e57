import * as z from 'zod/mini';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { RequestView } from '../request-view.ts';
import { SessionView, SlotView } from '../session-view.ts';
import { Typed, wording } from '../wording.ts';
import { OneRequest } from './one-request.ts';

export const listFreeSlots = operation({
  name: 'list-free-slots',
  method: 'GET',
  path: '/v1/{city}/my/requests/{id}/free-slots',
  caller: 'citizen',
  summary: {
    en: 'Free turns of the request’s official in the sessions ahead',
    fa: 'نوبت‌های خالی مقام این درخواست در جلسه‌های پیش رو',
  },
  params: OneRequest,
  query: Nothing,
  reply: z.object({ sessions: z.array(z.extend(SessionView, { slots: z.array(SlotView) })) }),
  status: 200,
  refusals: ['wrong-state'],
});

const onTurn = {
  method: 'POST',
  caller: 'citizen',
  params: OneRequest,
  query: Nothing,
  reply: RequestView,
  status: 200,
} as const;
const OneSlot = z.strictObject({ slot: Typed });

export const acceptOffer = operation({
  ...onTurn,
  name: 'accept-offer',
  path: '/v1/{city}/my/requests/{id}/accept-offer',
  summary: { en: 'Take one of the offered turns', fa: 'پذیرفتن یکی از نوبت‌های پیشنهادی' },
  body: OneSlot,
  refusals: ['slot-gone', 'too-late', 'wrong-state', 'changed-meanwhile'],
});

export const pickSlot = operation({
  ...onTurn,
  name: 'pick-slot',
  path: '/v1/{city}/my/requests/{id}/pick-slot',
  summary: { en: 'Take another free turn of the same official', fa: 'برگزیدن نوبت خالی دیگری نزد همان مقام' },
  body: OneSlot,
  refusals: ['slot-gone', 'too-late', 'wrong-state', 'changed-meanwhile'],
});

export const passOffer = operation({
  ...onTurn,
  name: 'pass-offer',
  path: '/v1/{city}/my/requests/{id}/pass-offer',
  summary: {
    en: 'None of the offered turns suits; the place in the queue stays',
    fa: 'هیچ‌یک مناسب نیست؛ جای صف می‌ماند',
  },
  refusals: ['wrong-state', 'changed-meanwhile'],
});

export const moveAppointment = operation({
  ...onTurn,
  name: 'move-appointment',
  path: '/v1/{city}/my/requests/{id}/move-appointment',
  summary: { en: 'Move the appointment to another free turn', fa: 'جابه‌جایی نوبت به نوبت خالی دیگر' },
  body: OneSlot,
  refusals: ['slot-gone', 'moves-used-up', 'too-late', 'wrong-state', 'changed-meanwhile'],
});

export const waitForHolder = operation({
  ...onTurn,
  name: 'wait-for-holder',
  path: '/v1/{city}/my/requests/{id}/wait-for-holder',
  summary: {
    en: 'Rather wait for the official than meet the stand-in; the place in the queue stays',
    fa: 'ماندن در انتظار خود مقام به جای دیدار با جانشین؛ جای صف می‌ماند',
  },
  refusals: ['too-late', 'wrong-state', 'changed-meanwhile'],
});

export const wishForEarlier = operation({
  ...onTurn,
  name: 'wish-for-earlier',
  path: '/v1/{city}/my/requests/{id}/earlier-turn',
  summary: {
    en: 'Wish for an earlier turn, or no longer; the turn that is held stays until another is taken',
    fa: 'خواستن نوبت زودتر یا انصراف از آن؛ نوبت کنونی تا پذیرفتن نوبت دیگر می‌ماند',
  },
  body: z.strictObject({ wanted: z.boolean() }),
  refusals: ['wrong-state'],
});

export const cancelAppointment = operation({
  ...onTurn,
  name: 'cancel-appointment',
  path: '/v1/{city}/my/requests/{id}/cancel-appointment',
  summary: { en: 'Give the turn back and wait again at the old place', fa: 'پس دادن نوبت و ماندن در جای پیشین صف' },
  body: z.strictObject({ text: z.optional(wording(1, 1000)) }),
  refusals: ['too-late', 'wrong-state', 'changed-meanwhile'],
});
