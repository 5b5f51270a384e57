import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import * as z from 'zod/mini';

const Structured = z.object({
  statusCode: z.coerce.number().check(z.int(), z.minimum(200), z.maximum(599)),
  headers: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
  body: z.optional(z.string()),
  isBase64Encoded: z.optional(z.boolean()),
  cookies: z.optional(z.array(z.string())),
});

/** More than this does not fit through a Lambda invocation, in either direction. */
export const PAYLOAD_LIMIT = 6 * 1024 * 1024;

export type Reply = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

/**
 * What the client gets for a handler's result: a structured answer if it names a `statusCode`, else 200 with the
 * result as JSON. Throws if the answer is malformed or too large.
 */
export function toReply(result: unknown): Reply {
  const reply = isStructured(result) ? structured(Structured.parse(result)) : plain(result);
  if (reply.body.length > PAYLOAD_LIMIT) throw new Error('The answer is larger than a Lambda function may return.');
  return reply;
}

const isStructured = (result: unknown) => typeof result === 'object' && result !== null && 'statusCode' in result;

function plain(result: unknown): Reply {
  const text = typeof result === 'string' ? result : (JSON.stringify(result) ?? '');
  return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(text) };
}

function structured({ statusCode, headers = {}, body = '', isBase64Encoded, cookies }: z.infer<typeof Structured>) {
  const sent: OutgoingHttpHeaders = { 'content-type': 'text/plain;charset=utf-8' };
  for (const [name, value] of Object.entries(headers)) sent[name.toLowerCase()] = String(value);
  if (cookies?.length) sent['set-cookie'] = cookies;
  return { status: statusCode, headers: sent, body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') };
}

/** A message of the gateway itself, in its own words: `{"message":"Not Found"}`. */
export function gatewayMessage(status: number, message: string, headers: OutgoingHttpHeaders = {}): Reply {
  const body = Buffer.from(JSON.stringify({ message }));
  return { status, headers: { 'content-type': 'application/json', ...headers }, body };
}

/** Sends a reply; an answer to HEAD announces the length but carries no body. */
export function send(res: ServerResponse, { status, headers, body }: Reply): void {
  if (res.headersSent || res.destroyed) return;
  const hasNoBody = status === 204 || status === 304;
  res.writeHead(status, hasNoBody ? headers : { ...headers, 'content-length': body.length });
  res.end(hasNoBody || res.req.method === 'HEAD' ? undefined : body);
}
