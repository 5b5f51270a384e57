import { type Policies, RUNGS } from '../../../../domain/policies.ts';
import { sayNumber, toPersianDigits } from '../../../../domain/say-time.ts';
import type { Language } from '../../../kit/language.ts';
import { weekdayChoices } from '../../weekdays.ts';
import { type Control, type Spec, valueAt } from '../fields/spec.ts';
import type { AdminWords } from '../words/fa.ts';
import type { PolicyLeaf } from './policy-leaves.ts';

type Given = {
  readonly words: AdminWords;
  readonly language: Language;
  /** What the city does, where a unit's own rules are written; what is empty there is as in the city. */
  readonly cityHas?: Policies | undefined;
};

/** The field of a single policy: its name with what is counted, why it is there, and for a unit what the city does. */
export const policySpec = ({ path, schema }: PolicyLeaf, given: Given): Spec => {
  const { words, cityHas } = given;
  const { label, unit, why } = words.policies.each[path];
  const inCity = cityHas && sayPolicy(valueAt(cityHas, path), given);
  return {
    ...{ path, label: unit === undefined ? label : `${label} (${unit})` },
    hint: inCity ? `${why} ${words.policies.inCity(inCity)}` : why,
    optional: cityHas !== undefined || path === 'tellsTurnNearAt',
    ...controlOf({ path, schema }, given),
  };
};

const controlOf = ({ path, schema }: PolicyLeaf, { words, language, cityHas }: Given): Control => {
  const none = cityHas ? words.policies.asCity : undefined;
  if (path === 'ladder') return ladder(words);
  if (path === 'sessionTemplate.weekday') {
    return { as: 'one', choices: weekdayChoices(language), numeric: true, ...(none && { none }) };
  }
  if (schema.enum) {
    const names: Readonly<Record<string, string>> = words.policies.choices;
    const choices = schema.enum.map(String).map((value) => ({ value, label: names[value] ?? value }));
    return { as: 'one', choices, ...(none && { none }) };
  }
  if (schema.type === 'boolean') return cityHas ? { as: 'yes-no', none: words.policies.asCity } : { as: 'tick' };
  return schema.type === 'string' ? { as: 'time' } : { as: 'number' };
};

const ladder = ({ policies, rows }: AdminWords): Control => ({
  ...{ as: 'rows', row: rows.rung, add: rows.addRung },
  of: [
    {
      ...{ path: 'rung', label: policies.rung, as: 'one' },
      choices: RUNGS.map((rung) => ({ value: rung, label: policies.rungs[rung] })),
    },
    { path: 'workingDays', label: policies.rungDays, hint: policies.rungDaysHint, as: 'number', optional: true },
  ],
});

/** A policy's value in words. */
const sayPolicy = (value: unknown, { words, language }: Given): string => {
  const { yesNo, policies } = words;
  if (typeof value === 'boolean') return value ? yesNo.yes : yesNo.no;
  if (typeof value === 'number') return sayNumber(value, { locale: language });
  if (Array.isArray(value))
    return value.map(({ rung }: Policies['ladder'][number]) => policies.rungs[rung]).join(' ← ');
  const names: Readonly<Record<string, string>> = policies.choices;
  const text = String(value ?? '');
  return names[text] ?? (language === 'fa' ? toPersianDigits(text) : text);
};
