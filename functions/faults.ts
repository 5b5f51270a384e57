import { type Refused, refuse } from '../domain/outcome.ts';

/** Fields of a call that the city's own data finds wrong, collected so that all of them are named at once. */
export type Fault = { readonly path: string; readonly problem: string };

export const refuseFaults = (faults: readonly Fault[]): Refused | undefined =>
  faults.length > 0 ? refuse('invalid', { fields: faults }) : undefined;
