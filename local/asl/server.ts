import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { BodyTooLarge, discardRest, readBody } from '../read-body.ts';
import { InvalidDefinition } from './definition.ts';
import type { Engine } from './engine.ts';
import type { JsonObject } from './json.ts';
import { type Home, OPERATIONS } from './operations.ts';
import { SfnError } from './sfn-error.ts';

const TARGET = 'AWSStepFunctions.';
/** AWS takes definitions of 1 MiB; JSON text inside JSON text may need twice that. */
const BODY_BYTES = 2 * 1_048_576;

type Parts = { engine: Engine; home: Home; report?: (error: unknown) => void };

async function perform({ engine, home }: Parts, req: IncomingMessage): Promise<JsonObject> {
  const body = await readBody(req, BODY_BYTES);
  const target = String(req.headers['x-amz-target'] ?? '');
  const name = target.startsWith(TARGET) ? target.slice(TARGET.length) : '';
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (!operation) throw new SfnError('UnknownOperationException', `There is no operation '${target}'`);
  return operation(engine, parseBody(body.toString()), home);
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SfnError('SerializationException', 'The body is no JSON');
  }
}

function answer(res: ServerResponse, statusCode: number, body: JsonObject): void {
  if (res.destroyed || res.headersSent) return;
  res.writeHead(statusCode, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
}

function refuse(error: unknown, req: IncomingMessage, res: ServerResponse, report: (error: unknown) => void): void {
  if (error instanceof SfnError || error instanceof InvalidDefinition) {
    answer(res, 400, { __type: error.name, message: error.message });
  } else if (error instanceof BodyTooLarge) {
    answer(res, 413, { __type: 'ValidationException', message: error.message });
    discardRest(req);
  } else if (req.complete) {
    report(error);
    answer(res, 500, { __type: 'InternalFailure', message: 'Internal failure' });
  }
  // Otherwise the client went away: it needs no answer, and it is nobody's fault.
}

/** Serves the Step Functions API (JSON 1.0 protocol), as `@aws-sdk/client-sfn` speaks it. */
export function sfnHandler({ report = console.error, ...parts }: Parts): RequestListener {
  return (req, res) => {
    res.on('error', () => {});
    perform({ ...parts }, req).then(
      (result) => answer(res, 200, result),
      (error: unknown) => refuse(error, req, res, report),
    );
  };
}
