import * as z from 'zod/mini';
import { Slug } from '../../domain/unit.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { SessionView } from '../session-view.ts';
import { OfficialView } from './city.ts';

export const listSessionsAhead = operation({
  name: 'list-sessions-ahead',
  method: 'GET',
  path: '/v1/{city}/officials/{official}/sessions',
  caller: 'anyone',
  summary: {
    en: 'The timetable of an official: the sessions ahead, and how many turns are free in each',
    fa: 'برنامه ملاقات یک مقام: جلسه‌های پیش رو و شمار نوبت‌های خالی هر یک',
  },
  params: z.object({ official: Slug }),
  query: Nothing,
  reply: z.object({
    official: OfficialView,
    sessions: z.array(z.extend(SessionView, { slots: z.int(), freeSlots: z.int() })),
  }),
  status: 200,
  refusals: [],
});
