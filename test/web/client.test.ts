import { expect, test } from 'vitest';
import { CITIZEN_OPERATIONS } from '../../contract/citizen/operations.ts';
import { createClient, type Settings } from '../../web/api/client.ts';
import { routeTableOf } from '../../web/build/route-tables.ts';

type Op = (typeof CITIZEN_OPERATIONS)[number];

/** A client before a server that notes what it was asked and always answers the same. */
const clientBefore = (answer: () => Response, settings: Partial<Settings> = {}) => {
  const asked: { url: string; init: RequestInit }[] = [];
  const call = createClient<Op>(routeTableOf(CITIZEN_OPERATIONS), {
    ...{ city: 'tehran', language: 'fa' },
    ...settings,
    fetch: async (url, init = {}) => {
      asked.push({ url: String(url), init });
      return answer();
    },
  });
  return { call, asked };
};

const json = (status: number, body: unknown, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });

test('method, path, query, language and token come from the list, the call and the settings', async () => {
  const { call, asked } = clientBefore(() => json(200, {}), { token: async () => 'secret' });
  await call('find-my-request', { query: { code: '۷K3M 92QF' } });
  await call('pick-slot', { params: { id: 'a/b' }, body: { slot: 's-01' } });
  expect(asked.map(({ url, init }) => `${init.method} ${url}`)).toEqual([
    'GET /v1/tehran/my/tracking?code=%DB%B7K3M+92QF',
    'POST /v1/tehran/my/requests/a%2Fb/pick-slot',
  ]);
  expect(asked[1]?.init).toMatchObject({
    headers: { authorization: 'Bearer secret', 'accept-language': 'fa', 'content-type': 'application/json' },
    body: '{"slot":"s-01"}',
  });
});

test('whoever has just done something asks to be shown what came of it', async () => {
  const { call, asked } = clientBefore(() => json(200, {}));
  await call('show-city');
  await call('pick-slot', { params: { id: 'a' }, body: { slot: 's-01' } });
  await call('show-city');
  expect(asked.map(({ init }) => new Headers(init.headers).get('cache-control'))).toEqual([null, null, 'no-cache']);
});

test('what is undefined in a query is not asked for', async () => {
  const { call, asked } = clientBefore(() => json(200, {}));
  await call('list-topics', { query: { official: undefined } });
  expect(asked[0]?.url).toBe('/v1/tehran/topics');
});

test('a problem of the API is handed on as it is, in its own words', async () => {
  const problem = { type: 'slot-gone', title: 'این نوبت دیگر خالی نیست.', status: 409 };
  const { call } = clientBefore(() => json(409, problem, 'application/problem+json; charset=utf-8'));
  expect(await call('show-city')).toEqual({ agreed: false, problem });
});

test.each([
  ['the gateway refuses the token', () => json(401, { message: 'Unauthorized' }), 'sign-in-needed'],
  ['something on the way answers with a page', () => new Response('<h1>502</h1>', { status: 502 }), 'fault'],
  ['a page comes where JSON was due', () => new Response('<h1>hello</h1>'), 'unreachable'],
])('when %s, that is a problem too, and nothing is thrown', async (_, answer, type) => {
  const { call } = clientBefore(answer);
  expect(await call('show-city')).toMatchObject({ agreed: false, problem: { type } });
});

test('a lost connection is a problem of its own', async () => {
  const { call } = clientBefore(() => {
    throw new TypeError('Failed to fetch');
  });
  expect(await call('show-city')).toMatchObject({ agreed: false, problem: { type: 'unreachable' } });
});

test('whoever keeps the session is told when it has ended, and only then', async () => {
  let ended = 0;
  const answers = [
    json(404, { type: 'not-found', title: '', status: 404 }, 'application/problem+json'),
    json(401, { type: 'sign-in-needed', title: '', status: 401 }, 'application/problem+json'),
  ];
  const { call } = clientBefore(() => answers.shift() ?? json(200, {}), {
    signInNeeded: () => {
      ended += 1;
    },
  });
  await call('show-city');
  expect(ended).toBe(0);
  await call('show-city');
  await call('show-city');
  expect(ended).toBe(1);
});
