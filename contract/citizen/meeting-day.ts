import * as z from 'zod/mini';
import { LivePlaceView } from '../live-place.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { SessionView } from '../session-view.ts';
import { Typed } from '../wording.ts';
import { OneRequest } from './one-request.ts';

export const showTicket = operation({
  name: 'show-ticket',
  method: 'GET',
  path: '/v1/{city}/my/requests/{id}/ticket',
  caller: 'citizen',
  summary: {
    en: 'The ticket of one’s turn: what its QR says, its number, and where to come',
    fa: 'برگه نوبت: متن رمزینه، شماره و محل ملاقات',
  },
  params: OneRequest,
  query: Nothing,
  /** `says` is the time of the turn itself, not that of its session. */
  reply: z.object({ ticket: z.string(), number: z.int(), says: z.string(), session: SessionView }),
  status: 200,
  refusals: ['wrong-state'],
});

export const checkInMyself = operation({
  name: 'check-in-myself',
  method: 'POST',
  path: '/v1/{city}/my/requests/{id}/check-in',
  caller: 'citizen',
  summary: {
    en: 'I have arrived: with the code that is shown at the venue',
    fa: 'ثبت ورود خود با کدی که در محل ملاقات نصب شده است',
  },
  params: OneRequest,
  query: Nothing,
  body: z.strictObject({ venueCode: Typed }),
  reply: LivePlaceView,
  status: 200,
  refusals: ['wrong-state', 'session-impossible', 'changed-meanwhile'],
});

export const lookAtPlace = operation({
  name: 'look-at-place',
  method: 'GET',
  path: '/v1/{city}/places/{ticket}',
  caller: 'anyone',
  summary: {
    en: 'Where a turn stands on its day, by its ticket: how many are before it, about when, and whether it is called',
    fa: 'جای زنده نوبت در روز ملاقات با برگه نوبت: چند نفر پیش از آن‌اند و حدود چه ساعتی است',
  },
  params: z.object({ ticket: Typed }),
  query: Nothing,
  reply: LivePlaceView,
  status: 200,
  refusals: [],
});
