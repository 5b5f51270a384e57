import { newKey } from '../../api/new-key.ts';
import { readStored, store } from '../../kit/stored.ts';

/** The answers given so far, by the paths by which the API names them, and the key under which they will be sent. */
export type Draft = { readonly key: string; readonly answers: Readonly<Record<string, string>> };

const nameOf = (city: string): string => `draft:${city}`;

export const readDraft = (city: string): Draft => readStored<Draft>(nameOf(city)) ?? { key: newKey(), answers: {} };

/** Adds answers. What has changed is another request, so it gets another key. */
export const addToDraft = (city: string, draft: Draft, data: FormData): Draft => {
  const given = [...data].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value.trim()] as const] : [],
  );
  const next = { key: newKey(), answers: { ...draft.answers, ...Object.fromEntries(given) } };
  store(nameOf(city), next);
  return next;
};

export const forgetDraft = (city: string): void => store(nameOf(city), undefined);
