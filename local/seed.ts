import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { eastmere } from '../cities/eastmere.ts';
import { tehran } from '../cities/tehran.ts';
import type { CityData } from '../domain/city.ts';
import type { Directory } from '../domain/ports/directory.ts';
import type { User } from '../domain/user.ts';
import { replaceFile } from './replace-file.ts';

export const CITIES: readonly CityData[] = [tehran, eastmere];

/** The partner lines of the seeded cities, each with its own client. */
export const PARTNER_LINES = [
  { clientId: 'line-137', channel: '137' },
  { clientId: 'line-1888', channel: '1888' },
] as const;

/** Loads both cities by the loader that fills deployed systems; a city that is there already is left as it is. */
export const seedCities = async (directory: Directory): Promise<void> => {
  for (const data of CITIES) {
    if (await directory.office(data.city.id)) continue;
    const loaded = await directory.load(data);
    if (!loaded.agreed) throw new Error(`${data.city.id} was refused: ${JSON.stringify(loaded.details)}`);
    for (const { clientId, channel } of PARTNER_LINES) {
      if (!data.city.channels.some(({ id }) => id === channel)) continue;
      const added = await directory.put(data.city.id, 'partner', { clientId, channel });
      if (!added.agreed) throw new Error(`${clientId} was refused: ${JSON.stringify(added.details)}`);
    }
  }
};

/** The password of all seeded accounts: made at the first start, kept in the data folder, readable by its owner only. */
export const seedPassword = (file: string): string => {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = `city-${randomBytes(6).toString('hex')}`;
  replaceFile(file, password);
  return password;
};

export type SeededUser = { readonly city: string; readonly user: User };

const seededUsers: readonly SeededUser[] = CITIES.flatMap((data) =>
  data.users.map((user) => ({ city: data.city.id, user })),
);

/** One sign-in of each role and city, to be printed and opened at once; the others follow in the background. */
export const firstSignIns = (): readonly SeededUser[] => {
  const seen = new Set<string>();
  return seededUsers.filter(({ city, user }) => {
    const fresh = user.roles.filter(({ role }) => !seen.has(`${city} ${role}`));
    for (const { role } of fresh) seen.add(`${city} ${role}`);
    return fresh.length > 0;
  });
};

export const otherSignIns = (): readonly SeededUser[] => {
  const first = new Set(firstSignIns());
  return seededUsers.filter((seeded) => !first.has(seeded));
};
