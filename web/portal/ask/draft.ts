import type { UploadedDocument } from '../../../contract/citizen/documents.ts';
import { newKey } from '../../api/new-key.ts';
import { readStored, store } from '../../kit/stored.ts';

/** What a document shows: who speaks for the applicant, that a priority is due, or the matter itself. */
export type Purpose = 'representation' | 'priority' | 'attachment';
type DraftDocument = { readonly purpose: Purpose; readonly document: UploadedDocument };

/** The answers given so far, by the paths by which the API names them, what has been uploaded, and the key under which all will be sent. */
export type Draft = {
  readonly key: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly documents: readonly DraftDocument[];
};

const nameOf = (city: string): string => `draft:${city}`;

export const readDraft = (city: string): Draft =>
  readStored<Draft>(nameOf(city)) ?? { key: newKey(), answers: {}, documents: [] };

/** Adds answers. What has changed is another request, so it gets another key. */
export const addToDraft = (city: string, draft: Draft, data: FormData): Draft => {
  const given = [...data].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value.trim()] as const] : [],
  );
  return keepDraft(city, { ...draft, answers: { ...draft.answers, ...Object.fromEntries(given) } });
};

/** The documents as they are now; answers that were written meanwhile stay. */
export const changeDocuments = (city: string, change: (documents: Draft['documents']) => Draft['documents']): Draft => {
  const draft = readDraft(city);
  return keepDraft(city, { ...draft, documents: change(draft.documents) });
};

const keepDraft = (city: string, draft: Draft): Draft => {
  const next = { ...draft, key: newKey() };
  store(nameOf(city), next);
  return next;
};

export const forgetDraft = (city: string): void => store(nameOf(city), undefined);

export const NO_CLASS = 'none';

/** The priority class that is declared, if one is. */
export const priorityIn = (answers: Draft['answers']): string | undefined =>
  [NO_CLASS, ''].includes(answers['priority.class'] ?? '') ? undefined : answers['priority.class'];

/** The documents that the answers still call for. */
export const documentsIn = ({ answers, documents }: Draft): readonly DraftDocument[] =>
  documents.filter(
    ({ purpose }) =>
      purpose === 'attachment' ||
      (purpose === 'representation' ? answers.speaker === 'representative' : priorityIn(answers) !== undefined),
  );
