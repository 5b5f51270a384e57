import type { CityData } from '../../domain/city.ts';
import { normaliseMobile } from '../../domain/identity.ts';
import type { Dice } from './dice.ts';

/** A citizen who exists nowhere: the names are plants, the numbers are near the city's own example. */
export type Person = {
  readonly name: string;
  readonly language: string;
  readonly identity: { readonly kind: string; readonly value: string };
  /** The international number. */
  readonly mobile: string;
};

const NAMES = {
  fa: {
    given: ['ارغوان', 'نسترن', 'سپیدار', 'نارون', 'یاسمن', 'صنوبر', 'شمشاد', 'لادن'],
    family: ['نمونه', 'فرضی', 'آزمایشی', 'ساختگی'],
  },
  en: {
    given: ['Hazel', 'Rowan', 'Linden', 'Sorrel', 'Bryony', 'Alder', 'Tansy', 'Clover'],
    family: ['Example', 'Specimen', 'Sample', 'Placeholder'],
  },
} as const;

/** The applicant of one life, by its dice. `number` keeps those of one performance apart. */
export const inventPerson = ({ city }: CityData, dice: Dice, number: number): Person => {
  const language = city.locales[0] === 'fa' ? 'fa' : 'en';
  const { given, family } = NAMES[language];
  const mobile = `${city.phoneRule.example.slice(0, -4)}${digits(dice, 2)}${String(number).padStart(2, '0')}`;
  return {
    name: `${given[dice(given.length)]} ${family[dice(family.length)]}`,
    language,
    identity:
      city.id === 'tehran'
        ? { kind: 'national-id', value: nationalId(dice) }
        : { kind: 'resident-card', value: `EM${digits(dice, 6)}` },
    mobile: normaliseMobile(city.phoneRule, mobile) ?? mobile,
  };
};

const digits = (dice: Dice, count: number): string => Array.from({ length: count }, () => dice(10)).join('');

/** Nine digits and the one that checks them (see `nationalIdIsValid`). */
const nationalId = (dice: Dice): string => {
  const nine = digits(dice, 9);
  const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const rest = sum % 11;
  return `${nine}${rest < 2 ? rest : 11 - rest}`;
};
