import * as z from 'zod/mini';
import { LocalText } from '../../domain/local-text.ts';
import { ClockTime, Instant } from '../../domain/time.ts';
import { Slug } from '../../domain/unit.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { OfficeDay } from './fields.ts';

/** The whole day, or from one hour of it to another; of one unit, or of the whole city. */
const Closure = z.strictObject({
  unit: z.optional(Slug),
  on: OfficeDay,
  from: z.optional(ClockTime),
  to: z.optional(ClockTime),
  reason: LocalText,
});

export const previewClosure = operation({
  name: 'preview-closure',
  method: 'POST',
  path: '/v1/{city}/staff/closures/preview',
  caller: 'staff',
  permission: 'close-office',
  summary: { en: 'Who would be hit by a sudden closure', fa: 'چه کسانی از تعطیلی ناگهانی آسیب می‌بینند' },
  params: Nothing,
  query: Nothing,
  body: Closure,
  reply: z.object({
    sessions: z.array(
      z.object({
        session: z.string(),
        official: z.string(),
        startsAt: Instant,
        /** People with a turn in closed time, people to whom one is offered, and free regular turns in the official's next sessions. */
        turns: z.int(),
        offers: z.int(),
        room: z.int(),
      }),
    ),
  }),
  status: 200,
  refusals: [],
});

export const closeOffice = operation({
  name: 'close-office',
  method: 'POST',
  path: '/v1/{city}/staff/closures',
  caller: 'staff',
  permission: 'close-office',
  summary: { en: 'Close a unit or the city at short notice', fa: 'تعطیلی ناگهانی یک واحد یا شهر' },
  params: Nothing,
  query: Nothing,
  body: Closure,
  reply: z.object({ job: z.string() }),
  status: 202,
  refusals: [],
});
