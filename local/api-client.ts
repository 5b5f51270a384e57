import * as z from 'zod/mini';
import type { Operation, ReplyOf } from '../contract/operation.ts';
import { Problem } from '../contract/problem.ts';

type BodyInput<Op extends Operation> = Op['body'] extends z.ZodMiniType ? z.input<Op['body']> : undefined;

/** One call; query and body as the operation's own schemas take them. */
export type Asked<Op extends Operation> = {
  /** Where the API is; without a slash at the end. */
  readonly url: string;
  readonly city: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: z.input<Op['query']>;
  readonly body?: BodyInput<Op>;
  /** A citizen's session or an access token of the staff. */
  readonly token?: string;
  readonly language?: string;
  readonly idempotencyKey?: string;
};

/** The reply, or the problem that the system has named. */
export type Answered<Op extends Operation> =
  | { readonly agreed: true; readonly status: number; readonly body: ReplyOf<Op> }
  | { readonly agreed: false; readonly status: number; readonly body: Problem };

/** Asks one operation over HTTP and parses what comes back. Throws if nobody answers or the reply is not the operation's. */
export const call = async <Op extends Operation>(operation: Op, asked: Asked<Op>): Promise<Answered<Op>> => {
  const { body } = asked;
  const response = await fetch(addressOf(operation, asked), {
    method: operation.method,
    headers: headersOf(asked),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const { status } = response;
  if (!response.ok) return { agreed: false, status, body: await problemOf(response) };
  const reply = z.parse(operation.reply, await response.json());
  // The schema is this operation's own, which its type cannot say while the operation is a parameter.
  return { agreed: true, status, body: reply as ReplyOf<Op> };
};

/** A refusal where a yes was counted on; the message says all that the system has said. */
export class RefusedError extends Error {}

/** As `call`, for those who count on a yes: a refusal is thrown as `RefusedError`, in the system's own words. */
export const ask = async <Op extends Operation>(operation: Op, asked: Asked<Op>): Promise<ReplyOf<Op>> => {
  const answered = await call(operation, asked);
  if (answered.agreed) return answered.body;
  const { type, title, fields = [] } = answered.body;
  const wrong = fields.map(({ path, message }) => `${path}: ${message}`).join('; ');
  throw new RefusedError(`${operation.name} was refused (${answered.status} ${type}): ${title} ${wrong}`.trimEnd());
};

const addressOf = <Op extends Operation>(operation: Op, { url, city, params, query }: Asked<Op>): string => {
  const given = new Map<string, unknown>([['city', city], ...Object.entries(params ?? {})]);
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(given.get(name))));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(name, String(value));
  return `${url}${path}${search.size > 0 ? `?${search}` : ''}`;
};

const headersOf = <Op extends Operation>({ body, token, language, idempotencyKey }: Asked<Op>) => ({
  ...(body !== undefined && { 'content-type': 'application/json' }),
  ...(token !== undefined && { authorization: `Bearer ${token}` }),
  ...(language !== undefined && { 'accept-language': language }),
  ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
});

/** The gateway answers before the operation does where a token is missing or has ended; it knows no problem details. */
const problemOf = async (response: Response): Promise<Problem> => {
  const text = await response.text();
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    return Problem.parse(JSON.parse(text));
  }
  const type = response.status === 401 ? 'sign-in-needed' : 'fault';
  return { type, title: text.slice(0, 200), status: response.status };
};
