import type { CalendarSystem } from '../../domain/city.ts';
import type { HolidayRow } from '../../domain/holidays.ts';
import { readHolidays, withYear } from '../../domain/holidays.ts';
import { findUnit, type Office } from '../../domain/office.ts';
import { agree, type Outcome, refuse, refuseField } from '../../domain/outcome.ts';

type HolidaysCall = {
  readonly office: Office;
  readonly body: {
    readonly unit?: string | undefined;
    readonly year: number;
    readonly system: CalendarSystem;
    readonly rows: readonly HolidayRow[];
  };
};

type Holidays = ReturnType<typeof withYear>;
type Changed = { readonly known: Holidays; readonly next: Holidays; readonly office: Office };

/** The holidays of the city or of a unit as they are, and as they would be, with the city as it would be then. */
export const holidaysOfCall = ({ office, body }: HolidaysCall): Outcome<Changed> => {
  const { unit: id, rows, ...year } = body;
  const { holidays, faults } = readHolidays(rows, year);
  if (faults.length > 0) return refuse('invalid', { fields: faults });
  if (id === undefined) {
    const { calendar } = office.city;
    const next = withYear(calendar.holidays, holidays, year);
    const city = { ...office.city, calendar: { ...calendar, holidays: next } };
    return agree({ known: calendar.holidays, next, office: { ...office, city } });
  }
  const unit = findUnit(office, id);
  if (!unit) return refuseField('unit', 'unknown');
  const known = unit.calendar?.holidays ?? [];
  const next = withYear(known, holidays, year);
  const changed = { ...unit, calendar: { ...unit.calendar, holidays: next } };
  const units = office.units.map((one) => (one.id === id ? changed : one));
  return agree({ known, next, office: { ...office, units } });
};
