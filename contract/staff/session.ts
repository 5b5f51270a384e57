import * as z from 'zod/mini';
import { Attendee, MOST_ATTENDEES } from '../../domain/attendee.ts';
import { MODES } from '../../domain/mode.ts';
import { SLOT_KINDS } from '../../domain/slot.ts';
import { ClockTime, Instant } from '../../domain/time.ts';
import { Slug } from '../../domain/unit.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { RequestId } from '../request-view.ts';
import { Id, Line, OfficeDay } from './fields.ts';

const Span = z.object({ startsAt: Instant, endsAt: Instant });

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
  breaks: z.optional(z.array(Span)),
  attendees: z.optional(z.array(Attendee)),
  template: z.optional(z.string()),
  /** Is it open to citizens? If not, from when on; without a moment, the staff publish it. */
  published: z.boolean(),
  publishesAt: z.optional(Instant),
  /** The post that receives people, while the official is away. */
  standIn: z.optional(z.string()),
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

export const OfOfficial = z.object({ official: Slug });
export const OfSession = z.object({ session: Id });

/** Posts, units and names; a single line is a name. */
export const AttendeesWish = z.union([Line, z.array(Attendee).check(z.maxLength(MOST_ATTENDEES))]);
const Pause = z.strictObject({ from: ClockTime, to: ClockTime });

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
    breaks: z.optional(z.array(Pause).check(z.maxLength(10))),
    attendees: z.optional(AttendeesWish),
    /** When its slots open: at once if absent. */
    publish: z.optional(z.union([z.literal('by-hand'), Instant])),
  }),
  reply: SessionView,
  status: 201,
  refusals: ['session-impossible', 'idempotency-key-reused', 'changed-meanwhile'],
  idempotent: true,
});

export const publishSession = operation({
  name: 'publish-session',
  method: 'POST',
  path: '/v1/{city}/staff/sessions/{session}/publication',
  caller: 'staff',
  permission: 'plan-sessions',
  summary: { en: 'Open a session to citizens and to the queue now', fa: 'انتشار جلسه و گشودن نوبت‌های آن' },
  params: OfSession,
  query: Nothing,
  body: z.strictObject({}),
  reply: SessionView,
  status: 200,
  refusals: ['session-impossible', 'changed-meanwhile'],
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

export const proposeAttendees = operation({
  name: 'propose-attendees',
  method: 'GET',
  path: '/v1/{city}/staff/sessions/{session}/attendees',
  caller: 'staff',
  permission: 'plan-sessions',
  summary: {
    en: 'Who should sit in, by the topics of the people who come, and who of them is busy then',
    fa: 'حاضران پیشنهادی بر پایه موضوع درخواست‌ها و گرفتاری همزمان آنان',
  },
  params: OfSession,
  query: Nothing,
  reply: z.object({
    proposed: z.array(
      z.object({
        attendee: Attendee,
        says: z.string(),
        /** Why: topics of booked requests, or the template of the session. */
        topics: z.array(z.string()),
        template: z.boolean(),
        /** Is it one of the session's attendees already? */
        has: z.boolean(),
        busy: z.array(
          z.object({ why: z.enum(['session', 'absent']), session: z.optional(z.string()), official: z.string() }),
        ),
      }),
    ),
  }),
  status: 200,
  refusals: [],
});
