import type * as z from 'zod/mini';
import type { ExtraSessionView } from '../../contract/staff/closure.ts';
import { calendarSystemOf } from '../../domain/city.ts';
import type { ExtraSession } from '../../domain/extra-session.ts';
import { say } from '../../domain/local-text.ts';
import type { Office } from '../../domain/office.ts';
import { sayDateTime, sayTime } from '../../domain/say-time.ts';
import { instantAt } from '../../domain/time.ts';

/** A proposed session as somebody reads it, and as it can be planned. */
export const viewExtraSession = (
  { official, venue, mode, on, from, to, slotMinutes, seats }: ExtraSession,
  needed: number,
  { office, language }: { readonly office: Office; readonly language: string },
): z.input<typeof ExtraSessionView> => {
  const { timeZone } = office.city;
  const speech = { locale: language, timeZone, calendarSystem: calendarSystemOf(office.city, language) };
  const begins = sayDateTime(instantAt(on, from, timeZone), speech);
  const ends = sayTime(instantAt(on, to, timeZone), speech);
  const known = office.venues.find(({ id }) => id === venue);
  const place = known ? say(known.name, language, office.city.locales[0]) : venue;
  const says = language === 'fa' ? `${begins} تا ${ends}، ${place}` : `${begins}–${ends}, ${place}`;
  return { official, needed, venue, mode, on, from, to, slotMinutes, seats, says };
};
