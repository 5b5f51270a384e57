import type { submitRequest } from '../../../contract/citizen/submission.ts';
import type { BodyOf } from '../../../contract/operation.ts';
import { applicantKind } from '../../kit/applicant-kind.ts';
import type { Contact } from '../citizen-session.ts';
import { type Draft, documentsIn, type Purpose, priorityIn } from './draft.ts';
import { GROUNDS } from './speaker.tsx';

type Body = BodyOf<typeof submitRequest>;
export const MODES = ['in-person', 'phone', 'video'] as const;

/** The draft as the API takes it; what was begun and given up again is left out. */
export const submissionOf = (draft: Draft, contact: Contact, language: string): Body => {
  const { answers } = draft;
  const mode = modeIn(draft);
  const documents = documentsIn(draft);
  const paperFor = (wanted: Purpose) => documents.find(({ purpose }) => purpose === wanted)?.document.id;
  const companions = companionsIn(draft);
  return {
    official: answers.official ?? '',
    topic: answers.topic ?? '',
    text: answers.text ?? '',
    ...(answers.wanted && { wanted: answers.wanted }),
    applicant: {
      kind: applicantKind(answers['applicant.kind']),
      name: answers['applicant.name'] ?? '',
      identity: { kind: answers['applicant.identity.kind'] ?? '', value: answers['applicant.identity.value'] ?? '' },
      language,
      ...(answers['applicant.needs'] && { needs: [answers['applicant.needs']] }),
      ...(mode && { mode }),
    },
    contact,
    ...representative(draft, paperFor('representation')),
    ...(companions.length > 0 && { companions: companions.map((name) => ({ name })) }),
    ...(documents.length > 0 && { documents: documents.map(({ document }) => document) }),
    ...priority(draft, paperFor('priority')),
  };
};

export const modeIn = ({ answers }: Draft) => MODES.find((one) => one === answers['applicant.mode']);

export const companionsIn = ({ answers }: Draft): string[] =>
  (answers.companions ?? '')
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');

const representative = ({ answers }: Draft, document: string | undefined) => {
  const ground = GROUNDS.find((one) => one === answers['representative.ground']);
  if (answers.speaker !== 'representative' || !ground) return undefined;
  return { representative: { name: answers['representative.name'] ?? '', ground, ...(document && { document }) } };
};

const priority = ({ answers }: Draft, document: string | undefined) => {
  const declared = priorityIn(answers);
  return declared && document ? { priority: { class: declared, document } } : undefined;
};
