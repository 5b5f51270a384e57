import { readDate } from '../../../../domain/holidays.ts';
import { toAsciiDigits } from '../../../../domain/text.ts';
import { optionalText, textOf } from '../../../kit/form.tsx';
import { countOf, type Spec } from './spec.ts';

type Value = string | number | boolean | readonly Value[] | { readonly [name: string]: Value };
type Group = { [name: string]: Value };

/**
 * What a form of these fields says, as the API takes it; what was left empty is left out. Whatever cannot be read is handed on
 * as it was typed, so that the API says beside its field what is wrong.
 */
export const readFields = (
  specs: readonly Spec[],
  data: FormData,
  locales: readonly string[],
  prefix = '',
): Record<string, unknown> => {
  const all: Group = {};
  for (const spec of specs) {
    const value = readOne(spec, `${prefix}${spec.path}`, data, locales);
    if (value !== undefined) put(all, spec.path.split('.'), value);
  }
  return all;
};

const readOne = (spec: Spec, name: string, data: FormData, locales: readonly string[]): Value | undefined => {
  switch (spec.as) {
    case 'words':
      return readWords(name, data, locales);
    case 'line':
      return optionalText(data, name);
    case 'number':
      return numberOf(optionalText(data, name));
    case 'time':
      return timeOf(optionalText(data, name));
    case 'day':
      return dayOf(optionalText(data, name));
    case 'tick':
      return data.has(name);
    case 'yes-no':
      return yesNoOf(textOf(data, name));
    case 'one':
      return spec.numeric ? numberOf(optionalText(data, name)) : optionalText(data, name);
    case 'many':
      return readMany(data.getAll(name).map(String), spec);
    case 'rows':
      return readRows(spec.of, name, data, locales, spec.optional ?? false);
  }
};

const readWords = (name: string, data: FormData, locales: readonly string[]): Value | undefined => {
  const said = locales.flatMap((locale) => {
    const words = optionalText(data, `${name}.${locale}`);
    return words === undefined ? [] : [[locale, words] as const];
  });
  return said.length > 0 ? Object.fromEntries(said) : undefined;
};

const readMany = (ticked: readonly string[], spec: Spec & { readonly numeric?: boolean }): Value | undefined => {
  if (ticked.length === 0 && spec.optional) return undefined;
  return spec.numeric ? ticked.map(Number) : ticked;
};

const readRows = (
  of: readonly Spec[],
  name: string,
  data: FormData,
  locales: readonly string[],
  optional: boolean,
): Value | undefined => {
  const count = Number(textOf(data, countOf(name)));
  if (count === 0 && optional) return undefined;
  // Rows are made of values by `readFields` itself.
  return Array.from({ length: count }, (_, index) => readFields(of, data, locales, `${name}.${index}.`) as Group);
};

const numberOf = (typed: string | undefined): Value | undefined => {
  if (typed === undefined) return undefined;
  const number = Number(toAsciiDigits(typed).replace('٫', '.'));
  return Number.isNaN(number) ? typed : number;
};

/** «۹:۳۰» → `09:30` */
const timeOf = (typed: string | undefined): Value | undefined => typed && toAsciiDigits(typed).padStart(5, '0');

const dayOf = (typed: string | undefined): Value | undefined => typed && (readDate(typed) ?? typed);

const yesNoOf = (text: string): Value | undefined => (text === '' ? undefined : text === 'yes');

const put = (into: Group, [name = '', ...rest]: readonly string[], value: Value): void => {
  if (rest.length === 0) {
    into[name] = value;
    return;
  }
  const inner = (into[name] ?? {}) as Group;
  into[name] = inner;
  put(inner, rest, value);
};
