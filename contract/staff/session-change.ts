import * as z from 'zod/mini';
import { MODES } from '../../domain/mode.ts';
import { ClockTime, Instant } from '../../domain/time.ts';
import { Slug } from '../../domain/unit.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { RequestId } from '../request-view.ts';
import { OfficeDay, Paragraph } from './fields.ts';
import { AttendeesWish, OfSession, SessionView } from './session.ts';

/** Another day or hour (it keeps its length), place or way, or other people at the table. */
const Wish = {
  on: z.optional(OfficeDay),
  from: z.optional(ClockTime),
  venue: z.optional(Slug),
  mode: z.optional(z.enum(MODES)),
  attendees: z.optional(AttendeesWish),
};

/** What a preview gave: it stands for the people who were affected then. */
export const PreviewToken = z.string().check(z.maxLength(200));

/** One person whom a change concerns, by code only, and what they would get. */
export const AffectedView = z.object({
  request: RequestId,
  code: z.string(),
  slot: z.string(),
  startsAt: Instant,
  says: z.string(),
  has: z.enum(['turn', 'offer']),
  /** How they are told; `call` and `silent` by no message. */
  reach: z.enum(['sms', 'email', 'call', 'silent']),
  gets: z.enum(['new-time', 'word', 'choice', 'held-turn', 'other-offer', 'first-in-queue']),
  /** The new time, or the turn that would be held. */
  next: z.optional(z.object({ startsAt: Instant, says: z.string() })),
});

const Preview = z.object({
  affected: z.array(AffectedView),
  /** To be sent with the act, wherever somebody is affected. */
  preview: z.string(),
});

export const previewSessionChange = operation({
  name: 'preview-session-change',
  method: 'POST',
  path: '/v1/{city}/staff/sessions/{session}/preview',
  caller: 'staff',
  permission: 'plan-sessions',
  summary: {
    en: 'Who would be affected if this session were changed or cancelled',
    fa: 'چه کسانی از تغییر یا لغو این جلسه اثر می‌پذیرند',
  },
  params: OfSession,
  query: Nothing,
  body: z.strictObject({ ...Wish, cancel: z.optional(z.literal(true)) }),
  reply: Preview,
  status: 200,
  refusals: ['session-impossible'],
});

export const changeSession = operation({
  name: 'change-session',
  method: 'POST',
  path: '/v1/{city}/staff/sessions/{session}/changes',
  caller: 'staff',
  permission: 'plan-sessions',
  summary: { en: 'Change time, place, way or attendees of a session', fa: 'تغییر زمان، محل، شیوه یا حاضران جلسه' },
  params: OfSession,
  query: Nothing,
  body: z.strictObject({ ...Wish, preview: z.optional(PreviewToken) }),
  reply: SessionView,
  status: 200,
  refusals: ['session-has-turns', 'session-impossible', 'changed-meanwhile'],
});

export const cancelSession = operation({
  name: 'cancel-session',
  method: 'POST',
  path: '/v1/{city}/staff/sessions/{session}/cancellation',
  caller: 'staff',
  permission: 'plan-sessions',
  summary: {
    en: 'Cancel a session; whoever has a turn there is held another one',
    fa: 'لغو جلسه؛ برای هر دارنده نوبت، نوبت دیگری نگه داشته می‌شود',
  },
  params: OfSession,
  query: Nothing,
  body: z.strictObject({ preview: z.optional(PreviewToken), text: z.optional(Paragraph) }),
  reply: SessionView,
  status: 200,
  refusals: ['session-has-turns', 'session-impossible', 'changed-meanwhile'],
});
