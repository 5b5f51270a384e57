import type * as z from 'zod/mini';
import type { CityView, OfficialView } from '../contract/citizen/city.ts';
import type { SessionView, SlotView } from '../contract/session-view.ts';
import { calendarSystemOf } from '../domain/city.ts';
import { say } from '../domain/local-text.ts';
import { findOfficial, type Office } from '../domain/office.ts';
import type { Official } from '../domain/official.ts';
import { sayDateTime } from '../domain/say-time.ts';
import type { Session } from '../domain/session.ts';
import type { Slot } from '../domain/slot.ts';

type Speaking = { readonly office: Office; readonly language: string };

const moment = (at: string, { office, language }: Speaking): string =>
  sayDateTime(at, {
    locale: language,
    timeZone: office.city.timeZone,
    calendarSystem: calendarSystemOf(office.city, language),
  });

/** The city as it introduces itself, in the reader's language. */
export const viewCity = ({ office: { city }, language }: Speaking): z.input<typeof CityView> => ({
  ...{ id: city.id, locales: city.locales, timeZone: city.timeZone, calendarSystem: city.calendarSystem },
  name: say(city.name, language),
  branding: {
    ...city.branding,
    service: say(city.branding.service, language),
    authority: say(city.branding.authority, language),
  },
  channels: city.channels.map(({ id, name }) => ({ id, name: say(name, language) })),
  phoneRule: city.phoneRule,
  idKinds: city.idKinds.map((kind) => ({ ...kind, label: say(kind.label, language) })),
  priorityClasses: city.priorityClasses.map(({ id, name, evidence }) => ({
    ...{ id, name: say(name, language) },
    evidence: say(evidence, language),
  })),
  jumpReasons: city.jumpReasons.map(({ id, name }) => ({ id, name: say(name, language) })),
  declineReasons: city.declineReasons.map(({ id, name }) => ({ id, name: say(name, language) })),
  emergencyContacts: city.emergencyContacts.map(({ name, number }) => ({ name: say(name, language), number })),
  policies: city.policies,
});

export const viewOfficial = (
  { id, unit, title, holder, delegate, allocation }: Official,
  language: string,
): z.input<typeof OfficialView> => ({
  ...{ id, unit, delegate, allocation },
  title: say(title, language),
  holder: holder && say(holder, language),
});

export const viewSession = (session: Session, speaking: Speaking): z.input<typeof SessionView> => {
  const { office, language } = speaking;
  const venue = office.venues.find((candidate) => candidate.id === session.venue);
  const standIn = session.standIn === undefined ? undefined : findOfficial(office, session.standIn);
  return {
    ...{ id: session.id, mode: session.mode, startsAt: session.startsAt, endsAt: session.endsAt },
    says: moment(session.startsAt, speaking),
    standIn: standIn && say(standIn.title, language),
    venue: venue
      ? {
          ...{ kind: venue.kind, stepFree: venue.stepFree, inductionLoop: venue.inductionLoop },
          ...{ signLanguage: venue.signLanguage, map: venue.map },
          name: say(venue.name, language),
          address: venue.address && say(venue.address, language),
        }
      : { name: session.venue },
  };
};

export const viewSlot = ({ id, startsAt, endsAt }: Slot, speaking: Speaking): z.input<typeof SlotView> => ({
  ...{ id, startsAt, endsAt },
  says: moment(startsAt, speaking),
});
