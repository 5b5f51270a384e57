import { calendarOf, type Office } from './office.ts';
import type { At } from './request.ts';
import { type Deadline, recompute } from './working-time.ts';

/**
 * Until when a closing may be objected to, counted by the calendar as it is now: a closed request lies on no pile, so no job
 * that moves dates would find it. It never comes earlier than it was told.
 */
export const objectionLimitOf = (
  { objectionUntil, unit }: Pick<At<'closed'>, 'objectionUntil' | 'unit'>,
  office: Office,
): Deadline | undefined => {
  const again = objectionUntil && recompute(objectionUntil, calendarOf(office, unit));
  return again && objectionUntil && again.at > objectionUntil.at ? again : objectionUntil;
};
