/**
 * What a rule answers: it agrees, with a value, or it refuses, with a reason. A refusal is a value, a fault is thrown.
 * The reason is at once the domain's word, the problem `type` on the wire and the web's translation key.
 */
const REFUSALS = [
  'already-recorded',
  'changed-meanwhile',
  'code-expired',
  'code-wrong',
  'document-missing',
  'idempotency-key-reused',
  'in-use',
  'invalid',
  'limit-reached',
  'malformed',
  'moves-used-up',
  'not-allowed',
  'not-found',
  'not-in-remit',
  'objection-used',
  'open-request-exists',
  'outside-the-city',
  'session-has-turns',
  'session-impossible',
  'sign-in-needed',
  'slot-gone',
  'too-large',
  'too-late',
  'too-many-attempts',
  'wrong-state',
] as const;

export type Refusal = (typeof REFUSALS)[number];

/** Names of fields and short facts that explain a refusal (a status, a limit, a field's path); never a person's data. */
export type RefusalDetails = {
  readonly status?: string;
  readonly fields?: readonly { readonly path: string; readonly problem: string }[];
  readonly [fact: string]: unknown;
};

export type Agreed<Value> = { readonly agreed: true; readonly value: Value };
export type Refused = { readonly agreed: false; readonly reason: Refusal; readonly details: RefusalDetails };
export type Outcome<Value> = Agreed<Value> | Refused;

export const agree = <Value>(value: Value): Agreed<Value> => ({ agreed: true, value });

export const refuse = (reason: Refusal, details: RefusalDetails = {}): Refused => ({ agreed: false, reason, details });

/** A refusal that names one field of the caller's input and what is wrong with it. */
export const refuseField = (path: string, problem: string): Refused =>
  refuse('invalid', { fields: [{ path, problem }] });
