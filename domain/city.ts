import * as z from 'zod/mini';
import { OfficeCalendar } from './calendar.ts';
import { cityFaults } from './city-faults.ts';
import { IdKind, PhoneRule } from './identity.ts';
import { Locale, LocalText } from './local-text.ts';
import { Official } from './official.ts';
import { Policies } from './policies.ts';
import { DeclineReason, JumpReason, PriorityClass } from './priority.ts';
import { SessionTemplate } from './session-template.ts';
import { TimeZone } from './time.ts';
import { Topic } from './topic.ts';
import { Slug, Unit } from './unit.ts';
import { User } from './user.ts';
import { Venue } from './venue.ts';

/** How days and months are named: Solar Hijri or Gregorian. */
export const CalendarSystem = z.enum(['persian', 'gregory']);
export type CalendarSystem = z.infer<typeof CalendarSystem>;

const Colour = z.string().check(z.regex(/^#[0-9a-f]{6}$/));

const Branding = z.object({
  /** The name of the service, as in the page header. */
  service: LocalText,
  /** Who runs it, as in the page footer and under letters. */
  authority: LocalText,
  colour: Colour,
  /** The colour of text on `colour`. */
  onColour: Colour,
});

/** By which way a request came in. */
const Channel = z.object({ id: Slug, name: LocalText });

/** The tenant: everything that is local to one city. */
export const City = z.object({
  id: Slug,
  name: LocalText,
  /** The first is the default. */
  locales: z.array(Locale).check(z.minLength(1)),
  timeZone: TimeZone,
  /** For each locale. */
  calendarSystem: z.record(Locale, CalendarSystem),
  phoneRule: PhoneRule,
  idKinds: z.array(IdKind).check(z.minLength(1)),
  channels: z.array(Channel).check(z.minLength(1)),
  /** Who comes before others at posts whose rule it is, first things first. */
  priorityClasses: z._default(z.array(PriorityClass).check(z.maxLength(8)), []),
  /** For which reasons somebody may be given a turn out of order. */
  jumpReasons: z._default(z.array(JumpReason), []),
  /** For which reasons a wish to meet may be declined; a city that lists none takes any. */
  declineReasons: z._default(z.array(DeclineReason), []),
  /** Numbers to call instead of asking for a meeting. */
  emergencyContacts: z.array(z.object({ name: LocalText, number: z.string() })),
  branding: Branding,
  calendar: OfficeCalendar,
  policies: Policies,
});
export type City = z.infer<typeof City>;

/** A city with its units, posts, topics, staff and venues, as its file in `cities/` gives them. */
export const CityData = z
  .object({
    city: City,
    units: z.array(Unit),
    officials: z.array(Official),
    topics: z.array(Topic),
    users: z.array(User),
    venues: z.array(Venue),
    templates: z._default(z.array(SessionTemplate), []),
  })
  .check((context) => {
    for (const message of cityFaults(context.value)) {
      context.issues.push({ code: 'custom', message, input: context.value.city.id });
    }
  });
export type CityData = z.infer<typeof CityData>;

/** How `locale` counts months in this city. */
export function calendarSystemOf(city: Pick<City, 'calendarSystem'>, locale: string): CalendarSystem {
  return city.calendarSystem[locale] ?? 'gregory';
}
