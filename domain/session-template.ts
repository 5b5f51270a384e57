import * as z from 'zod/mini';
import { Attendee, MOST_ATTENDEES } from './attendee.ts';
import { LocalText } from './local-text.ts';
import { MODES } from './mode.ts';
import { ClockTime, LocalDate, later, plusDays, weekdayOf } from './time.ts';
import { Slug } from './unit.ts';

const Pause = z.strictObject({ from: ClockTime, to: ClockTime });

/** One day on which the session is left out, or held at another time or place. */
const Exception = z.union([
  z.strictObject({ on: LocalDate, skipped: z.literal(true), reason: z.optional(LocalText) }),
  z.strictObject({
    on: LocalDate,
    from: z.optional(ClockTime),
    to: z.optional(ClockTime),
    venue: z.optional(Slug),
    reason: z.optional(LocalText),
  }),
]);

/** A session that an official holds again and again; an official may have several. */
export const SessionTemplate = z.object({
  id: Slug,
  official: Slug,
  /** ISO: 1 is Monday. */
  weekdays: z.array(z.int().check(z.gte(1), z.lte(7))).check(z.minLength(1), z.maxLength(7)),
  /** Every so many weeks, counted in sevens of days from `validFrom`, so that it does not matter when a week begins. */
  everyWeeks: z.int().check(z.gte(1), z.lte(12)),
  from: ClockTime,
  to: ClockTime,
  venue: Slug,
  mode: z.enum(MODES),
  slotMinutes: z.int().check(z.gte(1), z.lte(480)),
  urgentSlots: z.int().check(z.gte(0), z.lte(80)),
  walkInSlots: z.int().check(z.gte(0), z.lte(80)),
  breaks: z.array(Pause).check(z.maxLength(10)),
  attendees: z.array(Attendee).check(z.maxLength(MOST_ATTENDEES)),
  validFrom: LocalDate,
  /** The last day on which it holds. */
  endsOn: z.optional(LocalDate),
  exceptions: z.array(Exception).check(z.maxLength(200)),
  /** Its sessions are opened so many days before; as the city does if absent. */
  publishDaysAhead: z.optional(z.int().check(z.gte(1), z.lte(365))),
});
export type SessionTemplate = z.infer<typeof SessionTemplate>;

type Rule = Pick<SessionTemplate, 'weekdays' | 'everyWeeks' | 'validFrom' | 'endsOn'>;

const daysBetween = (from: LocalDate, to: LocalDate): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Does the rule name this day? Exceptions, holidays and closures are looked at later. */
export const isDayOf = ({ weekdays, everyWeeks, validFrom, endsOn }: Rule, on: LocalDate): boolean =>
  on >= validFrom &&
  (endsOn === undefined || on <= endsOn) &&
  weekdays.includes(weekdayOf(on)) &&
  Math.floor(daysBetween(validFrom, on) / 7) % everyWeeks === 0;

/** The days that the rule names, from the one to the other, both among them. */
export const daysOf = (rule: Rule, from: LocalDate, to: LocalDate): LocalDate[] => {
  const first = later(from, rule.validFrom);
  const count = Math.max(0, daysBetween(first, to) + 1);
  return Array.from({ length: count }, (_, index) => plusDays(first, index)).filter((on) => isDayOf(rule, on));
};

/** What is held on that day, or that it is left out; undefined if the rule does not name the day. */
export const heldOn = (
  template: SessionTemplate,
  on: LocalDate,
): { readonly skipped: true } | Pick<SessionTemplate, 'from' | 'to' | 'venue'> | undefined => {
  if (!isDayOf(template, on)) return undefined;
  const exception = template.exceptions.find((one) => one.on === on);
  if (exception && 'skipped' in exception) return { skipped: true };
  const { from = template.from, to = template.to, venue = template.venue } = exception ?? {};
  return { from, to, venue };
};
