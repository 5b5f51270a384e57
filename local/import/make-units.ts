import { putOfficial, putUnit } from '../../contract/staff/directory.ts';
import { ask } from '../api-client.ts';
import type { Maker } from './find-posts.ts';
import type { Office } from './office.ts';
import { slugOf } from './slug-of.ts';

/** Adds units right below the headquarters and posts with the plainest rule, named as the paper names them. */
export const makerIn = (office: Office, { locales, top }: { locales: readonly string[]; top: string }): Maker => {
  const { url, city } = office;
  const inAll = (name: string) => Object.fromEntries(locales.map((locale) => [locale, name]));
  return {
    async unit(name, isTaken) {
      const id = slugOf(name, isTaken);
      const body = { kind: 'organisation', parent: top, name: inAll(name) } as const;
      await ask(putUnit, { url, city, params: { id }, body, token: await office.administratorToken() });
      return id;
    },
    async official(title, unit, isTaken) {
      const id = slugOf(title, isTaken);
      const body = { unit, title: inAll(title), allocation: 'first-come' } as const;
      await ask(putOfficial, { url, city, params: { id }, body, token: await office.administratorToken() });
      return id;
    },
  };
};
