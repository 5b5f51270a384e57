import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { addInformation } from '../../contract/citizen/words.ts';
import { listDesk } from '../../contract/staff/desk.ts';
import { ask, call } from '../../local/api-client.ts';
import { readBody } from '../../local/read-body.ts';
import { listening } from './listening.ts';

/** A server that keeps what it was asked and always says the same. */
const saying = async (status: number, type: string, said: unknown) => {
  const asked: { line: string; headers: IncomingMessage['headers']; body: string }[] = [];
  const url = await listening(async (req, res) => {
    const body = (await readBody(req, 10_000)).toString();
    asked.push({ line: `${req.method} ${req.url}`, headers: req.headers, body });
    res.writeHead(status, { 'content-type': type }).end(JSON.stringify(said));
  });
  return { url, asked };
};

test('a call puts each part where the operation wants it and parses the reply', async () => {
  const { url, asked } = await saying(200, 'application/json', { items: [], next: 'p2', more: 1 });
  const params = { pile: 'queue', of: 'hq-mayor' } as const;
  const query = { after: 'a b' };
  const answer = await call(listDesk, { url, city: 'eastmere', params, query, token: 't', language: 'en' });
  expect(answer).toEqual({ agreed: true, status: 200, body: { items: [], next: 'p2' } });
  expect(asked[0]).toMatchObject({
    line: 'GET /v1/eastmere/staff/desks/queue/hq-mayor?after=a+b',
    headers: { authorization: 'Bearer t', 'accept-language': 'en' },
    body: '',
  });
});

const told = { city: 'tehran', params: { id: 'X' }, body: { text: 'متن' }, idempotencyKey: 'key-0001' };

test('a body is sent as JSON, with the key of the act', async () => {
  const problem = {
    type: 'invalid',
    title: 'Wrong',
    status: 422,
    fields: [{ path: 'text', problem: 'x', message: 'No' }],
  };
  const { url, asked } = await saying(422, 'application/problem+json', problem);
  expect(await call(addInformation, { url, ...told })).toEqual({ agreed: false, status: 422, body: problem });
  expect(asked[0]).toMatchObject({
    line: 'POST /v1/tehran/my/requests/X/information',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'key-0001' },
    body: '{"text":"متن"}',
  });
  await expect(ask(addInformation, { url, ...told })).rejects.toThrow(
    'add-information was refused (422 invalid): Wrong text: No',
  );
});

test('what the gateway refuses before any operation is a problem, too', async () => {
  const { url } = await saying(401, 'application/json', { message: 'Unauthorized' });
  expect(await call(addInformation, { url, ...told })).toMatchObject({ body: { type: 'sign-in-needed', status: 401 } });
});

test('a reply that is not the operation’s own is thrown', async () => {
  const { url } = await saying(200, 'application/json', { id: 7 });
  await expect(call(addInformation, { url, ...told })).rejects.toThrow();
});
