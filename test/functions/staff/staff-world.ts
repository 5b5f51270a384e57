import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import type { Operation } from '../../../contract/operation.ts';
import { accountName } from '../../../domain/account-name.ts';
import { serveAll } from '../../../functions/http/serve.ts';
import { staffAnswers } from '../../../functions/staff/answers.ts';
import type { StaffNeeds } from '../../../functions/staff/needs.ts';
import { createWorld } from '../../support/world.ts';

export type Reply = { readonly status: number; readonly body: Record<string, unknown> };

type Told = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly key?: string;
  readonly language?: string;
  /** The city in the path; the world's own unless a test wants another. */
  readonly city?: string;
};

/** Refusals that every operation may give. */
const COMMON = ['invalid', 'malformed', 'not-allowed', 'not-found', 'sign-in-needed', 'too-large', 'fault'];

/** Whatever an operation refuses, its contract has announced. */
const seeThatItIsDeclared = ({ name, refusals }: Operation, { status, body }: Reply): void => {
  if (status >= 400 && ![...COMMON, ...refusals].includes(String(body.type))) {
    throw new Error(`${name} does not announce that it refuses with ${body.type}`);
  }
};

type Handler = ReturnType<typeof serveAll>;

export type StaffWorld = Awaited<ReturnType<typeof createStaffWorld>>;

export const createStaffWorld = async (options: Parameters<typeof createWorld>[0] = {}) =>
  withStaffApi(await createWorld(options));

/** Puts the staff's API in front of a world, called as API Gateway calls it. */
export const withStaffApi = <World extends StaffNeeds & { readonly city: string }>(world: World) => {
  let keys = 0;

  /** Calls an operation of this handler as somebody of the staff, or as nobody. */
  const callOn = async (
    handler: Handler,
    username: string | undefined,
    operation: Operation,
    told: Told = {},
  ): Promise<Reply> => {
    const { params = {}, query, body, key, language = 'en', city = world.city } = told;
    const path = Object.entries({ city, ...params }).reduce(
      (sofar, [name, value]) => sofar.replace(`{${name}}`, encodeURIComponent(value)),
      operation.path as string,
    );
    keys += 1;
    const event = {
      version: '2.0',
      rawPath: path,
      rawQueryString: '',
      headers: { 'accept-language': language, 'idempotency-key': key ?? `test-key-${keys}` },
      ...(query && { queryStringParameters: query }),
      requestContext: {
        http: { method: operation.method, path, sourceIp: '203.0.113.7' },
        ...(username && { authorizer: { jwt: { claims: { username: accountName(world.city, username) } } } }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    } as unknown as APIGatewayProxyEventV2;
    const result = await handler(event, {} as Context);
    const reply: Reply = { status: result.statusCode ?? 0, body: JSON.parse(result.body ?? '{}') };
    seeThatItIsDeclared(operation, reply);
    return reply;
  };

  const own = serveAll(staffAnswers, world);
  const call = (username: string | undefined, operation: Operation, told?: Told) =>
    callOn(own, username, operation, told);
  return { ...world, call, callOn };
};
