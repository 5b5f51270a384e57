import * as z from 'zod/mini';
import { Instant } from '../../domain/time.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { Id, OfUnit, PageQuery, Paragraph, pageOf } from './fields.ts';

/** Somebody to be called, named by their case; name and number are read there, so that the look is written down. */
const CallTaskView = z.object({
  id: z.string(),
  request: z.string(),
  unit: z.string(),
  about: z.string(),
  facts: z.record(z.string(), z.string()),
  dueAt: Instant,
  overdue: z.boolean(),
  why: z.string(),
  done: z.optional(z.object({ at: Instant, result: z.string(), note: z.optional(z.string()) })),
});

export const listCallTasks = operation({
  name: 'list-call-tasks',
  method: 'GET',
  path: '/v1/{city}/staff/units/{unit}/call-tasks',
  caller: 'staff',
  permission: 'do-call-tasks',
  summary: { en: 'Whom to call, soonest due first', fa: 'تماس‌های در نوبت انجام' },
  params: OfUnit,
  query: PageQuery,
  reply: pageOf(CallTaskView),
  status: 200,
  refusals: [],
});

export const settleCallTask = operation({
  name: 'settle-call-task',
  method: 'POST',
  path: '/v1/{city}/staff/units/{unit}/call-tasks/{task}',
  caller: 'staff',
  permission: 'do-call-tasks',
  summary: { en: 'Say how the call went', fa: 'ثبت نتیجه تماس' },
  params: z.object({ ...OfUnit.shape, task: Id }),
  query: Nothing,
  body: z.strictObject({ result: z.enum(['told', 'not-reached']), note: z.optional(Paragraph) }),
  reply: CallTaskView,
  status: 200,
  refusals: ['already-recorded'],
});
