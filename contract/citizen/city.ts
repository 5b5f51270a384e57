import * as z from 'zod/mini';
import { CalendarSystem } from '../../domain/city.ts';
import { AllocationRule } from '../../domain/official.ts';
import { Policies } from '../../domain/policies.ts';
import { Slug, UnitKind } from '../../domain/unit.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';

const Named = z.object({ id: z.string(), name: z.string() });

/** What the city has promised its citizens in numbers. */
const PublishedPolicies = z.pick(Policies, {
  triageWorkingDays: true,
  turnOfferedWithinWorkingDays: true,
  citizenAnswersWithinWorkingDays: true,
  offerHoldWorkingDays: true,
  formHoldMinutes: true,
  outcomeWorkingDays: true,
  orderDueWorkingDays: true,
  veryLateWorkingDays: true,
  rungWorkingDays: true,
  ladder: true,
  openRequestsPerOfficial: true,
  movesAllowed: true,
  moveUntil: true,
  rebookNoShows: true,
  retentionYears: true,
});

/** The city in the caller's language: how it calls itself, writes numbers and dates, and what it has promised. */
export const CityView = z.object({
  ...Named.shape,
  locales: z.array(z.string()),
  timeZone: z.string(),
  calendarSystem: z.record(z.string(), CalendarSystem),
  branding: z.object({ service: z.string(), authority: z.string(), colour: z.string(), onColour: z.string() }),
  channels: z.array(Named),
  phoneRule: z.object({ pattern: z.string(), replace: z.string(), example: z.string() }),
  idKinds: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      holder: z.string(),
      check: z.string(),
      min: z.optional(z.int()),
      max: z.optional(z.int()),
      pattern: z.optional(z.string()),
    }),
  ),
  /** Who comes first at posts whose rule it is, first things first, and what shows it. */
  priorityClasses: z.array(z.object({ ...Named.shape, evidence: z.string() })),
  /** For which reasons a turn is given out of order. */
  jumpReasons: z.array(Named),
  /** For which reasons a wish to meet is declined. */
  declineReasons: z.array(Named),
  emergencyContacts: z.array(z.object({ name: z.string(), number: z.string() })),
  policies: PublishedPolicies,
});

export const OfficialView = z.object({
  id: z.string(),
  unit: z.string(),
  title: z.string(),
  holder: z.optional(z.string()),
  delegate: z.optional(z.string()),
  allocation: AllocationRule,
});

export const showCity = operation({
  name: 'show-city',
  method: 'GET',
  path: '/v1/{city}',
  caller: 'anyone',
  summary: {
    en: 'The city: names, languages, id kinds, channels, emergency numbers, published limits',
    fa: 'شهر: نام‌ها، زبان‌ها، انواع شناسه، راه‌های ثبت، شماره‌های اضطراری و مهلت‌های اعلام‌شده',
  },
  params: Nothing,
  query: Nothing,
  reply: CityView,
  status: 200,
  refusals: [],
});

export const listUnits = operation({
  name: 'list-units',
  method: 'GET',
  path: '/v1/{city}/units',
  caller: 'anyone',
  summary: { en: 'The bodies of the city', fa: 'واحدهای شهر' },
  params: Nothing,
  query: Nothing,
  reply: z.object({
    units: z.array(
      z.object({ ...Named.shape, kind: UnitKind, parent: z.optional(z.string()), pilot: z.optional(z.boolean()) }),
    ),
  }),
  status: 200,
  refusals: [],
});

export const listOfficials = operation({
  name: 'list-officials',
  method: 'GET',
  path: '/v1/{city}/units/{unit}/officials',
  caller: 'anyone',
  summary: {
    en: 'The officials of a unit whom one can ask to meet',
    fa: 'مقام‌های هر واحد که می‌توان با آنان ملاقات کرد',
  },
  params: z.object({ unit: Slug }),
  query: Nothing,
  reply: z.object({ officials: z.array(OfficialView) }),
  status: 200,
  refusals: [],
});

export const listTopics = operation({
  name: 'list-topics',
  method: 'GET',
  path: '/v1/{city}/topics',
  caller: 'anyone',
  summary: {
    en: 'What a request can be about; with `official`, only what can be brought to that official',
    fa: 'موضوع‌های درخواست؛ با `official` تنها آنچه نزد همان مقام پذیرفته می‌شود',
  },
  params: Nothing,
  query: z.object({ official: z.optional(Slug) }),
  reply: z.object({ topics: z.array(z.object({ ...Named.shape, parent: z.optional(z.string()) })) }),
  status: 200,
  refusals: [],
});
