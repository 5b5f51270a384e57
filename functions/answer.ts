import type { BodyOf, CallerKind, Operation, ParamsOf, QueryOf, ReplyInputOf } from '../contract/operation.ts';
import type { Office } from '../domain/office.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Partner } from '../domain/ports/directory.ts';
import type { CitizenSession } from '../domain/ports/keys.ts';
import type { User } from '../domain/user.ts';

/** The caller as the operation needs them, already proven. */
type CallerOf<Kind extends CallerKind> = Kind extends 'citizen'
  ? CitizenSession
  : Kind extends 'staff'
    ? User
    : Kind extends 'partner'
      ? Partner
      : undefined;

/** What an answer is given: the call, parsed, and the city it is about. */
export type Call<Op extends Operation> = {
  readonly city: string;
  readonly office: Office;
  readonly params: ParamsOf<Op>;
  readonly query: QueryOf<Op>;
  readonly body: BodyOf<Op>;
  readonly caller: CallerOf<Op['caller']>;
  /** One of the city's locales, by the caller's wish. */
  readonly language: string;
  /** Present wherever the operation is idempotent. */
  readonly idempotencyKey: string;
  /** Who has not just acted may be shown what stood there a moment ago. */
  readonly mayLag?: boolean;
  /** Where the call came from, only to be counted, never kept. */
  readonly network: string;
};

/** One operation's answer: reads the call, asks the rule, writes, wakes. Needs its ports, and nothing else. */
export type Answer<Op extends Operation, Needs> = (call: Call<Op>, needs: Needs) => Promise<Outcome<ReplyInputOf<Op>>>;

/** An operation beside its answer, its types set aside: the parsing in `serve.ts` stands for them. */
export type Served<Needs> = {
  readonly operation: Operation;
  readonly answer: (call: never, needs: Needs) => Promise<Outcome<unknown>>;
};

/** Keeps operation and answer together, and checks that they fit. */
export const served = <Op extends Operation, Needs>(op: Op, answer: Answer<Op, Needs>): Served<Needs> => ({
  operation: op,
  answer,
});
