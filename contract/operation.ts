import type * as z from 'zod/mini';
import type { Permission } from '../domain/access.ts';
import type { Refusal } from '../domain/outcome.ts';

/** Who may call: anyone, a citizen with a proven contact, a member of staff, or a partner's line. */
export type CallerKind = 'anyone' | 'citizen' | 'staff' | 'partner';

/**
 * One thing that may be asked of the system. Routes, permissions, the local gateway, the OpenAPI document and the typed web
 * client are all read from these.
 */
export type Operation = {
  /** The one name: file, route id, log field, test title. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: `/v1/{city}${string}`;
  readonly caller: CallerKind;
  /** What a member of staff must be allowed to do, somewhere in the city, to call at all. */
  readonly permission?: Permission;
  readonly summary: { readonly en: string; readonly fa: string };
  /** Path parameters besides the city. */
  readonly params: z.ZodMiniObject;
  readonly query: z.ZodMiniObject;
  readonly body?: z.ZodMiniType;
  readonly reply: z.ZodMiniType;
  readonly status: 200 | 201 | 202;
  /** Refusals of its own, besides those that every operation may give. */
  readonly refusals: readonly Refusal[];
  /** Must carry an `Idempotency-Key`: the same key with the same content is the same act. */
  readonly idempotent?: boolean;
  /** May be called for a city that does not exist yet, by the first administrator. */
  readonly founds?: boolean;
};

/** Keeps the literal types of an operation, so that its answer and the web client are typed by it. */
export const operation = <const Op extends Operation>(op: Op): Op => op;

export type ParamsOf<Op extends Operation> = z.infer<Op['params']>;
export type QueryOf<Op extends Operation> = z.infer<Op['query']>;
export type BodyOf<Op extends Operation> = Op['body'] extends z.ZodMiniType ? z.infer<Op['body']> : undefined;
export type ReplyOf<Op extends Operation> = z.infer<Op['reply']>;
export type ReplyInputOf<Op extends Operation> = z.input<Op['reply']>;
