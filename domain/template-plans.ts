import { openHoursOn } from './calendar.ts';
import type { Context } from './change.ts';
import { calendarOf, findOfficial, isCurrent, type Office, policiesOf, today } from './office.ts';
import { agree, type Outcome, type Refused, refuse, refuseField } from './outcome.ts';
import { type SessionPlan, unfitAttendees } from './session.ts';
import { overlap, turnTimes } from './session-slots.ts';
import { daysOf, heldOn, isDayOf, type SessionTemplate } from './session-template.ts';
import { earlier, type Instant, instantAt, type LocalDate, later, plusDays } from './time.ts';

/** A template's session has one name for ever, so that planning it again is the same act. */
export const sessionIdOf = ({ id }: Pick<SessionTemplate, 'id'>, on: LocalDate): string => `${id}.${on}`;

/** The days ahead on which sessions of this template are due to be planned. */
export const daysAhead = (template: SessionTemplate, office: Office, at: Instant): LocalDate[] => {
  const from = today(office, at);
  const unit = findOfficial(office, template.official)?.unit ?? '';
  return daysOf(template, from, plusDays(from, policiesOf(office, unit).sessionPlanning.weeksAhead * 7));
};

/** The session that a template wants on one of its days; nothing on a day that is left out. */
export const planOn = (template: SessionTemplate, on: LocalDate, office: Office): SessionPlan | undefined => {
  const held = heldOn(template, on);
  if (!held || 'skipped' in held) return undefined;
  const { timeZone } = office.city;
  const unit = findOfficial(office, template.official)?.unit ?? '';
  const days = template.publishDaysAhead ?? policiesOf(office, unit).sessionPlanning.publishDaysAhead;
  const { official, mode, slotMinutes, urgentSlots, walkInSlots, breaks, attendees } = template;
  return {
    ...{ id: sessionIdOf(template, on), official, mode, on, ...held, slotMinutes, attendees, template: template.id },
    shares: { urgentSlots, walkInSlots },
    breaks: breaks.filter(({ from, to }) => held.from <= from && to <= held.to),
    publish: instantAt(plusDays(on, -days), '00:00', timeZone),
  };
};

/**
 * May the city have this template? Refused with the field that is wrong: of a post, venue or attendee that is not there, of
 * times that do not fit together, outside office hours, or over another template of the official.
 */
export const fitTemplate = (template: SessionTemplate, context: Context): Outcome<SessionTemplate> => {
  const { office, at } = context;
  const day = today(office, at);
  const official = findOfficial(office, template.official);
  if (!official || !isCurrent(official, day)) return refuseField('official', 'unknown');
  const venues = [template.venue, ...template.exceptions.flatMap((one) => ('venue' in one ? (one.venue ?? []) : []))];
  const isThere = (id: string) => office.venues.some((venue) => venue.id === id && isCurrent(venue, day));
  if (!venues.every(isThere)) return refuseField(isThere(template.venue) ? 'exceptions' : 'venue', 'unknown');
  const bad =
    unfitTimes(template) ??
    unfitAttendees(template.attendees, day, context) ??
    outsideHours(template, official.unit, context) ??
    overAnother(template, office, day);
  return bad ?? agree(template);
};

const unfitTimes = (template: SessionTemplate): Refused | undefined => {
  const { from, to, breaks, slotMinutes, urgentSlots, walkInSlots, validFrom, endsOn, exceptions } = template;
  if (to <= from) return refuseField('to', 'before-start');
  if (endsOn !== undefined && endsOn < validFrom) return refuseField('endsOn', 'before-start');
  const badBreak = breaks.findIndex((one) => one.to <= one.from || one.from < from || one.to > to);
  if (badBreak >= 0) return refuseField(`breaks.${badBreak}`, 'does-not-fit');
  const slots = turnTimes(asUtc(template), slotMinutes, breaks.map(asUtc)).length;
  if (slots < 1 || slots > 80) return refuseField('slotMinutes', 'does-not-fit');
  if (urgentSlots + walkInSlots > slots) return refuseField('urgentSlots', 'does-not-fit');
  const badException = exceptions.findIndex((one, place) => {
    const held = heldOn(template, one.on);
    const again = exceptions.findIndex(({ on }) => on === one.on) < place;
    return held === undefined || again || ('from' in held && held.to <= held.from);
  });
  return badException < 0 ? undefined : refuseField(`exceptions.${badException}`, 'does-not-fit');
};

/** Clock times as a span of some day, only to be measured and compared. */
const asUtc = ({ from, to }: { readonly from: string; readonly to: string }) => ({
  startsAt: instantAt('2000-01-01', from, 'UTC'),
  endsAt: instantAt('2000-01-01', to, 'UTC'),
});

/** Measured on the next day of each weekday as if nothing were closed: a holiday is no fault of the template. */
const outsideHours = (template: SessionTemplate, unit: string, { office, at }: Context): Refused | undefined => {
  const calendar = { ...calendarOf(office, unit), holidays: [], closures: [] };
  const from = later(today(office, at), template.validFrom);
  for (const [index, weekday] of template.weekdays.entries()) {
    const everyWeek = { ...template, weekdays: [weekday], everyWeeks: 1, endsOn: undefined };
    const [on] = daysOf(everyWeek, from, plusDays(from, 6));
    if (on === undefined) continue;
    const open = openHoursOn(calendar, on);
    if (open.length === 0) return refuseField(`weekdays.${index}`, 'closed-that-day');
    const startsAt = instantAt(on, template.from, office.city.timeZone);
    const endsAt = instantAt(on, template.to, office.city.timeZone);
    if (open.some((hours) => hours.opens <= startsAt && endsAt <= hours.closes)) continue;
    return refuseField(open.some(({ opens }) => opens <= startsAt) ? 'to' : 'from', 'outside-hours');
  }
  return undefined;
};

const MOST_WEEKS_TOGETHER = 12 * 11;

const overAnother = (template: SessionTemplate, office: Office, day: LocalDate): Refused | undefined => {
  const others = office.templates.filter(({ id, official }) => official === template.official && id !== template.id);
  const meets = (other: SessionTemplate): boolean => {
    if (!overlap(asUtc(template), asUtc(other))) return false;
    const from = [day, template.validFrom, other.validFrom].reduce(later);
    // Two rhythms of at most 12 weeks have gone through all their meetings by then.
    const until = plusDays(from, MOST_WEEKS_TOGETHER * 7);
    const to = [until, template.endsOn ?? until, other.endsOn ?? until].reduce(earlier);
    return daysOf(template, from, to).some((on) => isDayOf(other, on));
  };
  const met = others.find(meets);
  return met && refuse('session-impossible', { why: 'over-template', template: met.id });
};
