import type { OfficeCalendar } from '../../domain/calendar.ts';
import type { LocalDate } from '../../domain/time.ts';

type Holiday = OfficeCalendar['holidays'][number];

const holiday = (on: LocalDate, fa: string, en: string): Holiday => ({ on, name: { fa, en } });

/** Moon holidays of months to come may still move by a day: they are announced, never computed. */
const provisional = (on: LocalDate, fa: string, en: string): Holiday => ({ ...holiday(on, fa, en), provisional: true });

const holidaysOf1405: Holiday[] = [
  holiday('2026-03-21', 'نوروز', 'Nowruz'),
  holiday('2026-03-22', 'نوروز', 'Nowruz'),
  holiday('2026-03-23', 'نوروز', 'Nowruz'),
  holiday('2026-03-24', 'نوروز', 'Nowruz'),
  holiday('2026-04-01', 'روز جمهوری اسلامی', 'Islamic Republic Day'),
  holiday('2026-04-02', 'روز طبیعت', 'Nature Day'),
  provisional('2026-04-14', 'شهادت امام جعفر صادق (ع)', 'Martyrdom of Imam Sadiq'),
  holiday('2026-05-27', 'عید قربان', 'Eid al-Adha'),
  holiday('2026-06-04', 'رحلت امام خمینی و عید غدیر', 'Passing of Imam Khomeini and Eid al-Ghadir'),
  holiday('2026-06-05', 'قیام ۱۵ خرداد', 'Uprising of 15 Khordad'),
  holiday('2026-06-24', 'تاسوعا', 'Tasua'),
  holiday('2026-06-25', 'عاشورا', 'Ashura'),
  holiday('2026-08-04', 'اربعین', 'Arbaeen'),
  holiday('2026-08-12', 'رحلت پیامبر (ص) و شهادت امام حسن (ع)', 'Passing of the Prophet'),
  holiday('2026-08-13', 'شهادت امام رضا (ع)', 'Martyrdom of Imam Reza'),
  holiday('2026-08-21', 'شهادت امام حسن عسکری (ع)', 'Martyrdom of Imam Hasan Askari'),
  holiday('2026-08-30', 'میلاد پیامبر (ص) و امام جعفر صادق (ع)', 'Birth of the Prophet'),
  holiday('2026-11-13', 'شهادت حضرت فاطمه (س)', 'Martyrdom of Fatima'),
  provisional('2026-12-23', 'ولادت امام علی (ع)', 'Birth of Imam Ali'),
  provisional('2027-01-06', 'مبعث پیامبر (ص)', 'Mission of the Prophet'),
  provisional('2027-01-24', 'ولادت حضرت قائم (عج)', 'Birth of Imam Mahdi'),
  holiday('2027-02-11', 'پیروزی انقلاب اسلامی', 'Victory of the Revolution'),
  provisional('2027-02-28', 'شهادت امام علی (ع)', 'Martyrdom of Imam Ali'),
  provisional('2027-03-10', 'عید فطر', 'Eid al-Fitr'),
  provisional('2027-03-11', 'تعطیل به مناسبت عید فطر', 'Second day of Eid al-Fitr'),
  holiday('2027-03-20', 'ملی شدن صنعت نفت', 'Nationalisation of the oil industry'),
];

const holidaysOf1406: Holiday[] = [
  holiday('2027-03-21', 'نوروز', 'Nowruz'),
  holiday('2027-03-22', 'نوروز', 'Nowruz'),
  holiday('2027-03-23', 'نوروز', 'Nowruz'),
  holiday('2027-03-24', 'نوروز', 'Nowruz'),
  holiday('2027-04-01', 'روز جمهوری اسلامی', 'Islamic Republic Day'),
  holiday('2027-04-02', 'روز طبیعت', 'Nature Day'),
  provisional('2027-04-03', 'شهادت امام جعفر صادق (ع)', 'Martyrdom of Imam Sadiq'),
];

/** Thursday and Friday. Two circulars of 1404 changed the hours for a season; the row of 1400 is the usual day. */
export const tehranCalendar: OfficeCalendar = {
  timeZone: 'Asia/Tehran',
  weekend: [{ from: '2021-03-21', days: [4, 5] }],
  hours: [
    { from: '2021-03-21', opens: '07:30', closes: '14:30' },
    { from: '2025-05-10', to: '2025-09-22', opens: '06:00', closes: '13:00' },
    { from: '2025-12-22', to: '2026-03-20', opens: '08:00', closes: '14:00' },
  ],
  holidays: [...holidaysOf1405, ...holidaysOf1406],
  closures: [],
};
