import { calendarSystemOf } from '../../domain/city.ts';
import { say } from '../../domain/local-text.ts';
import { findOfficial, type Office } from '../../domain/office.ts';
import { sayDateTime, sayNumber } from '../../domain/say-time.ts';
import { transitionsOf } from './check-end.ts';
import type { Told } from './read-back.ts';
import type { Scene } from './scene.ts';
import { WORDS } from './words.ts';

/** A life as a timeline for a person, in the language of its citizen and the calendar of its city. */
export const tellLife = ({ life, person }: Scene, told: Told, office: Office): string => {
  const { request, applicant, events } = told;
  const locale = person.language;
  const speech = { locale, timeZone: office.city.timeZone, calendarSystem: calendarSystemOf(office.city, locale) };
  const words = WORDS[locale === 'fa' ? 'fa' : 'en'];
  const post = findOfficial(office, request.official)?.title;

  const lines = events.map(({ kind, at, by, username, text, facts }) => {
    const order = facts.order === undefined ? [] : [words.order(sayNumber(Number(facts.order), speech))];
    const said = text === undefined ? [] : [`“${text}”`];
    const who = username === undefined ? words.by[by] : `${words.by[by]} (${username})`;
    return `  ${sayDateTime(at, speech)}  ${[who, words.events[kind], ...order, ...said].join(' · ')}`;
  });
  const number = (value: number) => sayNumber(value, speech);
  return [
    `${life.id} — ${say(office.city.name, locale)}, ${post ? say(post, locale) : request.official}`,
    `  ${words.code} ${request.code} · ${applicant.name}, ${words.mobile} ${applicant.contacts[0]?.value}`,
    ...lines,
    `  = ${request.status}, ${request.reason}; ${words.end(number(transitionsOf(told)), number(told.messages))}`,
  ].join('\n');
};
