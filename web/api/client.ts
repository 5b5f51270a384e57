import type * as z from 'zod/mini';
import type { Operation, ReplyOf } from '../../contract/operation.ts';
import type { Problem } from '../../contract/problem.ts';

/** Method and path of each operation, by its name. */
export type RouteTable = Readonly<Record<string, readonly [method: string, path: string]>>;

/** What came back: the reply, or the problem in the reader's own words. */
export type Answered<Value> =
  | { readonly agreed: true; readonly value: Value }
  | { readonly agreed: false; readonly problem: Problem };

type Part<Name extends string, Value> = [Value] extends [undefined]
  ? unknown
  : Record<never, never> extends Value
    ? { readonly [Key in Name]?: Value }
    : { readonly [Key in Name]: Value };

type BodyInput<Op extends Operation> = Op extends { body: infer Body extends z.ZodMiniType }
  ? z.input<Body>
  : undefined;

/** What an operation must be given, as its schemas take it. */
type Asked<Op extends Operation> = Part<'params', z.input<Op['params']>> &
  Part<'query', z.input<Op['query']>> &
  Part<'body', BodyInput<Op>> &
  (Op extends { idempotent: true } ? { readonly idempotencyKey: string } : unknown);

export type Client<Op extends Operation> = <Name extends Op['name']>(
  name: Name,
  ...asked: Record<never, never> extends Asked<Extract<Op, { name: Name }>>
    ? [asked?: Asked<Extract<Op, { name: Name }>>]
    : [asked: Asked<Extract<Op, { name: Name }>>]
) => Promise<Answered<ReplyOf<Extract<Op, { name: Name }>>>>;

export type Settings = {
  readonly city: string;
  readonly language: string;
  /** Who is asking; nobody in particular, if it is absent. */
  readonly token?: () => Promise<string | undefined>;
  /** Told when a session is missing or has ended. */
  readonly signInNeeded?: () => void;
  readonly fetch?: typeof fetch;
};

type Parts = {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
};

/** Looks may lag a moment behind; whoever has just done something is shown what came of it. */
const SHOWN_AT_ONCE_MS = 10_000;

/**
 * Calls operations by their names. It never throws: a lost connection is a problem of the type `unreachable`, a missing or
 * ended session is `sign-in-needed`, whether the gateway or the operation has found it out.
 */
export const createClient = <Op extends Operation>(routes: RouteTable, settings: Settings): Client<Op> => {
  let actedAt = Number.NEGATIVE_INFINITY;
  const call = async (name: string, parts: Parts = {}): Promise<Answered<unknown>> => {
    try {
      const token = await settings.token?.();
      const [method = 'GET', path = ''] = routes[name] ?? [];
      const response = await (settings.fetch ?? fetch)(addressOf(path, settings.city, parts), {
        method,
        headers: {
          ...headersOf(settings.language, token, parts),
          ...(performance.now() - actedAt < SHOWN_AT_ONCE_MS && { 'cache-control': 'no-cache' }),
        },
        ...(parts.body !== undefined && { body: JSON.stringify(parts.body) }),
      });
      const answered = await read(response);
      if (method !== 'GET') actedAt = performance.now();
      if (!answered.agreed && answered.problem.type === 'sign-in-needed') settings.signInNeeded?.();
      return answered;
    } catch {
      return { agreed: false, problem: { type: 'unreachable', title: '', status: 0 } };
    }
  };
  // The reply was checked by the operation's own schema before it was sent; here it only gets its type back.
  return call as Client<Op>;
};

const addressOf = (path: string, city: string, { params = {}, query = {} }: Parts): string => {
  const given: Readonly<Record<string, unknown>> = { ...params, city };
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(given[name])));
  const asked = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): [string, string] => [name, String(value)]);
  return asked.length > 0 ? `${filled}?${new URLSearchParams(asked)}` : filled;
};

const headersOf = (language: string, token: string | undefined, parts: Parts): Record<string, string> => ({
  'accept-language': language,
  ...(token && { authorization: `Bearer ${token}` }),
  ...(parts.body !== undefined && { 'content-type': 'application/json' }),
  ...(parts.idempotencyKey && { 'idempotency-key': parts.idempotencyKey }),
});

const read = async (response: Response): Promise<Answered<unknown>> => {
  const type = response.headers.get('content-type') ?? '';
  if (response.ok) return { agreed: true, value: await response.json() };
  if (type.startsWith('application/problem+json'))
    return { agreed: false, problem: (await response.json()) as Problem };
  return {
    agreed: false,
    problem: { type: response.status === 401 ? 'sign-in-needed' : 'fault', title: '', status: response.status },
  };
};
