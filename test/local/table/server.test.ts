import { connect } from 'node:net';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listen } from '../../../local/listen.ts';
import { startTable } from './fixture.ts';

let started: Awaited<ReturnType<typeof startTable>>;

beforeEach(async () => {
  started = await startTable();
});
afterEach(() => started.stop());

const works = async () => {
  await started.client.putItem({ TableName: 'cases', Item: marshall({ pk: 'alive', sk: '1' }) });
  return true;
};

const post = (body: string | Buffer, target = 'DynamoDB_20120810.PutItem') =>
  fetch(started.url, { method: 'POST', headers: { 'x-amz-target': target }, body });

/** Writes raw bytes to the server and hangs up as told; resolves with whatever came back. */
const raw = (bytes: string, end: 'reset' | 'wait') =>
  new Promise<string>((resolve) => {
    let answer = '';
    const socket = connect(Number(new URL(started.url).port), '127.0.0.1', () => {
      socket.write(bytes, () => end === 'reset' && socket.resetAndDestroy());
    });
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });

test.each([
  ['no JSON', '{"TableName":', 'SerializationException'],
  ['nothing', '', 'SerializationException'],
  ['a list', '[]', 'SerializationException'],
  ['null', 'null', 'SerializationException'],
  ['a number for a text', '{"TableName": 7}', 'SerializationException'],
  ['a null attribute', '{"TableName":"cases","Item":{"pk":null}}', 'SerializationException'],
  ['a list of nulls', '{"TableName":"cases","Item":{"pk":{"L":[null]}}}', 'SerializationException'],
  ['two types in one value', '{"TableName":"cases","Item":{"pk":{"S":"a","N":"1"}}}', 'ValidationException'],
  ['no type', '{"TableName":"cases","Item":{"pk":{}}}', 'ValidationException'],
  ['invalid UTF-8', Buffer.from([0x7b, 0xff, 0xfe]), 'SerializationException'],
  ['deep nesting', `{"TableName":"cases","Item":${'{"M":{"a":'.repeat(20_000)}`, 'SerializationException'],
])('garbage (%s) is refused and harms nobody', async (_, body, type) => {
  const answer = await post(body);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ __type: expect.stringContaining(type) });
  expect(await works()).toBe(true);
});

test.each(['DynamoDB_20120810.DropEverything', 'DynamoDB_20120810.constructor', 'DynamoDB_20120810.', 'nonsense'])(
  'the target %s is unknown',
  async (target) => {
    const answer = await post('{}', target);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ __type: expect.stringContaining('UnknownOperationException') });
  },
);

test('a request without target is refused, and no page of another origin is let in', async () => {
  const answer = await fetch(started.url, { method: 'OPTIONS', headers: { origin: 'https://example.org' } });
  expect(answer.status).toBe(400);
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});

test('a body over 16 MB is refused', async () => {
  const answer = await post(Buffer.alloc(16 * 1024 * 1024 + 1, 'x'));
  expect(answer.status).toBe(413);
  expect(await works()).toBe(true);
});

test('a client that resets in the middle of its body stops nothing', async () => {
  const head =
    'POST / HTTP/1.1\r\nhost: x\r\nx-amz-target: DynamoDB_20120810.PutItem\r\ncontent-length: 1000\r\n\r\n{"Table';
  for (let n = 0; n < 20; n += 1) await raw(head, 'reset');
  expect(await works()).toBe(true);
});

test('a client that leaves before its answer stops nothing', async () => {
  const body = JSON.stringify({ TableName: 'cases' });
  const request = `POST / HTTP/1.1\r\nhost: x\r\nx-amz-target: DynamoDB_20120810.DescribeTable\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  for (let n = 0; n < 20; n += 1) await raw(request, 'reset');
  expect(await works()).toBe(true);
});

test('what is not HTTP is hung up on', async () => {
  expect(await raw('\u0016\u0003\u0001 this is no HTTP\r\n\r\n', 'wait')).toBe('');
  expect(await works()).toBe(true);
});

test('a port that is taken is an error of listen, not of the process', async () => {
  await expect(listen(started.table.handle, Number(new URL(started.url).port))).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

test('an operation can be executed without HTTP', () => {
  const Item = marshall({ pk: 'direct', sk: '1' });
  started.table.execute('PutItem', { TableName: 'cases', Item });
  expect(started.table.execute('GetItem', { TableName: 'cases', Key: Item })).toMatchObject({ Item });
  expect(() => started.table.execute('GetItem', 'garbage')).toThrow('must be a JSON object');
});
