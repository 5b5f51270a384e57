import { get } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { beforeEach, expect, test, vi } from 'vitest';
import { createGateway, type LambdaHandler } from '../../../local/gateway/create-gateway.ts';
import { listening, sendAndHangUp } from '../listening.ts';

let last: APIGatewayProxyEventV2 | undefined;
const echo: LambdaHandler = async (event) => {
  last = event;
  return { statusCode: 200, body: 'ok' };
};

/** A gateway with one route, `ANY /v1/{city}/{rest+}`, on a port of its own. */
function serving(handler: LambdaHandler, timeoutMs = 30_000) {
  const routes = [{ method: 'ANY', path: '/v1/{city}/{rest+}', handler: 'only' }];
  return listening(createGateway({ routes, handlers: { only: handler }, timeoutMs }));
}

beforeEach(() => {
  last = undefined;
  vi.spyOn(console, 'error')
    .mockReset()
    .mockImplementation(() => {});
});

test('a call arrives in payload format 2.0', async () => {
  const url = await serving(echo);
  await fetch(`${url}/v1/tehran/a%20b/c?tag=one&tag=two%2C3&empty=`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Case': 'kept', Cookie: 'a=1; b=2', 'User-Agent': 'probe' },
    body: '{"name":"نام"}',
  });
  expect(last).toMatchObject({
    version: '2.0',
    routeKey: 'ANY /v1/{city}/{rest+}',
    rawPath: '/v1/tehran/a b/c',
    rawQueryString: 'tag=one&tag=two%2C3&empty=',
    queryStringParameters: { tag: 'one,two,3', empty: '' },
    pathParameters: { city: 'tehran', rest: 'a b/c' },
    cookies: ['a=1', 'b=2'],
    headers: { 'content-type': 'application/json', 'x-case': 'kept', 'x-forwarded-for': '127.0.0.1' },
    body: '{"name":"نام"}',
    isBase64Encoded: false,
    requestContext: {
      stage: '$default',
      routeKey: 'ANY /v1/{city}/{rest+}',
      http: {
        method: 'POST',
        path: '/v1/tehran/a b/c',
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: 'probe',
      },
    },
  });
  expect(last?.headers).not.toHaveProperty('cookie');
  expect(last?.requestContext.time).toMatch(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/);
});

test('what a call does not have is absent, not empty', async () => {
  const url = await serving(echo);
  await fetch(`${url}/v1/tehran/x`);
  for (const field of ['cookies', 'queryStringParameters', 'body']) expect(last).not.toHaveProperty(field);
});

test.each([
  ['image/png', true],
  ['application/x-www-form-urlencoded', true],
  ['application/problem+json', false],
  ['text/csv; charset=utf-8', false],
])('a body of type %s arrives in base64: %s', async (type, inBase64) => {
  const url = await serving(echo);
  await fetch(`${url}/v1/tehran/x`, { method: 'PUT', headers: { 'content-type': type }, body: 'a=1' });
  expect(last).toMatchObject({ isBase64Encoded: inBase64, body: inBase64 ? 'YT0x' : 'a=1' });
});

test('repeated headers are joined by commas', async () => {
  const url = await serving(echo);
  await new Promise((resolve) => get(`${url}/v1/tehran/x`, { headers: { 'x-many': ['a', 'b'] } }, resolve));
  expect(last?.headers['x-many']).toBe('a,b');
});

test('a structured answer goes out with its status, headers, cookies and bytes', async () => {
  const url = await serving(async () => ({
    statusCode: 201,
    headers: { 'Content-Type': 'image/gif', 'X-Count': 3 },
    cookies: ['a=1; HttpOnly', 'b=2'],
    body: 'R0lG',
    isBase64Encoded: true,
  }));
  const reply = await fetch(`${url}/v1/tehran/x`);
  expect(reply.status).toBe(201);
  expect(reply.headers.get('content-type')).toBe('image/gif');
  expect(reply.headers.get('x-count')).toBe('3');
  expect(reply.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2']);
  expect(await reply.text()).toBe('GIF');
});

test('an answer without a status is 200 and JSON; a structured one without a type is plain text', async () => {
  const byPath: LambdaHandler = async ({ rawPath }) =>
    rawPath.endsWith('object') ? { a: 1 } : rawPath.endsWith('text') ? 'hello' : { statusCode: 200, body: 'x' };
  const url = await serving(byPath);
  const [object, text, bare] = await Promise.all(
    ['object', 'text', 'bare'].map((name) => fetch(`${url}/v1/tehran/${name}`)),
  );
  expect([object?.headers.get('content-type'), await object?.text()]).toEqual(['application/json', '{"a":1}']);
  expect([text?.headers.get('content-type'), await text?.text()]).toEqual(['application/json', 'hello']);
  expect(bare?.headers.get('content-type')).toBe('text/plain;charset=utf-8');
});

test('HEAD gets the headers and no body', async () => {
  const url = await serving(echo);
  const reply = await fetch(`${url}/v1/tehran/x`, { method: 'HEAD' });
  expect([reply.status, reply.headers.get('content-length'), await reply.text()]).toEqual([200, '2', '']);
});

test.each<[string, LambdaHandler]>([
  [
    'throws',
    async () => {
      throw new Error('the secret reason');
    },
  ],
  ['answers nonsense', async () => ({ statusCode: 'soon' })],
  ['answers more than fits through Lambda', async () => ({ statusCode: 200, body: 'x'.repeat(6 * 1024 * 1024 + 1) })],
  ['names a header that cannot be sent', async () => ({ statusCode: 200, headers: { 'x-bad': 'a\r\nset-cookie: b' } })],
])('a handler that %s is a 500 without its message, and is logged', async (_, handler) => {
  const url = await serving(handler);
  const reply = await fetch(`${url}/v1/tehran/x`);
  expect([reply.status, await reply.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
  expect(console.error).toHaveBeenCalledOnce();
});

test('a handler that takes too long is a 503; it was told how long it had', async () => {
  let remaining = 0;
  const url = await serving((_, context) => {
    remaining = context.getRemainingTimeInMillis();
    return new Promise(() => {});
  }, 40);
  const reply = await fetch(`${url}/v1/tehran/x`);
  expect([reply.status, await reply.json()]).toEqual([503, { message: 'Service Unavailable' }]);
  expect(remaining).toBeGreaterThan(0);
  expect(remaining).toBeLessThanOrEqual(40);
});

test('a path nobody serves is 404, one that cannot be decoded 400', async () => {
  const url = await serving(echo);
  expect((await fetch(`${url}/elsewhere`)).status).toBe(404);
  expect((await fetch(`${url}/v1/%zz/x`)).status).toBe(400);
});

test('a body over 6 MB is refused, announced or not, and never reaches the handler', async () => {
  const url = await serving(echo);
  const large = Buffer.alloc(6 * 1024 * 1024 + 1);
  const announced = await fetch(`${url}/v1/tehran/x`, { method: 'POST', body: large });
  const streamed = await fetch(`${url}/v1/tehran/x`, {
    method: 'POST',
    body: new Blob([large]).stream(),
    duplex: 'half',
  });
  expect([announced.status, streamed.status]).toEqual([413, 413]);
  expect(await announced.json()).toEqual({ message: 'Request Entity Too Large' });
  expect(last).toBeUndefined();
});

test('clients that hang up in the middle or send garbage disturb nobody', async () => {
  const url = await serving(echo);
  await sendAndHangUp(url, 'POST /v1/tehran/x HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf');
  await sendAndHangUp(url, 'GET /v1/tehran/x HTTP/1.1\r\nhost: x\r\n\r\n');
  await sendAndHangUp(url, '\u0000\u0001 nonsense\r\n\r\n');
  expect((await fetch(`${url}/v1/tehran/x`)).status).toBe(200);
  expect(console.error).not.toHaveBeenCalled();
});

test('CORS: preflights are answered here, only known origins may read', async () => {
  const handle = createGateway({
    routes: [{ method: 'POST', path: '/x', handler: 'only' }],
    handlers: { only: echo },
    cors: {
      allowOrigins: ['https://city.example'],
      allowMethods: ['GET', 'POST'],
      allowHeaders: ['content-type'],
      exposeHeaders: ['etag'],
      maxAgeSeconds: 600,
    },
  });
  const url = await listening(handle);
  const headers = { origin: 'https://city.example', 'access-control-request-method': 'POST' };
  const preflight = await fetch(`${url}/x`, { method: 'OPTIONS', headers });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-origin')).toBe('https://city.example');
  expect(preflight.headers.get('access-control-allow-methods')).toBe('GET,POST');
  expect(last).toBeUndefined();

  const known = await fetch(`${url}/x`, { method: 'POST', headers: { origin: 'https://city.example' } });
  expect(known.headers.get('access-control-expose-headers')).toBe('etag');
  const stranger = await fetch(`${url}/x`, { method: 'POST', headers: { origin: 'https://evil.example' } });
  expect(stranger.headers.get('access-control-allow-origin')).toBeNull();
});

test('a route to a handler or authorizer that is not there is refused at the start', () => {
  const route = { method: 'GET', path: '/x', handler: 'absent' };
  expect(() => createGateway({ routes: [route], handlers: {} })).toThrow('No handler is called absent.');
  const guarded = { ...route, authorizer: 'jwt' as const };
  expect(() => createGateway({ routes: [guarded], handlers: { absent: echo } })).toThrow('needs a JWT authorizer');
});
