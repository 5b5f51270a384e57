import type { Official } from '../../domain/official.ts';
import { toPersianDigits } from '../../domain/say-time.ts';
import type { SessionTemplate } from '../../domain/session-template.ts';
import type { Unit, UnitKind } from '../../domain/unit.ts';
import type { Venue } from '../../domain/venue.ts';

const HEADQUARTERS = 'hq';

const districts: Unit[] = Array.from({ length: 22 }, (_, index): Unit => {
  const number = String(index + 1);
  return {
    id: `d${number.padStart(2, '0')}`,
    kind: 'district',
    parent: HEADQUARTERS,
    name: { fa: `منطقه ${toPersianDigits(number)}`, en: `District ${number}` },
  };
});

const body = (kind: UnitKind, id: string, fa: string, en: string): Unit => ({
  id,
  kind,
  parent: HEADQUARTERS,
  name: { fa, en },
});

export const tehranUnits: Unit[] = [
  { id: HEADQUARTERS, kind: 'headquarters', name: { fa: 'ستاد شهرداری تهران', en: 'Tehran City Hall' } },
  ...districts,
  body('company', 'metro', 'شرکت بهره‌برداری متروی تهران و حومه', 'Tehran Metro Operating Company'),
  body('organisation', 'fire', 'سازمان آتش‌نشانی و خدمات ایمنی', 'Fire and Safety Organisation'),
  body('organisation', 'behesht-e-zahra', 'سازمان بهشت زهرا', 'Behesht-e Zahra Cemetery'),
  body('organisation', 'parks', 'سازمان بوستان‌ها و فضای سبز', 'Parks and Green Space Organisation'),
  body('organisation', 'beautification', 'سازمان زیباسازی', 'Beautification Organisation'),
  body('organisation', 'markets', 'سازمان میادین میوه و تره‌بار', 'Fruit and Vegetable Markets'),
  body('organisation', 'waste', 'سازمان مدیریت پسماند', 'Waste Management Organisation'),
  body('company', 'city-industries', 'شرکت ساماندهی صنایع و مشاغل شهر', 'City Industries Company'),
  body('organisation', 'engineering', 'سازمان مهندسی و عمران', 'Engineering and Construction Organisation'),
  body('organisation', 'inspection', 'سازمان بازرسی', 'Inspection Organisation'),
  body('organisation', 'culture', 'سازمان فرهنگی هنری', 'Culture and Art Organisation'),
  body('organisation', 'welfare', 'سازمان رفاه و خدمات اجتماعی', 'Welfare Organisation'),
  {
    ...body('external', 'water-board', 'شرکت آب و فاضلاب استان تهران', 'Tehran Water and Wastewater Company'),
    liaison: HEADQUARTERS,
  },
];

const ownUnits = tehranUnits.filter((unit) => unit.kind !== 'external');

/** The head of each unit; the mayor of Tehran has a deputy who may stand in. */
export const tehranOfficials: Official[] = [
  {
    id: 'hq-mayor',
    unit: HEADQUARTERS,
    title: { fa: 'شهردار تهران', en: 'Mayor of Tehran' },
    delegate: 'hq-deputy',
    allocation: 'priority-classes',
  },
  {
    id: 'hq-deputy',
    unit: HEADQUARTERS,
    title: { fa: 'قائم‌مقام شهردار تهران', en: 'Deputy Mayor of Tehran' },
    allocation: 'first-come',
  },
  ...ownUnits.filter((unit) => unit.kind !== 'headquarters').map(headOf),
];

/** Some posts that hold sessions by rule, one of them in a metro station; the secretaries of the others plan by hand. */
export const tehranTemplates: SessionTemplate[] = [
  weekly('d03-mayor', 'd03-office', {
    weekdays: [1],
    from: '09:00',
    to: '11:00',
    attendees: [{ unit: 'engineering' }],
  }),
  weekly('d22-mayor', 'd22-office', {
    ...{ weekdays: [6, 2], from: '08:00', to: '10:30', breaks: [{ from: '09:30', to: '09:45' }] },
  }),
  weekly('fire-head', 'city-theatre-station', {
    weekdays: [3],
    everyWeeks: 2,
    from: '10:00',
    to: '12:00',
    walkInSlots: 3,
  }),
  weekly('hq-deputy', 'hq-office', { weekdays: [7], everyWeeks: 4, from: '10:00', to: '12:00', slotMinutes: 15 }),
];

export const tehranVenues: Venue[] = [
  ...ownUnits.map(
    ({ id, name }): Venue => ({
      id: `${id}-office`,
      unit: id,
      kind: 'office',
      name: { fa: `دفتر ملاقات مردمی ${name.fa}`, en: `Public meeting office, ${name.en}` },
      stepFree: true,
      capacity: 3,
    }),
  ),
  {
    id: 'city-theatre-station',
    unit: 'metro',
    kind: 'station',
    name: { fa: 'ایستگاه متروی تئاتر شهر، سالن بلیت', en: 'City Theatre metro station, ticket hall' },
    stepFree: true,
    inductionLoop: true,
    capacity: 2,
    map: { latitude: 35.7003, longitude: 51.4055 },
  },
  {
    id: 'laleh-park',
    unit: 'd06',
    kind: 'park',
    name: { fa: 'بوستان لاله، میز خدمت', en: 'Laleh Park, service desk' },
    capacity: 1,
    map: { latitude: 35.7117, longitude: 51.3936 },
  },
  {
    id: 'grand-mosque',
    unit: 'd12',
    kind: 'mosque',
    name: { fa: 'مسجد جامع بازار', en: 'Grand Mosque of the Bazaar' },
    capacity: 2,
    signLanguage: 'on-request',
  },
  { id: 'phone', unit: HEADQUARTERS, kind: 'phone', name: { fa: 'ملاقات تلفنی', en: 'Meeting by phone' } },
  { id: 'video', unit: HEADQUARTERS, kind: 'video', name: { fa: 'ملاقات تصویری', en: 'Meeting by video' } },
];

function weekly(
  official: string,
  venue: string,
  more: Pick<SessionTemplate, 'weekdays' | 'from' | 'to'> & Partial<SessionTemplate>,
): SessionTemplate {
  return {
    ...{ id: `${official}-${more.weekdays.join('-')}`, official, venue, mode: 'in-person', everyWeeks: 1 },
    ...{ slotMinutes: 10, urgentSlots: 2, walkInSlots: 1, breaks: [], attendees: [], exceptions: [] },
    ...{ validFrom: '2026-03-21', ...more },
  };
}

function headOf({ id, kind, name }: Unit): Official {
  const { fa, en } = name;
  return kind === 'district'
    ? { id: `${id}-mayor`, unit: id, title: { fa: `شهردار ${fa}`, en: `Mayor of ${en}` }, allocation: 'first-come' }
    : { id: `${id}-head`, unit: id, title: { fa: `مدیرعامل ${fa}`, en: `Head of ${en}` }, allocation: 'first-come' };
}
