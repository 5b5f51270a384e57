import type { Digest } from '../../domain/digest.ts';
import type { Letter } from '../../domain/letter.ts';
import { languageOf } from '../../domain/local-text.ts';
import type { Wording } from '../../domain/ports/carriers.ts';
import { ENGLISH_EMAIL, ENGLISH_NEXT } from './email-english.ts';
import { PERSIAN_EMAIL, PERSIAN_NEXT } from './email-persian.ts';
import { ENGLISH_SMS } from './sms-english.ts';
import { PERSIAN_SMS } from './sms-persian.ts';
import { type Words, wordsOf } from './words.ts';
import { writeDigest } from './write-digest.ts';

const PERSIAN = {
  sms: PERSIAN_SMS,
  email: PERSIAN_EMAIL,
  next: PERSIAN_NEXT,
  subject: (w: Words, subject: string) => `درخواست \u200e${w.code}: ${subject}`,
  frame: (w: Words, body: string, next: string) =>
    `با سلام\n\n${body}\n\nگام بعدی: ${next}\nکد پیگیری: \u200e${w.code}\n\n${w.service}\n${w.authority}\n`,
};

const ENGLISH = {
  sms: ENGLISH_SMS,
  email: ENGLISH_EMAIL,
  next: ENGLISH_NEXT,
  subject: (w: Words, subject: string) => `Request ${w.code}: ${subject}`,
  frame: (w: Words, body: string, next: string) =>
    `Good day,\n\n${body}\n\nNext: ${next}\nTracking code: ${w.code}\n\n${w.service}\n${w.authority}\n`,
};

/** Writes in Persian to readers of Persian, in English to everybody else. */
export class DictionaryWording implements Wording {
  write(letter: Letter, about: Parameters<Wording['write']>[1]): ReturnType<Wording['write']> {
    const dictionary = languageOf(about.language) === 'fa' ? PERSIAN : ENGLISH;
    const words = wordsOf(letter, about);
    if (about.by === 'sms') return { subject: '', text: `${dictionary.sms[letter.template](words)}\n${words.city}` };
    const { subject, body } = dictionary.email[letter.template];
    return {
      subject: dictionary.subject(words, subject),
      text: dictionary.frame(words, body(words), dictionary.next[words.status](words)),
    };
  }

  gather(digest: Digest, about: Parameters<Wording['gather']>[1]): ReturnType<Wording['gather']> {
    return writeDigest(digest, about);
  }
}
