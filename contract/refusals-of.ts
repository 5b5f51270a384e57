import type { Refusal } from '../domain/outcome.ts';
import type { Operation } from './operation.ts';

/** Every refusal that an operation may give: its own, and those that come with its path, its body and its caller. */
export const refusalsOf = ({ body, caller, permission, refusals }: Operation): readonly Refusal[] => [
  ...new Set<Refusal>([
    ...(body ? (['malformed', 'too-large'] as const) : []),
    ...(caller === 'anyone' ? [] : (['sign-in-needed'] as const)),
    ...(permission ? (['not-allowed'] as const) : []),
    'not-found',
    'invalid',
    ...refusals,
  ]),
];
