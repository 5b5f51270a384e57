import type { Explanation, Lot } from './explain-turn.ts';
import { type LocalText, say } from './local-text.ts';
import type { Office } from './office.ts';
import { OFFICE_REASONS, type OfficeReason } from './priority.ts';
import { isPersian, sayList, sayNumber } from './say-time.ts';

const OF_THE_OFFICE: Readonly<Record<OfficeReason | 'urgent', LocalText>> = {
  closure: { en: 'a closure of the office', fa: 'تعطیلی اداره' },
  'session-cancelled': { en: 'a session that was cancelled', fa: 'لغو جلسه' },
  'host-absence': { en: 'a host who did not come', fa: 'حاضر نشدن میزبان' },
  urgent: { en: 'an urgent case', fa: 'فوریت' },
};

/** A reason code of the ledger in words; the city's own first. */
export const sayReason = (code: string, office: Office, locale: string): string => {
  const { priorityClasses, jumpReasons } = office.city;
  const known = [...priorityClasses, ...jumpReasons].find(({ id }) => id === code)?.name;
  const ofOffice = [...OFFICE_REASONS, 'urgent' as const].find((reason) => reason === code);
  return known ? say(known, locale) : ofOffice ? say(OF_THE_OFFICE[ofOffice], locale) : code;
};

type Speech = { readonly locale: string };

/**
 * How a request came to its place, in sentences: "14 were before you. 2 passed you: 1 for disability, 1 for a court date."
 * Persian and English; other languages get the English words.
 */
export const sayTurn = (told: Explanation, office: Office, locale: string): string => {
  const speech = { locale };
  const lots = told.lots.map((lot) => sayLot(lot, speech));
  return [sayBefore(told, speech), sayPassed(told, office, speech), ...lots].join(' ');
};

const sayBefore = ({ before, isCut }: Explanation, speech: Speech): string => {
  const number = sayNumber(before, speech);
  if (isPersian(speech)) {
    if (before === 0) return 'هیچ‌کس پیش از شما نبود.';
    return `${isCut ? 'دست‌کم ' : ''}${number} نفر پیش از شما بودند.`;
  }
  if (before === 0) return 'Nobody was before you.';
  return `${isCut ? 'At least ' : ''}${number} ${before === 1 ? 'was' : 'were'} before you.`;
};

const sayPassed = ({ passed }: Explanation, office: Office, speech: Speech): string => {
  const groups = [...Map.groupBy(passed, ({ reason }) => reason)];
  const number = sayNumber(passed.length, speech);
  const grounds = groups.map(([reason, all]) => {
    const ground = sayReason(reason, office, speech.locale);
    const count = sayNumber(all.length, speech);
    return isPersian(speech) ? `${count} نفر به سبب ${ground}` : `${count} for the reason “${ground}”`;
  });
  const list = sayList(grounds, speech);
  if (isPersian(speech)) {
    return passed.length === 0 ? 'کسی از شما پیش نیفتاد.' : `${number} نفر از شما پیش افتادند: ${list}.`;
  }
  return passed.length === 0 ? 'Nobody passed you.' : `${number} passed you: ${list}.`;
};

const sayLot = ({ draw, lot, of, places }: Lot, speech: Speech): string => {
  const [n, mine, all, turns] = [draw, lot, of, places].map((number) => sayNumber(number, speech));
  return isPersian(speech)
    ? `در قرعه‌کشی شماره ${n} میان ${all} نفر برای ${turns} نوبت، قرعه شما ${mine} بود.`
    : `In draw ${n}, among ${all} people for ${turns} ${places === 1 ? 'turn' : 'turns'}, your lot was number ${mine}.`;
};
