import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { loadCity } from '../contract/staff/city.ts';
import { importHolidays, previewHolidays } from '../contract/staff/holidays.ts';
import { accountName } from '../domain/account-name.ts';
import { CityData } from '../domain/city.ts';
import { ask, RefusedError } from './api-client.ts';
import { CannotStart } from './cannot-start.ts';
import { dataFolderPath } from './data-folder.ts';
import { HolidayFileError, readHolidayFile } from './holiday-file.ts';
import { ReachError, reachSystem } from './reach-system.ts';
import { CITIES } from './seed.ts';

const USAGE = `npm run city -- load CITY [--to URL] [options]    writes a city into a system; safe to repeat
npm run city -- check CITY                        says whether a city's data fits together
npm run city -- holidays CITY FILE --year YEAR [--apply] [options]
                                                  shows what the holidays of a year (CSV or JSON: date, name) would change,
                                                  or takes them over

CITY is ${CITIES.map(({ city }) => city.id).join(', ')}, or a JSON file of the same shape.
  --year YEAR              1406 or 2027: years before 1700 are Solar Hijri
  --unit UNIT              a unit's own holidays (default: the city's)
  --reason WORDS           what citizens are told whose dates move
  --to URL                 a running system (default: the one on DATA_DIR, started if none runs)
  --administrator NAME     the administrator's account (default: CITY.administrator)
  --password WORD          to sign in to a local system, else MEETING_PASSWORD, else the seeded one
  --token TOKEN            access token of the administrator instead, else MEETING_ADMINISTRATOR_TOKEN`;

const PORT = 8787;

/** What a person has to mend; the message says what, and needs no stack. */
class CityError extends Error {}

const readCity = (name: string): CityData => {
  const parsed = z.safeParse(CityData, CITIES.find(({ city }) => city.id === name) ?? jsonOf(name));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new CityError([`${name} does not fit:`, ...faults].join('\n'));
};

const jsonOf = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CityError(`${file} is neither a city that comes along nor a readable JSON file: ${error}`);
  }
};

type Wish = { to?: string; administrator?: string; password?: string; token?: string };
type HolidayWish = Wish & { year?: string; unit?: string; reason?: string; apply?: boolean };

/** Asks something as the city's administrator, of a running system or of one that is started for it. */
const asAdministrator = async <Result>(
  city: string,
  { to, administrator, password, token }: Wish,
  act: (access: { url: string; city: string; token: string }) => Promise<Result>,
): Promise<Result> => {
  const system = await reachSystem({
    ...{ to, folder: dataFolderPath(), port: Number(process.env.PORT ?? PORT) },
    password: password ?? process.env.MEETING_PASSWORD,
    token: token ?? process.env.MEETING_ADMINISTRATOR_TOKEN,
  });
  try {
    const account = administrator ?? accountName(city, 'administrator');
    return await act({ url: system.url, city, token: await system.tokenOf(account) });
  } finally {
    await system.close();
  }
};

const load = async (data: CityData, wish: Wish): Promise<void> => {
  const loaded = await asAdministrator(data.city.id, wish, (access) => ask(loadCity, { ...access, body: data }));
  console.log(`${data.city.id}: ${JSON.stringify(loaded)}`);
};

/** Years before 1700 are Solar Hijri: no city plans for another Gregorian year that long ago. */
const FIRST_GREGORIAN_YEAR = 1700;

const holidays = async ({ city }: CityData, file: string | undefined, wish: HolidayWish): Promise<void> => {
  const year = Number(wish.year);
  if (file === undefined || !Number.isInteger(year)) throw new CityError(USAGE);
  const system = year < FIRST_GREGORIAN_YEAR ? ('persian' as const) : ('gregory' as const);
  const rows = readHolidayFile(file, city.locales);
  const body = { year, system, rows, ...(wish.unit !== undefined && { unit: wish.unit }) };
  const reason = wish.reason ?? `${year}`;
  const told = await asAdministrator(city.id, wish, async (access) =>
    wish.apply
      ? ask(importHolidays, { ...access, body: { ...body, reason } })
      : ask(previewHolidays, { ...access, body }),
  );
  console.log(`${city.id}: ${JSON.stringify(told)}${wish.apply ? '' : '\nNothing has been changed; add --apply.'}`);
};

const run = async (): Promise<void> => {
  const text = { type: 'string' } as const;
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      ...{ to: text, administrator: text, password: text, token: text, help: { type: 'boolean' } },
      ...{ year: text, unit: text, reason: text, apply: { type: 'boolean' } },
    },
  });
  const [act, name, file] = positionals;
  if (values.help) return console.log(USAGE);
  if ((act !== 'load' && act !== 'check' && act !== 'holidays') || name === undefined) throw new CityError(USAGE);
  const data = readCity(name);
  if (act === 'load') return load(data, values);
  if (act === 'holidays') return holidays(data, file, values);
  const { units, officials, topics, users } = data;
  console.log(
    `${data.city.id} fits: ${units.length} units, ${officials.length} officials, ${topics.length} topics, ${users.length} users.`,
  );
};

try {
  await run();
} catch (error) {
  const isUsage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  const isForPeople = [CityError, HolidayFileError, ReachError, RefusedError, CannotStart].some(
    (kind) => error instanceof kind,
  );
  if (!(error instanceof Error) || !(isUsage || isForPeople)) throw error;
  console.error(isUsage ? `${error.message}\n\n${USAGE}` : error.message);
  process.exitCode = 1;
}
