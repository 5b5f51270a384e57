import type * as z from 'zod/mini';
import { type CityView, listOfficials, listTopics, listUnits, showCity } from '../../contract/citizen/city.ts';

import { ask, call } from '../api-client.ts';
import { ImportError } from './paper-row.ts';

/** A city of a running system, and who acts in it: one who may register everywhere, and one who may add units and posts. */
export type Office = {
  readonly url: string;
  readonly city: string;
  registrarToken(): Promise<string>;
  administratorToken(): Promise<string>;
};

export type CityFacts = z.infer<typeof CityView> & { readonly language: string };

/** What the city says of itself; its names in its first language. */
export const factsOf = async ({ url, city }: Pick<Office, 'url' | 'city'>): Promise<CityFacts> => {
  const answered = await call(showCity, { url, city });
  if (!answered.agreed) throw new ImportError(`${url} knows no city ${city}: ${answered.body.title}`);
  return { ...answered.body, language: answered.body.locales[0] ?? 'en' };
};

/** All current units; the headquarters among them. */
export const unitsOf = async ({ url, city }: Pick<Office, 'url' | 'city'>, language: string) =>
  (await ask(listUnits, { url, city, language })).units;

export const postsOf = async ({ url, city }: Office, unit: string, language: string) =>
  (await ask(listOfficials, { url, city, language, params: { unit } })).officials;

/** The topic that was asked for, else the last one at the top of the list. */
export const topicOf = async ({ url, city }: Office, wanted: string | undefined): Promise<string> => {
  const { topics } = await ask(listTopics, { url, city });
  const topic =
    wanted === undefined
      ? topics.findLast(({ parent }) => parent === undefined)
      : topics.find(({ id }) => id === wanted);
  if (topic) return topic.id;
  throw new ImportError(`There is no topic ${wanted ?? ''}. The topics are: ${topics.map(({ id }) => id).join(', ')}.`);
};
