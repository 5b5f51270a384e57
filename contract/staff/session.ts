import * as z from 'zod/mini';
import { MODES } from '../../domain/session.ts';
import { SLOT_KINDS } from '../../domain/slot.ts';
import { ClockTime, Instant } from '../../domain/time.ts';
import { Slug } from '../../domain/unit.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { RequestId } from '../request-view.ts';
import { Id, Line, OfficeDay } from './fields.ts';

export const SessionView = z.object({
  id: z.string(),
  official: z.string(),
  unit: z.string(),
  venue: z.string(),
  mode: z.enum(MODES),
  startsAt: Instant,
  endsAt: Instant,
  slotMinutes: z.int(),
  slots: z.int(),
  attendees: z.optional(z.string()),
  cancelledAt: z.optional(Instant),
  says: z.string(),
});

/** A slot and, where it is taken, who has it: by id and code, never by name. */
const SlotView = z.object({
  id: z.string(),
  number: z.int(),
  kind: z.enum(SLOT_KINDS),
  startsAt: Instant,
  endsAt: Instant,
  state: z.enum(['free', 'held', 'given', 'resting', 'past']),
  holder: z.optional(z.object({ request: RequestId, code: z.optional(z.string()) })),
  holdUntil: z.optional(Instant),
});

const OfOfficial = z.object({ official: Slug });
const OfSession = z.object({ session: Id });

export const listSessions = operation({
  name: 'list-sessions',
  method: 'GET',
  path: '/v1/{city}/staff/officials/{official}/sessions',
  caller: 'staff',
  permission: 'read-sessions',
  summary: { en: 'Sessions of an official, soonest first', fa: 'جلسه‌های یک مقام، نزدیک‌ترین در آغاز' },
  params: OfOfficial,
  query: z.object({
    limit: z._default(z.coerce.number().check(z.gte(1), z.lte(100), z.multipleOf(1)), 20),
    /** The listing begins here; now, if it is absent. The next page begins at `next`. */
    after: z.optional(Instant),
  }),
  reply: z.object({ items: z.array(SessionView), next: z.optional(Instant) }),
  status: 200,
  refusals: [],
});

export const planSession = operation({
  name: 'plan-session',
  method: 'POST',
  path: '/v1/{city}/staff/officials/{official}/sessions',
  caller: 'staff',
  permission: 'plan-sessions',
  summary: { en: 'Plan a session and open its slots', fa: 'برنامه‌ریزی جلسه و گشودن نوبت‌ها' },
  params: OfOfficial,
  query: Nothing,
  body: z.strictObject({
    venue: Slug,
    mode: z.enum(MODES),
    on: OfficeDay,
    from: ClockTime,
    to: ClockTime,
    slotMinutes: z.optional(z.int().check(z.gte(1), z.lte(480))),
    attendees: z.optional(Line),
  }),
  reply: SessionView,
  status: 201,
  refusals: ['session-impossible', 'idempotency-key-reused', 'changed-meanwhile'],
  idempotent: true,
});

export const changeSession = operation({
  name: 'change-session',
  method: 'POST',
  path: '/v1/{city}/staff/sessions/{session}/changes',
  caller: 'staff',
  permission: 'plan-sessions',
  summary: { en: 'Change place, way or attendees of a session', fa: 'تغییر محل، شیوه یا حاضران جلسه' },
  params: OfSession,
  query: Nothing,
  body: z.strictObject({
    venue: z.optional(Slug),
    mode: z.optional(z.enum(MODES)),
    attendees: z.optional(Line),
  }),
  reply: SessionView,
  status: 200,
  refusals: ['session-impossible', 'changed-meanwhile'],
});

export const cancelSession = operation({
  name: 'cancel-session',
  method: 'POST',
  path: '/v1/{city}/staff/sessions/{session}/cancellation',
  caller: 'staff',
  permission: 'plan-sessions',
  summary: { en: 'Cancel a session in which nobody holds a turn', fa: 'لغو جلسه‌ای که نوبتی در آن داده نشده' },
  params: OfSession,
  query: Nothing,
  body: z.strictObject({}),
  reply: SessionView,
  status: 200,
  refusals: ['session-has-turns', 'session-impossible', 'changed-meanwhile'],
});

export const showSession = operation({
  name: 'show-session',
  method: 'GET',
  path: '/v1/{city}/staff/sessions/{session}',
  caller: 'staff',
  permission: 'read-sessions',
  summary: { en: 'A session with its slots and who holds them', fa: 'جلسه با نوبت‌ها و دارندگان آن‌ها' },
  params: OfSession,
  query: Nothing,
  reply: z.object({ session: SessionView, slots: z.array(SlotView) }),
  status: 200,
  refusals: [],
});
