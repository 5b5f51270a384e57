import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import type { Operation } from '../../contract/operation.ts';
import { accountName } from '../../domain/account-name.ts';
import type { serveAll } from '../../functions/http/serve.ts';

/** One call of an API: who calls (a citizen's token or a name of the staff), and what is given along. */
export type ApiCall = {
  readonly city: string;
  readonly token?: string | undefined;
  readonly username?: string | undefined;
  readonly params?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  readonly key?: string;
};
export type ApiReply = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

/** Calls an operation of a handler as API Gateway does, in this process. */
export const callApi = async (
  handler: ReturnType<typeof serveAll>,
  operation: Operation,
  call: ApiCall,
): Promise<ApiReply> => {
  const { statusCode = 0, body = '{}' } = await handler(eventOf(operation, call), {} as Context);
  return { status: statusCode, body: JSON.parse(body) };
};

const eventOf = (operation: Operation, { city, token, username, params, query, body, key }: ApiCall) => {
  const path = Object.entries({ city, ...params }).reduce(
    (sofar, [name, value]) => sofar.replace(`{${name}}`, encodeURIComponent(value)),
    operation.path as string,
  );
  // Handlers read nothing else of an event.
  return {
    version: '2.0',
    rawPath: path,
    rawQueryString: '',
    headers: {
      'accept-language': 'en',
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(query && { queryStringParameters: query }),
    requestContext: {
      http: { method: operation.method, path, sourceIp: '203.0.113.7' },
      ...(username !== undefined && { authorizer: { jwt: { claims: { username: accountName(city, username) } } } }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  } as unknown as APIGatewayProxyEventV2;
};
