import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { LocalText } from '../domain/local-text.ts';

const Rows = z.array(z.strictObject({ on: z.string(), name: z.union([z.string(), LocalText]) }));
type Rows = { on: string; name: LocalText }[];

/** A file of holidays that cannot be read. */
export class HolidayFileError extends Error {}

/**
 * The rows of a list of holidays: JSON (`[{"on": "1406-01-13", "name": "…"}]`) or CSV (`1406/01/13,روز طبیعت`, with or without a
 * heading). A name without a language is said in all languages of the city.
 */
export const readHolidayFile = (file: string, locales: readonly string[]): Rows => {
  const text = readText(file).replace(/^\ufeff/, '');
  const parsed = z.safeParse(Rows, file.endsWith('.json') ? jsonOf(file, text) : csvOf(text));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new HolidayFileError([`${file} is no list of holidays:`, ...faults].join('\n'));
  }
  const inAll = (name: string): LocalText => Object.fromEntries(locales.map((locale) => [locale, name]));
  return parsed.data.map(({ on, name }) => ({ on, name: typeof name === 'string' ? inAll(name) : name }));
};

const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new HolidayFileError(`${file} cannot be read: ${error}`);
  }
};

const jsonOf = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new HolidayFileError(`${file} is no JSON: ${error}`);
  }
};

/** Two columns, the date and the name; a first line without any digit is a heading. */
const csvOf = (text: string): { on: string; name: string }[] => {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const [first = ''] = lines;
  const rows = /\p{Nd}/u.test(first) ? lines : lines.slice(1);
  return rows.map((line) => {
    const [on = '', ...name] = line.split(/[,;\t]/);
    return { on: bare(on), name: bare(name.join(',')) };
  });
};

const bare = (cell: string): string =>
  cell
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replaceAll('""', '"')
    .trim();
