import { calendarSystemOf } from '../../domain/city.ts';
import type { Digest, DigestLine } from '../../domain/digest.ts';
import { languageOf, say } from '../../domain/local-text.ts';
import { findUnit, type Office } from '../../domain/office.ts';
import { type SpeechAt, sayDateTime, sayNumber } from '../../domain/say-time.ts';
import { showTrackingCode } from '../../domain/tracking-code.ts';

/** A longer e-mail is read by nobody; all of it lies in the console. */
const MOST_TOLD = 40;

type Said = { readonly code: string; readonly unit: string; readonly order: string; readonly by: string };
type Texts = {
  readonly kinds: Readonly<Record<DigestLine['kind'], { readonly heading: string; line(said: Said): string }>>;
  subject(count: string): string;
  more(count: string): string;
  frame(body: string, service: string, authority: string): string;
};

const about = ({ code, order }: Said, word: string, comma = ', ') =>
  order === '' ? code : `${code}${comma}${word} ${order}`;

const ENGLISH: Texts = {
  kinds: {
    climbed: { heading: 'Has come to you', line: (s) => `${about(s, 'order')} (${s.unit}): please act by ${s.by}.` },
    disputed: {
      heading: 'Disputed by the citizen',
      line: (s) => `${about(s, 'order')} (${s.unit}): please act by ${s.by}.`,
    },
    issued: { heading: 'New orders', line: (s) => `${about(s, 'order')} (${s.unit}): due ${s.by}.` },
    'runs-out': {
      heading: 'Goes to the next rank today',
      line: (s) => `${about(s, 'order')} (${s.unit}): at ${s.by}, if nothing is done.`,
    },
    'will-climb': {
      heading: 'Will come to you today',
      line: (s) => `${about(s, 'order')} (${s.unit}): at ${s.by}, if nothing is done.`,
    },
    committee: { heading: 'Committee', line: (s) => `${s.unit}: ${s.by}.` },
  },
  subject: (count) => `Your matters this morning: ${count}`,
  more: (count) => `And ${count} more, in the console.`,
  frame: (body, service, authority) => `Good morning,\n\n${body}\n\n${service}\n${authority}\n`,
};

const PERSIAN: Texts = {
  kinds: {
    climbed: {
      heading: 'به شما رسیده است',
      line: (s) => `${about(s, 'دستور', '، ')} (${s.unit}): مهلت اقدام ${s.by}.`,
    },
    disputed: {
      heading: 'شهروند انجام آن را نپذیرفته است',
      line: (s) => `${about(s, 'دستور', '، ')} (${s.unit}): مهلت اقدام ${s.by}.`,
    },
    issued: { heading: 'دستورهای تازه', line: (s) => `${about(s, 'دستور', '، ')} (${s.unit}): مهلت ${s.by}.` },
    'runs-out': {
      heading: 'امروز به مقام بالاتر می‌رود',
      line: (s) => `${about(s, 'دستور', '، ')} (${s.unit}): ${s.by}، اگر تا آن هنگام اقدامی نشود.`,
    },
    'will-climb': {
      heading: 'امروز به شما می‌رسد',
      line: (s) => `${about(s, 'دستور', '، ')} (${s.unit}): ${s.by}، اگر تا آن هنگام اقدامی نشود.`,
    },
    committee: { heading: 'کمیته', line: (s) => `${s.unit}: ${s.by}.` },
  },
  subject: (count) => `موارد امروز شما: ${count}`,
  more: (count) => `و ${count} مورد دیگر در کارتابل.`,
  frame: (body, service, authority) => `با سلام و احترام\n\n${body}\n\n${service}\n${authority}\n`,
};

/** One e-mail of a morning: what came to its reader, under headings, each matter by its code and never by a name. */
export const writeDigest = (
  { lines }: Digest,
  { office, language }: { readonly office: Office; readonly language: string },
): { subject: string; text: string } => {
  const texts = languageOf(language) === 'fa' ? PERSIAN : ENGLISH;
  const { city } = office;
  const calendarSystem = calendarSystemOf(city, language);
  const speech: SpeechAt = { locale: language, calendarSystem, timeZone: city.timeZone };
  const told = Map.groupBy(lines.slice(0, MOST_TOLD), ({ kind }) => kind);
  const parts = [...told].map(([kind, some]) => {
    const { heading, line } = texts.kinds[kind];
    return [heading, ...some.map((one) => `– ${line(saidOf(one, office, speech))}`)].join('\n');
  });
  const left = lines.length - MOST_TOLD;
  const body = [...parts, ...(left > 0 ? [texts.more(sayNumber(left, speech))] : [])].join('\n\n');
  const [service, authority] = [city.branding.service, city.branding.authority].map((text) => say(text, language));
  return {
    subject: texts.subject(sayNumber(lines.length, speech)),
    text: texts.frame(body, service ?? '', authority ?? ''),
  };
};

const saidOf = ({ code, unit, order, by }: DigestLine, office: Office, speech: SpeechAt): Said => ({
  code: code === undefined ? '' : `\u200e${showTrackingCode(code)}`,
  unit: say(findUnit(office, unit)?.name ?? {}, speech.locale),
  order: order === undefined ? '' : sayNumber(order, speech),
  by: by === undefined ? '' : sayDateTime(by, speech),
});
