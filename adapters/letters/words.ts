import { calendarSystemOf } from '../../domain/city.ts';
import type { Letter } from '../../domain/letter.ts';
import { type LocalText, say } from '../../domain/local-text.ts';
import { findOfficial, findUnit, type Office } from '../../domain/office.ts';
import type { ClosingReason, Request, Status } from '../../domain/request.ts';
import { dayWords, isPersian, type SpeechAt, sayNumber, sayTime } from '../../domain/say-time.ts';
import type { Session } from '../../domain/session.ts';
import { type Instant, localDateOf } from '../../domain/time.ts';
import { showTrackingCode } from '../../domain/tracking-code.ts';

/** What the texts of letters are made of: everything already said in the reader's language and calendar. */
export type Words = {
  readonly status: Status;
  readonly code: string;
  readonly city: string;
  readonly service: string;
  readonly authority: string;
  readonly official: string;
  readonly unit: string;
  /** Who receives people in this session while the official is away. */
  readonly standIn: string;
  /** The turn: "Monday 1 February, 09:30". */
  readonly turn: string;
  /** Where the turn is, in a few words, and how to find it. */
  readonly place: string;
  readonly address: string;
  /** Until when an offer holds. */
  readonly until: string;
  /** The day of the request's own deadline. */
  readonly deadline: string;
  readonly promised: string;
  readonly order: string;
  readonly orders: string;
  readonly due: string;
  /** How many are before this turn on its day. */
  readonly before: string;
  /** The unit to which a request was referred. */
  readonly to: string;
  readonly reason: ClosingReason | undefined;
};

export type About = {
  readonly office: Office;
  readonly request: Request;
  readonly session?: Session | undefined;
  readonly language: string;
};

export const wordsOf = ({ facts }: Letter, { office, request, session, language }: About): Words => {
  const { city } = office;
  const speech: SpeechAt = {
    locale: language,
    calendarSystem: calendarSystemOf(city, language),
    timeZone: city.timeZone,
  };
  const text = (words: LocalText | undefined) => (words ? say(words, language, city.locales[0]) : '');
  const day = (at: Instant | undefined) => (at ? sayDay(at, speech) : '');
  const moment = (at: Instant | undefined) => (at ? sayMoment(at, speech) : '');
  const venue = office.venues.find((candidate) => candidate.id === session?.venue);
  return {
    status: request.status,
    code: showTrackingCode(request.code),
    city: text(city.name),
    service: text(city.branding.service),
    authority: text(city.branding.authority),
    official: text(findOfficial(office, request.official)?.title),
    unit: text(findUnit(office, request.unit)?.name),
    standIn: text(findOfficial(office, session?.standIn ?? request.official)?.title),
    turn: moment(facts.startsAt ?? request.appointment?.startsAt),
    place: text(venue?.name),
    address: text(venue?.address),
    until: moment(facts.until),
    deadline: day(request.deadline.at),
    promised: day(request.promised?.at),
    order: sayNumber(Number(facts.order ?? 0), speech),
    orders: sayNumber(Number(facts.orders ?? 0), speech),
    due: day(facts.dueAt),
    before: sayNumber(Number(facts.before ?? 0), speech),
    to: text(findUnit(office, facts.to ?? '')?.name),
    reason: request.status === 'closed' ? request.reason : undefined,
  };
};

/** Days of the coming weeks, so without the year. */
const sayDay = (at: Instant, speech: SpeechAt): string => {
  const { day, month } = dayWords(localDateOf(at, speech.timeZone), speech);
  return `${day} ${month}`;
};

const sayMoment = (at: Instant, speech: SpeechAt): string => {
  const { weekday } = dayWords(localDateOf(at, speech.timeZone), speech);
  const time = sayTime(at, speech);
  return `${weekday} ${sayDay(at, speech)}${isPersian(speech) ? ` ساعت ${time}` : `, ${time}`}`;
};
