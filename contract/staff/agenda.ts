import * as z from 'zod/mini';
import { DigestLine } from '../../domain/digest.ts';
import { Instant, LocalDate } from '../../domain/time.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { Id } from './fields.ts';
import { OrderCard } from './order.ts';

/** How a post has kept its word: its open orders that are due, and the turns it let down in the last three months. */
const PromisesKept = z.object({
  due: z.int(),
  overdue: z.int(),
  veryLate: z.int(),
  disputed: z.int(),
  renewals: z.int(),
  hostAbsences: z.int(),
});

export const showAgenda = operation({
  name: 'show-agenda',
  method: 'GET',
  path: '/v1/{city}/staff/sessions/{session}/agenda',
  caller: 'staff',
  permission: 'read-case',
  summary: {
    en: 'What a session opens with: the official’s own orders that are overdue, or due within the week',
    fa: 'دستور آغاز جلسه: دستورهای همان مقام که مهلتشان گذشته یا تا یک هفته دیگر می‌رسد',
  },
  params: z.object({ session: Id }),
  query: Nothing,
  reply: z.object({
    official: z.string(),
    /** The longest due first; each is renewed, handed over or closed by the operations of its order. */
    cards: z.array(z.object({ ...OrderCard.shape, code: z.string() })),
    counts: PromisesKept,
    /** There are more than an agenda holds. */
    more: z.boolean(),
  }),
  status: 200,
  refusals: [],
});

export const listMyDigests = operation({
  name: 'list-my-digests',
  method: 'GET',
  path: '/v1/{city}/staff/digests',
  caller: 'staff',
  summary: {
    en: 'What has come to oneself, day by day, as it was told in the morning',
    fa: 'آنچه به خود کاربر رسیده است، روز به روز، چنان‌که بامداد به او گفته شد',
  },
  params: Nothing,
  query: Nothing,
  reply: z.object({
    items: z.array(
      z.object({
        on: LocalDate,
        at: Instant,
        /** Whether it also went out by e-mail; absent where there is no address. */
        mailed: z.optional(z.string()),
        lines: z.array(z.omit(DigestLine, { key: true })),
      }),
    ),
  }),
  status: 200,
  refusals: [],
});
