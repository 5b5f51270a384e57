import * as z from 'zod/mini';
import { SessionTemplate } from '../../domain/session-template.ts';
import { Slug } from '../../domain/unit.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { OfficeDay } from './fields.ts';
import { OfOfficial } from './session.ts';

/** What became, or will become, of one of a template's days. */
const DayView = z.object({
  on: OfficeDay,
  says: z.string(),
  state: z.enum(['planned', 'cancelled', 'to-be-planned', 'left-out', 'impossible']),
  session: z.optional(z.string()),
  /** Why nothing is held then: a word, and its sentence. */
  why: z.optional(z.string()),
  because: z.optional(z.string()),
  /** The name of the holiday. */
  holiday: z.optional(z.string()),
});

const TemplateView = z.extend(SessionTemplate, { days: z.array(DayView) });

const OfTemplate = z.object({ official: Slug, template: Slug });

export const listSessionTemplates = operation({
  name: 'list-session-templates',
  method: 'GET',
  path: '/v1/{city}/staff/officials/{official}/templates',
  caller: 'staff',
  permission: 'read-sessions',
  summary: {
    en: 'Session templates of an official, with what becomes of each day ahead',
    fa: 'الگوهای جلسه یک مقام و سرنوشت هر روز پیش رو',
  },
  params: OfOfficial,
  query: Nothing,
  reply: z.object({ templates: z.array(TemplateView) }),
  status: 200,
  refusals: [],
});

export const putSessionTemplate = operation({
  name: 'put-session-template',
  method: 'PUT',
  path: '/v1/{city}/staff/officials/{official}/templates/{template}',
  caller: 'staff',
  permission: 'plan-sessions',
  summary: {
    en: 'Add or change a session template; sessions that are planned already stay as they are',
    fa: 'افزودن یا تغییر الگوی جلسه؛ جلسه‌های برنامه‌ریزی‌شده همان می‌ماند',
  },
  params: OfTemplate,
  query: Nothing,
  body: z.strictObject(z.omit(SessionTemplate, { id: true, official: true, endsOn: true }).shape),
  reply: TemplateView,
  status: 200,
  refusals: ['session-impossible', 'changed-meanwhile'],
});

export const endSessionTemplate = operation({
  name: 'end-session-template',
  method: 'POST',
  path: '/v1/{city}/staff/officials/{official}/templates/{template}/end',
  caller: 'staff',
  permission: 'plan-sessions',
  summary: { en: 'Let a session template end on a day', fa: 'پایان الگوی جلسه در روز معین' },
  params: OfTemplate,
  query: Nothing,
  body: z.strictObject({ endsOn: OfficeDay }),
  reply: TemplateView,
  status: 200,
  refusals: ['changed-meanwhile'],
});
