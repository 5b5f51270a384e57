import type { City, CityData } from '../domain/city.ts';
import { defaultPolicies } from '../domain/policies.ts';
import { type StaffWording, seedUser, staffOfUnit } from './staff-of-unit.ts';
import { tehranCalendar } from './tehran/calendar.ts';
import { tehranDeclineReasons, tehranJumpReasons, tehranPriorities } from './tehran/priorities.ts';
import { tehranTopics } from './tehran/topics.ts';
import { tehranOfficials, tehranTemplates, tehranUnits, tehranVenues } from './tehran/units.ts';

const city: City = {
  id: 'tehran',
  name: { fa: 'تهران', en: 'Tehran' },
  locales: ['fa', 'en'],
  timeZone: 'Asia/Tehran',
  calendarSystem: { fa: 'persian', en: 'persian' },
  phoneRule: { pattern: '^(?:\\+98|0098|98|0)?(9\\d{9})$', replace: '+98$1', example: '09120000000' },
  idKinds: [
    { id: 'national-id', holder: 'citizen', check: 'iran-national-id', label: { fa: 'کد ملی', en: 'National id' } },
    {
      id: 'legal-entity-id',
      holder: 'legal-entity',
      check: 'iran-legal-entity',
      label: { fa: 'شناسه ملی شخص حقوقی', en: 'National id of a legal entity' },
    },
    {
      id: 'foreign-id',
      holder: 'foreign-national',
      check: 'foreign-id',
      label: { fa: 'شماره فراگیر اتباع یا گذرنامه', en: 'Foreign national number or passport' },
    },
  ],
  channels: [
    { id: 'web', name: { fa: 'سامانه ملاقات مردمی', en: 'Public meeting website' } },
    { id: 'counter', name: { fa: 'مراجعه حضوری', en: 'At the counter' } },
    { id: 'paper', name: { fa: 'پرونده کاغذی', en: 'Paper file' } },
    { id: 'letter', name: { fa: 'نامه', en: 'Letter' } },
    { id: 'phone', name: { fa: 'تلفن', en: 'Phone' } },
    { id: 'sms', name: { fa: 'پیامک', en: 'SMS' } },
    { id: 'ivr', name: { fa: 'تلفن گویا', en: 'Automatic phone line' } },
    { id: 'email', name: { fa: 'رایانامه', en: 'E-mail' } },
    { id: 'portal', name: { fa: 'درگاه شهرداری تهران', en: 'Municipality portal' } },
    { id: 'my-tehran', name: { fa: 'تهران من', en: 'My Tehran' } },
    { id: '137', name: { fa: 'سامانه ۱۳۷', en: 'Line 137' } },
    { id: '1888', name: { fa: 'سامانه ۱۸۸۸', en: 'Line 1888' } },
    { id: 'inspection', name: { fa: 'سازمان بازرسی', en: 'Inspection' } },
    { id: 'communications', name: { fa: 'اداره کل ارتباطات', en: 'Communications department' } },
    { id: 'government', name: { fa: 'سامانه ملاقات مردمی دولت', en: "The government's meeting system" } },
  ],
  priorityClasses: [...tehranPriorities],
  jumpReasons: [...tehranJumpReasons],
  declineReasons: [...tehranDeclineReasons],
  emergencyContacts: [
    { name: { fa: 'خرابی‌های شهری', en: 'Faults in the city' }, number: '137' },
    { name: { fa: 'شکایت از شهرداری', en: 'Complaints about the municipality' }, number: '1888' },
    { name: { fa: 'آتش‌نشانی', en: 'Fire brigade' }, number: '125' },
    { name: { fa: 'اورژانس', en: 'Ambulance' }, number: '115' },
    { name: { fa: 'پلیس', en: 'Police' }, number: '110' },
  ],
  branding: {
    service: { fa: 'سامانه ملاقات مردمی', en: 'Public meetings' },
    authority: { fa: 'شهرداری تهران', en: 'Municipality of Tehran' },
    colour: '#0b5d4e',
    onColour: '#ffffff',
  },
  calendar: tehranCalendar,
  policies: defaultPolicies,
};

const wording: StaffWording = {
  city: city.id,
  locale: 'fa',
  posts: {
    clerk: 'کارشناس روابط عمومی',
    expert: 'کارشناس بررسی',
    secretary: 'دبیر جلسات',
    owner: 'مسئول پیگیری',
    'unit-manager': 'مدیر',
  },
  inUnit: (post, unit) => `${post} ${unit}`,
};

/** Tehran: the model of the system, with its units and posts and none of its people. */
export const tehran: CityData = {
  city,
  units: tehranUnits,
  officials: tehranOfficials,
  topics: tehranTopics,
  users: [
    ...tehranUnits
      .filter((unit) => unit.kind !== 'external')
      .flatMap((unit) => staffOfUnit(unit, tehranOfficials, wording)),
    seedUser(wording, 'coordinator', 'هماهنگ‌کننده ملاقات مردمی', [{ role: 'coordinator', unit: 'hq' }]),
    seedUser(wording, 'inspector', 'بازرس', [{ role: 'inspector', unit: 'hq' }]),
    seedUser(wording, 'administrator', 'راهبر سامانه', [{ role: 'administrator', unit: 'hq' }]),
    seedUser(wording, 'auditor', 'حسابرس', [{ role: 'auditor', unit: 'hq' }]),
  ],
  venues: tehranVenues,
  templates: tehranTemplates,
};
