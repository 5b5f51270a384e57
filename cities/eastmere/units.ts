import type { Official } from '../../domain/official.ts';
import type { SessionTemplate } from '../../domain/session-template.ts';
import type { Topic } from '../../domain/topic.ts';
import type { Unit, UnitKind } from '../../domain/unit.ts';
import type { Venue } from '../../domain/venue.ts';

const HEADQUARTERS = 'hq';

const body = (kind: UnitKind, id: string, en: string, fa: string): Unit => ({
  id,
  kind,
  parent: HEADQUARTERS,
  name: { en, fa },
});

export const eastmereUnits: Unit[] = [
  { id: HEADQUARTERS, kind: 'headquarters', name: { en: 'Eastmere City Hall', fa: 'شهرداری ایست‌میر' } },
  body('district', 'harbour', 'Harbour Ward', 'محله بندر'),
  body('district', 'old-town', 'Old Town Ward', 'محله شهر کهنه'),
  body('district', 'northfield', 'Northfield Ward', 'محله نورث‌فیلد'),
  { ...body('district', 'lakeside', 'Lakeside Ward', 'محله کنار دریاچه'), pilot: true },
  {
    ...body('company', 'trams', 'Eastmere Trams', 'تراموای ایست‌میر'),
    calendar: { hours: [{ from: '2020-01-01', opens: '08:00', closes: '18:00' }] },
  },
  body('company', 'homes', 'Eastmere Homes', 'خانه‌های ایست‌میر'),
  {
    ...body('company', 'waste', 'Eastmere Recycling', 'بازیافت ایست‌میر'),
    policies: { orderDueWorkingDays: 10 },
  },
  { ...body('external', 'water', 'Mere Valley Water', 'آب دره میر'), liaison: HEADQUARTERS },
];

const post = (id: string, unit: string, en: string, fa: string): Official => ({
  id,
  unit,
  title: { en, fa },
  allocation: 'first-come',
});

export const eastmereOfficials: Official[] = [
  {
    ...post('hq-mayor', HEADQUARTERS, 'Mayor of Eastmere', 'شهردار ایست‌میر'),
    allocation: 'draw',
    delegate: 'hq-deputy',
  },
  post('hq-deputy', HEADQUARTERS, 'Deputy Mayor of Eastmere', 'معاون شهردار ایست‌میر'),
  post('harbour-alderman', 'harbour', 'Alderman of Harbour Ward', 'رئیس محله بندر'),
  post('old-town-alderman', 'old-town', 'Alderman of Old Town Ward', 'رئیس محله شهر کهنه'),
  post('northfield-alderman', 'northfield', 'Alderman of Northfield Ward', 'رئیس محله نورث‌فیلد'),
  post('lakeside-alderman', 'lakeside', 'Alderman of Lakeside Ward', 'رئیس محله کنار دریاچه'),
  post('trams-director', 'trams', 'Director of Eastmere Trams', 'مدیر تراموای ایست‌میر'),
  {
    ...post('homes-director', 'homes', 'Director of Eastmere Homes', 'مدیر خانه‌های ایست‌میر'),
    allocation: 'priority-classes',
  },
  post('waste-director', 'waste', 'Director of Eastmere Recycling', 'مدیر بازیافت ایست‌میر'),
];

const topic = (id: string, en: string, fa: string): Topic => ({ id, name: { en, fa } });

export const eastmereTopics: Topic[] = [
  {
    ...topic('planning', 'Planning', 'شهرسازی'),
    unitKinds: ['headquarters', 'district'],
    attendees: [{ post: 'hq-deputy' }],
  },
  { ...topic('planning-permission', 'Planning permission', 'پروانه ساخت'), parent: 'planning' },
  { ...topic('listed-building', 'Listed building', 'بنای ثبت‌شده'), parent: 'planning' },
  { ...topic('housing', 'Housing', 'مسکن'), units: ['homes', HEADQUARTERS], attendees: [{ post: 'homes-director' }] },
  { ...topic('repairs', 'Repairs', 'تعمیرات'), parent: 'housing' },
  { ...topic('waiting-list', 'Waiting list', 'فهرست انتظار'), parent: 'housing' },
  topic('transport', 'Streets and transport', 'خیابان و حمل‌ونقل'),
  topic('waste', 'Waste and recycling', 'پسماند و بازیافت'),
  topic('council-tax', 'Council tax', 'عوارض'),
  topic('other', 'Something else', 'سایر'),
];

const weekly = (
  official: string,
  venue: string,
  more: Pick<SessionTemplate, 'weekdays' | 'from' | 'to'> & Partial<SessionTemplate>,
): SessionTemplate => ({
  ...{ id: `${official}-${more.weekdays.join('-')}`, official, venue, mode: 'in-person', everyWeeks: 1 },
  ...{ slotMinutes: 10, urgentSlots: 2, walkInSlots: 1, breaks: [], attendees: [], exceptions: [] },
  ...{ validFrom: '2026-04-06', ...more },
});

export const eastmereTemplates: SessionTemplate[] = [
  weekly('lakeside-alderman', 'lakeside-office', {
    ...{ weekdays: [2], from: '10:00', to: '12:00', breaks: [{ from: '11:00', to: '11:10' }] },
  }),
  weekly('trams-director', 'video', { mode: 'video', weekdays: [4], everyWeeks: 2, from: '14:00', to: '16:00' }),
];

const venue = (id: string, unit: string, kind: Venue['kind'], en: string, fa: string): Venue => ({
  id,
  unit,
  kind,
  name: { en, fa },
});

export const eastmereVenues: Venue[] = [
  venue('city-hall', HEADQUARTERS, 'office', 'City Hall, room 1', 'شهرداری، اتاق ۱'),
  venue('harbour-office', 'harbour', 'office', 'Harbour Ward office', 'دفتر محله بندر'),
  venue('old-town-office', 'old-town', 'office', 'Old Town Ward office', 'دفتر محله شهر کهنه'),
  venue('northfield-office', 'northfield', 'office', 'Northfield Ward office', 'دفتر محله نورث‌فیلد'),
  venue('lakeside-office', 'lakeside', 'office', 'Lakeside Ward office', 'دفتر محله کنار دریاچه'),
  venue('homes-office', 'homes', 'office', 'Eastmere Homes, front desk', 'خانه‌های ایست‌میر، پیشخوان'),
  venue('waste-office', 'waste', 'office', 'Eastmere Recycling, front desk', 'بازیافت ایست‌میر، پیشخوان'),
  {
    ...venue('quay-stop', 'trams', 'station', 'Quay tram stop, waiting room', 'ایستگاه تراموای اسکله، اتاق انتظار'),
    capacity: 1,
    signLanguage: 'on-request',
  },
  venue('phone', HEADQUARTERS, 'phone', 'Meeting by phone', 'ملاقات تلفنی'),
  venue('video', HEADQUARTERS, 'video', 'Meeting by video', 'ملاقات تصویری'),
];
