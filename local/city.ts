import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { loadCity } from '../contract/staff/city.ts';
import { accountName } from '../domain/account-name.ts';
import { CityData } from '../domain/city.ts';
import { ask, RefusedError } from './api-client.ts';
import { CannotStart } from './cannot-start.ts';
import { dataFolderPath } from './data-folder.ts';
import { ReachError, reachSystem } from './reach-system.ts';
import { CITIES } from './seed.ts';

const USAGE = `npm run city -- load CITY [--to URL] [options]    writes a city into a system; safe to repeat
npm run city -- check CITY                        says whether a city's data fits together

CITY is ${CITIES.map(({ city }) => city.id).join(', ')}, or a JSON file of the same shape.
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

const load = async (data: CityData, { to, administrator, password, token }: Wish): Promise<void> => {
  const { id } = data.city;
  const system = await reachSystem({
    ...{ to, folder: dataFolderPath(), port: Number(process.env.PORT ?? PORT) },
    password: password ?? process.env.MEETING_PASSWORD,
    token: token ?? process.env.MEETING_ADMINISTRATOR_TOKEN,
  });
  try {
    const account = administrator ?? accountName(id, 'administrator');
    const loaded = await ask(loadCity, { url: system.url, city: id, body: data, token: await system.tokenOf(account) });
    console.log(`${id}: ${JSON.stringify(loaded)}`);
  } finally {
    await system.close();
  }
};

const run = async (): Promise<void> => {
  const text = { type: 'string' } as const;
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { to: text, administrator: text, password: text, token: text, help: { type: 'boolean' } },
  });
  const [act, name] = positionals;
  if (values.help) return console.log(USAGE);
  if ((act !== 'load' && act !== 'check') || name === undefined) throw new CityError(USAGE);
  const data = readCity(name);
  if (act === 'load') return load(data, values);
  const { units, officials, topics, users } = data;
  console.log(
    `${data.city.id} fits: ${units.length} units, ${officials.length} officials, ${topics.length} topics, ${users.length} users.`,
  );
};

try {
  await run();
} catch (error) {
  const isUsage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  const isForPeople = [CityError, ReachError, RefusedError, CannotStart].some((kind) => error instanceof kind);
  if (!(error instanceof Error) || !(isUsage || isForPeople)) throw error;
  console.error(isUsage ? `${error.message}\n\n${USAGE}` : error.message);
  process.exitCode = 1;
}
