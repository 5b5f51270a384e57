import * as z from 'zod/mini';
import { Committee, Matter, Seat } from '../../domain/committee.ts';
import { ClockTime } from '../../domain/time.ts';
import { Slug } from '../../domain/unit.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { OrderView, RequestView } from '../request-view.ts';
import { Id, Line, OfficeDay, OfUnit, Paragraph } from './fields.ts';

const OfCommittee = z.object({ committee: Id });
const OfMatter = z.object({
  committee: Id,
  number: z.coerce.number().check(z.gte(1), z.lte(999), z.multipleOf(1)),
});
const MOST_SEATS = 80;

/** A seat as it is read: the role and the unit, in words too. */
const SeatView = z.object({ ...Seat.shape, says: z.string() });
const CommitteeView = z.object({ ...Committee.shape, attendees: z.array(SeatView), says: z.string() });
/** A matter with its order as it stands now. */
const MatterView = z.object({ ...Matter.shape, card: z.optional(OrderView) });
const Agenda = z.object({ committee: CommitteeView, matters: z.array(MatterView) });

export const planCommittee = operation({
  name: 'plan-committee',
  method: 'POST',
  path: '/v1/{city}/staff/units/{unit}/committees',
  caller: 'staff',
  permission: 'hold-committee',
  summary: {
    en: 'Plan a committee of a unit; each that is closed plans the next, so many weeks later',
    fa: 'برنامه‌ریزی کمیته واحد؛ با پایان هر جلسه، جلسه بعد برنامه‌ریزی می‌شود',
  },
  params: OfUnit,
  query: Nothing,
  body: z.strictObject({
    on: OfficeDay,
    from: ClockTime,
    to: ClockTime,
    /** 0 for one that stands alone. */
    everyWeeks: z._default(z.int().check(z.gte(0), z.lte(12)), 1),
    /** All managers of the unit and below, the coordinator and the inspector, unless others are named. */
    attendees: z.optional(
      z.array(z.strictObject({ role: Seat.shape.role, unit: Slug })).check(z.maxLength(MOST_SEATS)),
    ),
  }),
  reply: CommitteeView,
  status: 201,
  refusals: ['session-impossible', 'idempotency-key-reused'],
  idempotent: true,
});

export const listCommittees = operation({
  name: 'list-committees',
  method: 'GET',
  path: '/v1/{city}/staff/units/{unit}/committees',
  caller: 'staff',
  permission: 'hold-committee',
  summary: { en: 'Committees of a unit, newest first', fa: 'کمیته‌های یک واحد، تازه‌ترین در آغاز' },
  params: OfUnit,
  query: Nothing,
  reply: z.object({ items: z.array(CommitteeView) }),
  status: 200,
  refusals: [],
});

export const showCommittee = operation({
  name: 'show-committee',
  method: 'GET',
  path: '/v1/{city}/staff/committees/{committee}',
  caller: 'staff',
  permission: 'hold-committee',
  summary: {
    en: 'A committee with its agenda; before it is opened, the agenda as it would be now',
    fa: 'کمیته و دستور جلسه آن؛ پیش از آغاز، دستور جلسه به وضع کنونی',
  },
  params: OfCommittee,
  query: Nothing,
  reply: Agenda,
  status: 200,
  refusals: [],
});

export const openCommittee = operation({
  name: 'open-committee',
  method: 'POST',
  path: '/v1/{city}/staff/committees/{committee}/opening',
  caller: 'staff',
  permission: 'hold-committee',
  summary: { en: 'Open a committee; its agenda stands from then', fa: 'آغاز کمیته و تثبیت دستور جلسه' },
  params: OfCommittee,
  query: Nothing,
  body: z.strictObject({}),
  reply: Agenda,
  status: 200,
  refusals: ['already-recorded', 'session-impossible', 'changed-meanwhile'],
});

export const decideMatter = operation({
  name: 'decide-matter',
  method: 'POST',
  path: '/v1/{city}/staff/committees/{committee}/matters/{number}/decision',
  caller: 'staff',
  permission: 'hold-committee',
  summary: {
    en: 'What the committee decides about one matter; what it leaves undecided comes to the next',
    fa: 'تصمیم کمیته درباره یک مورد؛ آنچه بی‌تصمیم بماند به جلسه بعد می‌رود',
  },
  params: OfMatter,
  query: Nothing,
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('order'), text: Paragraph, unit: Slug, dueOn: z.optional(OfficeDay) }),
    z.strictObject({ kind: z.literal('renew'), text: Paragraph, dueOn: OfficeDay }),
    z.strictObject({ kind: z.literal('return'), text: Paragraph }),
    z.strictObject({ kind: z.literal('meet'), text: Paragraph, official: Slug, topic: z.optional(Slug) }),
    z.strictObject({ kind: z.literal('settle'), text: Paragraph, letterNumber: Line }),
    z.strictObject({ kind: z.literal('bar'), text: Paragraph }),
  ]),
  reply: z.object({ matter: Matter, request: RequestView }),
  status: 200,
  refusals: ['already-recorded', 'wrong-state', 'limit-reached', 'idempotency-key-reused', 'changed-meanwhile'],
});

export const closeCommittee = operation({
  name: 'close-committee',
  method: 'POST',
  path: '/v1/{city}/staff/committees/{committee}/closing',
  caller: 'staff',
  permission: 'hold-committee',
  summary: {
    en: 'Close a committee with its minutes, and plan the next',
    fa: 'پایان کمیته با صورت‌جلسه و برنامه جلسه بعد',
  },
  params: OfCommittee,
  query: Nothing,
  body: z.strictObject({ minutes: Paragraph }),
  reply: CommitteeView,
  status: 200,
  refusals: ['already-recorded', 'wrong-state', 'changed-meanwhile'],
});
