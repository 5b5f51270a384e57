import * as z from 'zod/mini';
import { LocalText } from '../../domain/local-text.ts';
import { MODES } from '../../domain/mode.ts';
import { ClockTime, Instant } from '../../domain/time.ts';
import { Slug } from '../../domain/unit.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { OfficeDay } from './fields.ts';
import { SessionView } from './session.ts';

/** The whole day, or from one hour of it to another; of one unit, or of the whole city. */
const Closure = z.strictObject({
  unit: z.optional(Slug),
  on: OfficeDay,
  from: z.optional(ClockTime),
  to: z.optional(ClockTime),
  reason: LocalText,
});

/** A session that could be held in place of a closed one: what `plan-extra-session` takes, and how it is said. */
export const ExtraSessionView = z.object({
  official: z.string(),
  /** How many have no other turn. */
  needed: z.int(),
  venue: z.string(),
  mode: z.enum(MODES),
  on: z.string(),
  from: ClockTime,
  to: ClockTime,
  slotMinutes: z.int(),
  /** How many turns it would have. */
  seats: z.int(),
  says: z.string(),
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
        /** People who have come already and wait in the building. */
        there: z.int(),
      }),
    ),
    /** Where the next sessions lack room: the first day on which another could be held. */
    extra: z.array(ExtraSessionView),
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

export const planExtraSession = operation({
  name: 'plan-extra-session',
  method: 'POST',
  path: '/v1/{city}/staff/officials/{official}/extra-sessions',
  caller: 'staff',
  permission: 'plan-sessions',
  summary: {
    en: 'Hold a session in place of a closed one: it is planned, and whoever lost a turn by a closure comes first',
    fa: 'جلسه جبرانی: برنامه‌ریزی می‌شود و نخست به کسانی نوبت می‌دهد که نوبتشان با تعطیلی از دست رفته است',
  },
  params: z.object({ official: Slug }),
  query: Nothing,
  body: z.strictObject({
    venue: Slug,
    mode: z.enum(MODES),
    on: OfficeDay,
    from: ClockTime,
    to: ClockTime,
    slotMinutes: z.optional(z.int().check(z.gte(1), z.lte(480))),
  }),
  /** The job that gives its turns: see show-job. */
  reply: z.object({ session: SessionView, job: z.string() }),
  status: 201,
  refusals: ['session-impossible', 'idempotency-key-reused', 'changed-meanwhile'],
  idempotent: true,
});
