import { isWorkingDay, type OfficeCalendar } from '../../domain/calendar.ts';
import {
  type Instant,
  instantAt,
  instantOf,
  type LocalDate,
  localDateOf,
  plusDays,
  plusMinutes,
} from '../../domain/time.ts';
import { afterWorkingDays } from '../../domain/working-time.ts';
import type { Dice } from './dice.ts';

/** When people act: on working days, in the morning, each at their own minute. Counted from the product's now. */
export type OfficeDays = {
  /** A day in or soon after so many working days, whose eve is one too: a turn on it is reminded of twice. */
  meetingDay(workingDays: number): LocalDate;
  morning(workingDays: number): Instant;
  later(minutes: number): Instant;
};

const FROM = '09:10';
const WITHIN_MINUTES = 140;

export const officeDays = (calendar: OfficeCalendar, now: () => number, dice: Dice): OfficeDays => {
  const day = (workingDays: number) =>
    localDateOf(afterWorkingDays(calendar, instantOf(now()), workingDays).at, calendar.timeZone);
  const days: OfficeDays = {
    meetingDay: (workingDays) => {
      const on = day(workingDays);
      return isWorkingDay(calendar, plusDays(on, -1)) ? on : days.meetingDay(workingDays + 1);
    },
    morning: (workingDays) => plusMinutes(instantAt(day(workingDays), FROM, calendar.timeZone), dice(WITHIN_MINUTES)),
    later: (minutes) => plusMinutes(instantOf(now()), minutes),
  };
  return days;
};
