import type { City, CityData } from '../domain/city.ts';
import { defaultPolicies } from '../domain/policies.ts';
import { eastmereCalendar } from './eastmere/calendar.ts';
import { eastmereDeclineReasons, eastmereJumpReasons, eastmerePriorities } from './eastmere/priorities.ts';
import {
  eastmereOfficials,
  eastmereTemplates,
  eastmereTopics,
  eastmereUnits,
  eastmereVenues,
} from './eastmere/units.ts';
import { type StaffWording, seedUser, staffOfUnit } from './staff-of-unit.ts';

/** Phone numbers are from the ranges that are reserved for invented people. */
const city: City = {
  id: 'eastmere',
  name: { en: 'Eastmere', fa: 'ایست‌میر' },
  locales: ['en', 'fa'],
  timeZone: 'Europe/London',
  calendarSystem: { en: 'gregory', fa: 'gregory' },
  phoneRule: { pattern: '^(?:\\+44|0044|44|0)?(7\\d{9})$', replace: '+44$1', example: '07700 900123' },
  idKinds: [
    {
      id: 'resident-card',
      holder: 'citizen',
      check: 'pattern',
      pattern: 'EM\\d{6}',
      label: { en: 'Resident card number', fa: 'شماره کارت ساکنان' },
    },
    {
      id: 'tax-number',
      holder: 'citizen',
      check: 'digits',
      min: 10,
      max: 10,
      label: { en: 'Tax number', fa: 'شماره مالیاتی' },
    },
    {
      id: 'company-number',
      holder: 'legal-entity',
      check: 'pattern',
      pattern: '\\d{8}|[A-Z]{2}\\d{6}',
      label: { en: 'Company number', fa: 'شماره ثبت شرکت' },
    },
    { id: 'passport', holder: 'foreign-national', check: 'foreign-id', label: { en: 'Passport', fa: 'گذرنامه' } },
  ],
  channels: [
    { id: 'web', name: { en: 'Website', fa: 'وب‌گاه' } },
    { id: 'counter', name: { en: 'At the counter', fa: 'مراجعه حضوری' } },
    { id: 'paper', name: { en: 'Paper file', fa: 'پرونده کاغذی' } },
    { id: 'letter', name: { en: 'Letter', fa: 'نامه' } },
    { id: 'phone', name: { en: 'Phone', fa: 'تلفن' } },
    { id: 'sms', name: { en: 'SMS', fa: 'پیامک' } },
    { id: 'ivr', name: { en: 'Automatic phone line', fa: 'تلفن گویا' } },
    { id: 'email', name: { en: 'E-mail', fa: 'رایانامه' } },
    { id: 'street-line', name: { en: 'Street fault line', fa: 'خط خرابی معابر' } },
  ],
  priorityClasses: [...eastmerePriorities],
  jumpReasons: [...eastmereJumpReasons],
  declineReasons: [...eastmereDeclineReasons],
  emergencyContacts: [
    { name: { en: 'Emergency', fa: 'فوریت‌ها' }, number: '999' },
    { name: { en: 'Faults in the street', fa: 'خرابی معابر' }, number: '01632 960137' },
  ],
  branding: {
    service: { en: 'Meet your council', fa: 'ملاقات مردمی' },
    authority: { en: 'Eastmere City Council', fa: 'شورای شهر ایست‌میر' },
    colour: '#1d4f91',
    onColour: '#ffffff',
  },
  calendar: eastmereCalendar,
  policies: defaultPolicies,
};

const wording: StaffWording = {
  city: city.id,
  locale: 'en',
  posts: {
    clerk: 'Clerk',
    expert: 'Case officer',
    secretary: 'Meeting secretary',
    owner: 'Follow-up officer',
    'unit-manager': 'Manager',
  },
  inUnit: (post, unit) => `${post}, ${unit}`,
};

/** An invented English city, Monday to Friday, with summer time: it proves that nothing in the code is Tehran's. */
export const eastmere: CityData = {
  city,
  units: eastmereUnits,
  officials: eastmereOfficials,
  topics: eastmereTopics,
  users: [
    ...eastmereUnits
      .filter((unit) => unit.kind !== 'external')
      .flatMap((unit) => staffOfUnit(unit, eastmereOfficials, wording)),
    seedUser(wording, 'coordinator', 'Coordinator', [{ role: 'coordinator', unit: 'hq' }]),
    seedUser(wording, 'inspector', 'Inspector', [{ role: 'inspector', unit: 'hq' }]),
    seedUser(wording, 'administrator', 'Administrator', [{ role: 'administrator', unit: 'hq' }]),
    seedUser(wording, 'auditor', 'Auditor', [{ role: 'auditor', unit: 'hq' }]),
  ],
  venues: eastmereVenues,
  templates: eastmereTemplates,
};
