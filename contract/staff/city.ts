import * as z from 'zod/mini';
import { CalendarOverride, OfficeCalendar } from '../../domain/calendar.ts';
import { City, CityData } from '../../domain/city.ts';
import { Policies, PolicyOverrides } from '../../domain/policies.ts';
import { Slug } from '../../domain/unit.ts';
import { Nothing } from '../nothing.ts';
import { operation } from '../operation.ts';
import { Line } from './fields.ts';

/** The city's own, or those of one unit with what it does otherwise. */
const OfPlace = z.object({ unit: z.optional(Slug) });

const PoliciesView = z.object({ policies: Policies, overrides: z.optional(PolicyOverrides) });
const CalendarView = z.object({ calendar: OfficeCalendar, override: z.optional(CalendarOverride) });
const CityView = z.omit(City, { calendar: true, policies: true });

export const showPolicies = operation({
  name: 'show-policies',
  method: 'GET',
  path: '/v1/{city}/staff/policies',
  caller: 'staff',
  permission: 'manage-city',
  summary: { en: 'The limits of the city or of a unit', fa: 'مهلت‌ها و سقف‌های شهر یا واحد' },
  params: Nothing,
  query: OfPlace,
  reply: PoliciesView,
  status: 200,
  refusals: [],
});

export const putPolicies = operation({
  name: 'put-policies',
  method: 'PUT',
  path: '/v1/{city}/staff/policies',
  caller: 'staff',
  permission: 'manage-city',
  summary: { en: 'Change the limits of the city or of a unit', fa: 'تغییر مهلت‌ها و سقف‌های شهر یا واحد' },
  params: Nothing,
  query: Nothing,
  body: z.union([z.strictObject({ policies: Policies }), z.strictObject({ unit: Slug, overrides: PolicyOverrides })]),
  reply: PoliciesView,
  status: 200,
  refusals: [],
});

export const showCalendar = operation({
  name: 'show-calendar',
  method: 'GET',
  path: '/v1/{city}/staff/calendar',
  caller: 'staff',
  permission: 'manage-city',
  summary: { en: 'When the city or a unit is open', fa: 'تقویم کاری شهر یا واحد' },
  params: Nothing,
  query: OfPlace,
  reply: CalendarView,
  status: 200,
  refusals: [],
});

export const putCalendar = operation({
  name: 'put-calendar',
  method: 'PUT',
  path: '/v1/{city}/staff/calendar',
  caller: 'staff',
  permission: 'manage-city',
  summary: { en: 'Change when the city or a unit is open', fa: 'تغییر تقویم کاری شهر یا واحد' },
  params: Nothing,
  query: Nothing,
  body: z.union([
    z.strictObject({ calendar: OfficeCalendar, reason: Line }),
    z.strictObject({ unit: Slug, override: CalendarOverride, reason: Line }),
  ]),
  /** The job that moves the open dates: see show-job. */
  reply: z.extend(CalendarView, { job: z.string() }),
  status: 200,
  refusals: [],
});

export const showCitySettings = operation({
  name: 'show-city-settings',
  method: 'GET',
  path: '/v1/{city}/staff/city',
  caller: 'staff',
  permission: 'manage-city',
  summary: { en: 'What is local to the city, in all its languages', fa: 'مشخصات شهر به همه زبان‌ها' },
  params: Nothing,
  query: Nothing,
  reply: CityView,
  status: 200,
  refusals: [],
});

export const putCity = operation({
  name: 'put-city',
  method: 'PUT',
  path: '/v1/{city}/staff/city',
  caller: 'staff',
  permission: 'manage-city',
  summary: { en: 'Change what is local to the city', fa: 'تغییر مشخصات شهر' },
  params: Nothing,
  query: Nothing,
  body: z.strictObject(z.omit(City, { id: true, calendar: true, policies: true }).shape),
  reply: CityView,
  status: 200,
  refusals: [],
});

export const loadCity = operation({
  name: 'load-city',
  founds: true,
  method: 'PUT',
  path: '/v1/{city}/staff/city/data',
  caller: 'staff',
  permission: 'manage-city',
  summary: { en: 'Load a whole city again; safe to repeat', fa: 'بارگذاری دوباره داده‌های شهر؛ تکرارپذیر' },
  params: Nothing,
  query: Nothing,
  body: z.strictObject(CityData.shape),
  reply: z.object({
    units: z.int(),
    officials: z.int(),
    topics: z.int(),
    users: z.int(),
    venues: z.int(),
  }),
  status: 200,
  refusals: [],
});
