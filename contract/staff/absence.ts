import * as z from 'zod/mini';
import { ABSENCE_KINDS, Absence } from '../../domain/official.ts';
import { Slug } from '../../domain/unit.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { OfficeDay } from './fields.ts';
import { OfOfficial } from './session.ts';
import { AffectedView, PreviewToken } from './session-change.ts';

/** From the one day to the other; the delegate of the post stands in unless another post is named. */
const Wish = { from: OfficeDay, to: OfficeDay, kind: z.enum(ABSENCE_KINDS), standIn: z.optional(Slug) };

/** An absence with the post that stands in, as people call it. */
const AbsenceView = z.object({
  ...{ from: OfficeDay, to: OfficeDay, kind: z.enum(ABSENCE_KINDS) },
  ...{ standIn: z.string(), standInSays: z.string() },
});

export const listAbsences = operation({
  name: 'list-absences',
  method: 'GET',
  path: '/v1/{city}/staff/officials/{official}/absences',
  caller: 'staff',
  permission: 'plan-sessions',
  summary: { en: 'Absences of an official that are not over, soonest first', fa: 'غیبت‌های جاری و آینده یک مقام' },
  params: OfOfficial,
  query: Nothing,
  reply: z.object({ absences: z.array(AbsenceView) }),
  status: 200,
  refusals: [],
});

export const previewAbsence = operation({
  name: 'preview-absence',
  method: 'POST',
  path: '/v1/{city}/staff/officials/{official}/absences/preview',
  caller: 'staff',
  permission: 'plan-sessions',
  summary: { en: 'Whom a stand-in would receive', fa: 'جانشین چه کسانی را خواهد پذیرفت' },
  params: OfOfficial,
  query: Nothing,
  body: z.strictObject(Wish),
  reply: z.object({
    standIn: z.string(),
    standInSays: z.string(),
    /** Sessions in the absence; `busy` names another session of the stand-in at that time. */
    sessions: z.array(z.object({ session: z.string(), says: z.string(), busy: z.optional(z.string()) })),
    affected: z.array(AffectedView),
    preview: z.string(),
  }),
  status: 200,
  refusals: [],
});

export const recordAbsence = operation({
  name: 'record-absence',
  method: 'POST',
  path: '/v1/{city}/staff/officials/{official}/absences',
  caller: 'staff',
  permission: 'plan-sessions',
  summary: {
    en: 'The official is away and somebody stands in; whoever has a turn then is told, and may wait for the holder',
    fa: 'ثبت غیبت مقام و جانشین او؛ دارندگان نوبت آگاه می‌شوند و می‌توانند منتظر خود مقام بمانند',
  },
  params: OfOfficial,
  query: Nothing,
  body: z.strictObject({ ...Wish, preview: z.optional(PreviewToken) }),
  reply: z.object({ absences: z.array(Absence) }),
  status: 200,
  refusals: ['session-has-turns', 'changed-meanwhile'],
});
