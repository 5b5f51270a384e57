import { en as officeEn } from '../../domain/words/en.ts';
import { fa as officeFa } from '../../domain/words/fa.ts';
import type { OfficeWords } from '../../domain/words/office-words.ts';

type Words = OfficeWords & {
  readonly code: string;
  readonly order: (number: string) => string;
  readonly turn: (time: string) => string;
  readonly end: (transitions: string, messages: string) => string;
};

/** What the timelines say, in the languages of the house. */
export const WORDS: Readonly<Record<'fa' | 'en', Words>> = {
  fa: {
    ...officeFa,
    code: 'کد رهگیری',
    order: (number) => `دستور ${number}`,
    turn: (time) => `نوبت ${time}`,
    end: (transitions, messages) => `${transitions} گذار در گردش کار، ${messages} پیام برای شهروند`,
  },
  en: {
    ...officeEn,
    code: 'Tracking code',
    order: (number) => `order ${number}`,
    turn: (time) => `for ${time}`,
    end: (transitions, messages) => `${transitions} transitions of the workflow, ${messages} messages to the citizen`,
  },
};
