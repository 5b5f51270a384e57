import { calendarSystemOf } from '../../domain/city.ts';
import { say } from '../../domain/local-text.ts';
import { findOfficial, type Office } from '../../domain/office.ts';
import { sayDateTime, sayNumber } from '../../domain/say-time.ts';
import type { Instant } from '../../domain/time.ts';
import { transitionsOf } from './check-end.ts';
import type { Scene } from './life.ts';
import type { Told } from './read-back.ts';
import { WORDS } from './words.ts';

/** A life as a timeline for a person, in the language of its citizen and the calendar of its city. */
export const tellLife = ({ life, person }: Scene, told: Told, office: Office): string => {
  const { request, applicant, events, orders, messages } = told;
  const locale = person.language;
  const words = WORDS[locale === 'fa' ? 'fa' : 'en'];
  const calendarSystem = calendarSystemOf(office.city, locale);
  const time = (at: Instant) => sayDateTime(at, { locale, timeZone: office.city.timeZone, calendarSystem });
  const number = (value: number) => sayNumber(value, { locale });
  const post = findOfficial(office, request.official)?.title ?? {};

  const lineOf = ({ kind, at, by, username, text, facts }: Told['events'][number]): string => {
    const who = username === undefined ? words.actors[by] : `${words.actors[by]} (${username})`;
    const order = facts.order && words.order(number(Number(facts.order)));
    const turn = (kind === 'scheduled' || kind === 'moved') && facts.startsAt && words.turn(time(facts.startsAt));
    const said = text && `“${text}”`;
    return `  ${time(at)}  ${joined(who, words.events[kind], order, turn, said)}`;
  };
  const orderOf = ({ number: nth, status, owner, proof, legalGround }: Told['orders'][number]): string =>
    `  + ${joined(words.order(number(nth)), words.orderStatuses[status], owner.says, proof?.letterNumber, legalGround)}`;

  return [
    `${life.id} — ${joined(say(office.city.name, locale), say(post, locale))}`,
    `  ${joined(`${words.code} ${request.code}`, applicant.name, applicant.contacts[0]?.value)}`,
    ...events.map(lineOf),
    ...orders.map(orderOf),
    `  = ${joined(request.reason && words.closingReasons[request.reason], words.end(number(transitionsOf(told)), number(messages)))}`,
  ].join('\n');
};

const joined = (...parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join(' · ');
