import type { changeDocuments, Draft } from './draft.ts';

/** What a step is given: the answers so far, what keeps them while they are written, and where to go with them. */
export type StepProps = {
  readonly draft: Draft;
  readonly keep: (data: FormData) => void;
  readonly save: (data: FormData) => void;
  readonly changeDocuments: (change: Parameters<typeof changeDocuments>[1]) => void;
};
