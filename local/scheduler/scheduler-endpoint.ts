import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import { BodyTooLarge, discardRest, readBody } from '../read-body.ts';
import { type Credentials, SignatureError } from '../signature/signing-key.ts';
import { sha256, verifyHeader } from '../signature/verify-signature.ts';
import { ScheduleError } from './expression.ts';
import type { Scheduler } from './open-scheduler.ts';
import type { ScheduleRow } from './schedule-table.ts';

export type EndpointOptions = {
  scheduler: Scheduler;
  credentials: Credentials;
  region: string;
  /** The path it is mounted below. */
  prefix?: string | undefined;
};

const Name = z.string().check(z.regex(/^[\w.-]{1,64}$/));
const Input = z.strictObject({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.optional(z.string()),
  Target: z.strictObject({ Arn: z.string(), RoleArn: z.string(), Input: z.optional(z.string()) }),
  FlexibleTimeWindow: z.object({ Mode: z.literal('OFF') }),
  State: z.optional(z.enum(['ENABLED', 'DISABLED'])),
  ActionAfterCompletion: z.optional(z.enum(['NONE', 'DELETE'])),
  GroupName: z.optional(z.literal('default')),
  ClientToken: z.optional(z.string()),
});

const Listing = z.strictObject({
  NamePrefix: z.optional(z.string()),
  NextToken: z.optional(z.string()),
  MaxResults: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 100),
  ScheduleGroup: z.optional(z.literal('default')),
});

const STATUS = {
  InternalServerException: 500,

  ConflictException: 409,
  ResourceNotFoundException: 404,
  ValidationException: 400,
  AccessDeniedException: 403,
};

class Refusal extends Error {
  readonly code: keyof typeof STATUS;
  constructor(code: keyof typeof STATUS, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * EventBridge Scheduler's own protocol in front of the scheduler, for the real SDK: Create-, Get-, Update-, Delete-
 * and ListSchedules in the default group. The last part of a target's ARN is the name of a target. Fields that
 * would be ignored are refused.
 */
export function createSchedulerEndpoint({ scheduler, credentials, region, prefix = '' }: EndpointOptions) {
  function save(name: string, body: Buffer): void {
    const input = Input.parse(body.length > 0 ? JSON.parse(body.toString()) : {});
    scheduler.ensure({
      name: Name.parse(name),
      expression: input.ScheduleExpression,
      timeZone: input.ScheduleExpressionTimezone ?? 'UTC',
      target: input.Target.Arn.split(':').at(-1) ?? '',
      input: input.Target.Input === undefined ? {} : JSON.parse(input.Target.Input),
      enabled: input.State !== 'DISABLED',
      deleteWhenDone: input.ActionAfterCompletion === 'DELETE',
    });
  }

  function existing(name: string): ScheduleRow {
    const row = scheduler.find(name);
    if (!row) throw new Refusal('ResourceNotFoundException', `Schedule ${name} does not exist.`);
    return row;
  }

  function answer(req: IncomingMessage, body: Buffer): unknown {
    const url = new URL(req.url ?? '/', 'http://localhost');
    const [, root, name, ...rest] = url.pathname.slice(prefix.length).split('/').map(decodeURIComponent);
    if (!url.pathname.startsWith(prefix) || root !== 'schedules' || rest.length > 0) {
      throw new Refusal('ValidationException', 'This operation is not known here.');
    }
    if (!name && req.method === 'GET') return list(url.searchParams);
    if (!name) throw new Refusal('ValidationException', 'A schedule needs a name.');
    switch (req.method) {
      case 'POST':
        if (scheduler.find(name)) throw new Refusal('ConflictException', `Schedule ${name} already exists.`);
        save(name, body);
        return { ScheduleArn: arnOf(name) };
      case 'PUT':
        existing(name);
        save(name, body);
        return { ScheduleArn: arnOf(name) };
      case 'GET':
        return describe(existing(name));
      case 'DELETE':
        existing(name);
        scheduler.remove(name);
        return {};
      default:
        throw new Refusal('ValidationException', 'This operation is not known here.');
    }
  }

  function list(query: URLSearchParams): unknown {
    const { NamePrefix = '', NextToken = '', MaxResults } = Listing.parse(Object.fromEntries(query));
    const found = scheduler.list(NextToken, NamePrefix, MaxResults + 1);
    const page = found.slice(0, MaxResults);
    return {
      Schedules: page.map(summarize),
      NextToken: found.length > MaxResults ? page.at(-1)?.name : undefined,
    };
  }

  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    try {
      const body = await readBody(req, 512 * 1024);
      verifyHeader(req, { credentials, region, service: 'scheduler' }, sha256(body));
      send(res, 200, answer(req, body));
    } catch (error) {
      if (res.destroyed) return;
      const { code, message } = refusalOf(error);
      res.setHeader('x-amzn-errortype', code);
      send(res, STATUS[code], { Message: message });
      discardRest(req);
    }
  };
}

function send(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function refusalOf(error: unknown): { code: keyof typeof STATUS; message: string } {
  if (error instanceof Refusal) return error;
  if (error instanceof SignatureError) return { code: 'AccessDeniedException', message: error.message };
  if (error instanceof ScheduleError)
    return { code: 'ValidationException', message: `Invalid Schedule Expression: ${error.message}` };
  const invalid = [z.core.$ZodError, SyntaxError, URIError, BodyTooLarge].some((kind) => error instanceof kind);
  if (invalid) return { code: 'ValidationException', message: error instanceof Error ? error.message : '' };
  console.error('The scheduler failed:', error);
  return { code: 'InternalServerException', message: 'The scheduler failed.' };
}

const arnOf = (name: string) => `arn:aws:scheduler:local:000000000000:schedule/default/${name}`;
const targetArn = (target: string) => `arn:aws:lambda:local:000000000000:function:${target}`;

function summarize({ name, enabled, created_at, changed_at, target }: ScheduleRow) {
  return {
    Arn: arnOf(name),
    GroupName: 'default',
    Name: name,
    State: enabled ? 'ENABLED' : 'DISABLED',
    CreationDate: created_at / 1000,
    LastModificationDate: changed_at / 1000,
    Target: { Arn: targetArn(target) },
  };
}

function describe(row: ScheduleRow) {
  return {
    ...summarize(row),
    ScheduleExpression: row.expression,
    ScheduleExpressionTimezone: row.time_zone,
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: row.delete_when_done ? 'DELETE' : 'NONE',
    Target: { Arn: targetArn(row.target), RoleArn: 'arn:aws:iam::000000000000:role/scheduler', Input: row.input },
  };
}
