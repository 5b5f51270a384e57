import type { Attendee } from './attendee.ts';
import { unknownAttendee } from './attendees.ts';
import { say } from './local-text.ts';
import { findOfficial, findUnit, type Office, today } from './office.ts';
import { type Refused, refuseField } from './outcome.ts';
import type { RESULTS, SHORTENED_BY } from './results.ts';
import type { Instant } from './time.ts';

/** The meeting in the secretary's words: what it came to, who was there, what the official said. */
export type MeetingOutcome = {
  readonly result: (typeof RESULTS)[number];
  readonly because?: (typeof SHORTENED_BY)[number] | undefined;
  readonly comment?: string | undefined;
  readonly attendees?: readonly Attendee[] | undefined;
};

/** A whole meeting was not shortened, and everybody who was there is known to the city or has a name. */
export const outcomeFault = (
  { result, because, attendees = [] }: MeetingOutcome,
  { office, at }: { readonly office: Office; readonly at: Instant },
): Refused | undefined => {
  if (because !== undefined && result !== 'partly' && result !== 'ended-early') {
    return refuseField('because', 'contradicts-itself');
  }
  const unknown = unknownAttendee(attendees, office, today(office, at));
  return unknown === undefined ? undefined : refuseField(`attendees.${unknown}`, 'unknown');
};

/** As the timeline keeps it; attendees by the titles and names of that day, in the city's own language. */
export const outcomeFacts = (
  { result, because, attendees = [] }: MeetingOutcome,
  office: Office,
): Record<string, string> => ({
  result,
  ...(because && { because }),
  ...(attendees.length > 0 && { attendees: attendees.map((attendee) => nameOf(attendee, office)).join('\n') }),
});

const nameOf = (attendee: Attendee, office: Office): string => {
  if ('name' in attendee) return attendee.name;
  const [locale = 'en'] = office.city.locales;
  const text = 'post' in attendee ? findOfficial(office, attendee.post)?.title : findUnit(office, attendee.unit)?.name;
  return text ? say(text, locale) : Object.values(attendee).join();
};
