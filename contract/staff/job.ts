import * as z from 'zod/mini';
import { Instant } from '../../domain/time.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { ExtraSessionView } from './closure.ts';
import { Id } from './fields.ts';

export const showJob = operation({
  name: 'show-job',
  method: 'GET',
  path: '/v1/{city}/staff/jobs/{job}',
  caller: 'staff',
  permission: 'close-office',
  summary: { en: 'How far a closure or the moving of dates has come', fa: 'پیشرفت تعطیلی یا جابه‌جایی مهلت‌ها' },
  params: z.object({ job: Id }),
  query: Nothing,
  reply: z.object({
    id: z.string(),
    /** Whose calendar changed; the whole city's if absent. */
    unit: z.optional(z.string()),
    reason: z.string(),
    askedAt: Instant,
    /** Requests that were looked at, of how many; not known before the first run. */
    done: z.int(),
    total: z.optional(z.int()),
    /** Requests of which a date has moved, and those on which it failed again and again. */
    moved: z.int(),
    failed: z.int(),
    finishedAt: z.optional(Instant),
    /** After a closure: sessions that could be held for those who have no turn yet. */
    extra: z.array(ExtraSessionView),
  }),
  status: 200,
  refusals: [],
});
