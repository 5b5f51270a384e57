import type { Official } from '../../domain/official.ts';
import { toPersianDigits } from '../../domain/say-time.ts';
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

export const tehranVenues: Venue[] = [
  ...ownUnits.map(
    ({ id, name }): Venue => ({
      id: `${id}-office`,
      unit: id,
      kind: 'office',
      name: { fa: `دفتر ملاقات مردمی ${name.fa}`, en: `Public meeting office, ${name.en}` },
      stepFree: true,
    }),
  ),
  {
    id: 'city-theatre-station',
    unit: 'metro',
    kind: 'station',
    name: { fa: 'ایستگاه متروی تئاتر شهر، سالن بلیت', en: 'City Theatre metro station, ticket hall' },
    stepFree: true,
  },
  {
    id: 'laleh-park',
    unit: 'd06',
    kind: 'park',
    name: { fa: 'بوستان لاله، میز خدمت', en: 'Laleh Park, service desk' },
  },
  {
    id: 'grand-mosque',
    unit: 'd12',
    kind: 'mosque',
    name: { fa: 'مسجد جامع بازار', en: 'Grand Mosque of the Bazaar' },
  },
  { id: 'phone', unit: HEADQUARTERS, kind: 'phone', name: { fa: 'ملاقات تلفنی', en: 'Meeting by phone' } },
  { id: 'video', unit: HEADQUARTERS, kind: 'video', name: { fa: 'ملاقات تصویری', en: 'Meeting by video' } },
];

function headOf({ id, kind, name }: Unit): Official {
  const { fa, en } = name;
  return kind === 'district'
    ? { id: `${id}-mayor`, unit: id, title: { fa: `شهردار ${fa}`, en: `Mayor of ${en}` }, allocation: 'first-come' }
    : { id: `${id}-head`, unit: id, title: { fa: `مدیرعامل ${fa}`, en: `Head of ${en}` }, allocation: 'first-come' };
}
