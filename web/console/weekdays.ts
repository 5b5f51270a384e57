import type { Choice } from '../kit/field.tsx';
import type { Language } from '../kit/language.ts';

/** A Monday: day 1 of the ISO week. */
const MONDAY = Date.UTC(2027, 0, 4);
const DAY_MS = 86_400_000;

/** «دوشنبه» or "Monday", of the ISO day 1. */
export const weekdayName = (weekday: number, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(MONDAY + (weekday - 1) * DAY_MS);

/** ISO days in the order of a Persian week, which begins on Saturday, or of any other. */
const WEEK = { fa: [6, 7, 1, 2, 3, 4, 5], en: [1, 2, 3, 4, 5, 6, 7] } as const;

/** The days of a week to choose from, by their ISO numbers. */
export const weekdayChoices = (language: Language): Choice[] =>
  WEEK[language].map((day) => ({ value: String(day), label: weekdayName(day, language) }));
