import type { Draft } from './draft.ts';

/** What a step is given: the answers so far, and where to go with new ones. */
export type StepProps = { readonly draft: Draft; readonly save: (data: FormData) => void };
