import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { BodyTooLarge, discardRest, readBody } from '../read-body.ts';
import { TableError, unreadable } from './table-error.ts';

const LARGEST_REQUEST_BYTES = 16 * 1024 * 1024;
const TARGET = /^DynamoDB_20120810\.(\w+)$/;

type Answer = { status: number; body: object };

type Executor = {
  execute: (operation: string, body: unknown) => object;
  /** Resolves when all that an answer could have seen is on the disk. */
  settled: () => Promise<void>;
};

/**
 * One request of the JSON protocol. Signatures are not checked: the server is for loopback only, and no page in a
 * browser can call it, because the `X-Amz-Target` header needs a CORS consent that is never given. Never rejects.
 */
export async function handleRequest(
  { execute, settled }: Executor,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  req.on('error', () => {});
  res.on('error', () => {});
  const { status, body } = await answer({ execute, settled }, req);
  if (!res.writable) return;
  res.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() });
  res.end(JSON.stringify(body));
  discardRest(req);
}

async function answer({ execute, settled }: Executor, req: IncomingMessage): Promise<Answer> {
  try {
    const [, operation = ''] = TARGET.exec(String(req.headers['x-amz-target'])) ?? [];
    const body = parse(await readBody(req, LARGEST_REQUEST_BYTES));
    try {
      return { status: 200, body: execute(operation, body) };
    } finally {
      await settled();
    }
  } catch (error) {
    return refusal(error, req);
  }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw unreadable('The body is not JSON');
  }
}

function refusal(error: unknown, req: IncomingMessage): Answer {
  if (error instanceof TableError) return { status: 400, body: error.toBody() };
  if (error instanceof BodyTooLarge) return { status: 413, body: unreadable(error.message).toBody() };
  if (!req.complete) return { status: 400, body: unreadable('The client went away').toBody() };
  console.error('The table failed on a request it should have understood.', error);
  return { status: 500, body: new TableError('InternalServerError', 'Internal server error').toBody() };
}
