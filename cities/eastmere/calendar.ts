import type { OfficeCalendar } from '../../domain/calendar.ts';
import type { LocalDate } from '../../domain/time.ts';

const holiday = (on: LocalDate, en: string, fa: string): OfficeCalendar['holidays'][number] => ({
  on,
  name: { en, fa },
});

export const eastmereCalendar: OfficeCalendar = {
  timeZone: 'Europe/London',
  weekend: [{ from: '2020-01-01', days: [6, 7] }],
  hours: [{ from: '2020-01-01', opens: '09:00', closes: '17:00' }],
  holidays: [
    holiday('2026-01-01', "New Year's Day", 'آغاز سال نو'),
    holiday('2026-04-03', 'Good Friday', 'جمعه نیک'),
    holiday('2026-04-06', 'Easter Monday', 'دوشنبه عید پاک'),
    holiday('2026-05-04', 'May holiday', 'تعطیلی ماه مه'),
    holiday('2026-06-16', 'Charter Day', 'روز منشور شهر'),
    holiday('2026-08-31', 'Summer holiday', 'تعطیلی تابستان'),
    holiday('2026-12-25', 'Christmas Day', 'کریسمس'),
    holiday('2026-12-28', 'Boxing Day, moved', 'روز پس از کریسمس'),
    holiday('2027-01-01', "New Year's Day", 'آغاز سال نو'),
    holiday('2027-03-26', 'Good Friday', 'جمعه نیک'),
    holiday('2027-03-29', 'Easter Monday', 'دوشنبه عید پاک'),
    holiday('2027-05-03', 'May holiday', 'تعطیلی ماه مه'),
    holiday('2027-06-16', 'Charter Day', 'روز منشور شهر'),
    holiday('2027-08-30', 'Summer holiday', 'تعطیلی تابستان'),
    holiday('2027-12-27', 'Christmas Day, moved', 'کریسمس'),
    holiday('2027-12-28', 'Boxing Day, moved', 'روز پس از کریسمس'),
  ],
  closures: [],
};
