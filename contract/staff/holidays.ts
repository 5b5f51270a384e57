import * as z from 'zod/mini';
import { CalendarSystem } from '../../domain/city.ts';
import { LocalText } from '../../domain/local-text.ts';
import { LocalDate } from '../../domain/time.ts';
import { Slug } from '../../domain/unit.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { Line } from './fields.ts';

/** The holidays of one year, in place of those that the calendar has for it; the city's, or a unit's own. */
const HolidaysOfYear = {
  unit: z.optional(Slug),
  /** 1406 or 2027, by this calendar. */
  year: z.int().check(z.gte(1300), z.lte(2200)),
  system: CalendarSystem,
  rows: z
    .array(z.strictObject({ on: Line, name: LocalText, provisional: z.optional(z.boolean()) }))
    .check(z.minLength(1), z.maxLength(366)),
};

export const previewHolidays = operation({
  name: 'preview-holidays',
  method: 'POST',
  path: '/v1/{city}/staff/calendar/holidays/preview',
  caller: 'staff',
  permission: 'manage-city',
  summary: {
    en: 'What a list of holidays would change, and how many open dates it would move',
    fa: 'فهرست تعطیلات چه چیزی را تغییر می‌دهد و چند مهلت باز را جابه‌جا می‌کند',
  },
  params: Nothing,
  query: Nothing,
  body: z.strictObject(HolidaysOfYear),
  reply: z.object({
    added: z.array(LocalDate),
    removed: z.array(LocalDate),
    /** Open requests of which a date would move, of those that were looked at; the job looks at all. */
    moves: z.int(),
    lookedAt: z.int(),
    isAll: z.boolean(),
  }),
  status: 200,
  refusals: [],
});

export const importHolidays = operation({
  name: 'import-holidays',
  method: 'PUT',
  path: '/v1/{city}/staff/calendar/holidays',
  caller: 'staff',
  permission: 'manage-city',
  summary: { en: 'Take over the holidays of a year; safe to repeat', fa: 'ثبت تعطیلات یک سال؛ تکرارپذیر' },
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ ...HolidaysOfYear, reason: Line }),
  /** The job that moves the open dates: see show-job. */
  reply: z.object({ holidays: z.int(), job: z.string() }),
  status: 200,
  refusals: [],
});
