import { isWorkingDay, type OfficeCalendar, openHoursOn } from '../../../domain/calendar.ts';
import { calendarOf, type Office } from '../../../domain/office.ts';
import type { Owner } from '../../../domain/owner.ts';
import { type Instant, localDateOf, plusDays } from '../../../domain/time.ts';

/** The ladder of a unit as one would draw it on paper: names of desks from the bottom up, and the days on each. */
export const ladderOnPaper = (office: Office, unit: string): { names: readonly string[]; days: readonly number[] } => {
  const find = (id: string | undefined) => office.units.find((one) => one.id === id);
  const desk = find(unit)?.liaison ?? unit;
  const top = office.units.find(({ kind }) => kind === 'headquarters')?.id ?? '';
  const above: string[] = [];
  for (let one = find(find(desk)?.parent); one; one = find(one.parent)) above.push(`unit-manager of ${one.id}`);
  const holders = {
    'unit-manager': [`unit-manager of ${desk}`],
    'managers-above': above,
    coordinator: [`coordinator of ${top}`],
    inspector: [`inspector of ${top}`],
    'headquarters-manager': [`unit-manager of ${top}`],
  };
  const { rungWorkingDays } = office.city.policies;
  const steps = find(desk)?.policies?.ladder ?? office.city.policies.ladder;
  const drawn = steps.flatMap(({ rung, workingDays = rungWorkingDays }) =>
    holders[rung].map((name) => ({ name, workingDays })),
  );
  const names = drawn.map(({ name }) => name);
  const kept = drawn.filter((_, index) => names.lastIndexOf(names[index] ?? '') === index);
  return {
    names: [`owner of ${desk}`, ...kept.map(({ name }) => name)],
    days: [rungWorkingDays, ...kept.map(({ workingDays }) => workingDays)],
  };
};

export const nameOf = (owner: Owner): string =>
  owner.kind === 'staff' ? `${owner.role} of ${owner.unit}` : 'the citizen';

/** Does nobody hold this desk on that day? */
export const isVacant = (office: Office, name: string, at: Instant): boolean => {
  const day = localDateOf(at, office.city.timeZone);
  return !office.users.some(
    ({ roles, endsOn = day }) => day <= endsOn && roles.some(({ role, unit }) => `${role} of ${unit}` === name),
  );
};

/** The close of the office on the so-many-th working day after a moment, counted on the fingers. */
export const closeAfter = (calendar: OfficeCalendar, from: Instant, workingDays: number): Instant => {
  let day = localDateOf(from, calendar.timeZone);
  for (let left = workingDays; left > 0; ) {
    day = plusDays(day, 1);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return openHoursOn(calendar, day).at(-1)?.closes ?? '';
};

/** The first moment after this one at which somebody of that unit comes to work. */
export const comesToWork = (office: Office, unit: string, after: Instant): Instant => {
  const calendar = calendarOf(office, unit);
  for (let day = localDateOf(after, calendar.timeZone); ; day = plusDays(day, 1)) {
    const [morning] = openHoursOn(calendar, day);
    if (morning && morning.opens > after) return morning.opens;
  }
};
