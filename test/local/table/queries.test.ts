import type { AttributeValue, QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { paginateQuery, paginateScan } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { namesIn, startTable } from './fixture.ts';

let started: Awaited<ReturnType<typeof startTable>>;
const SORT_KEYS = ['', 'a', 'a\u0000b', 'aa', 'ab', 'b', 'é', '\uFF5E', '\u{1F600}'].map((text) => `k${text}`);
const RANKS = ['-1E+20', '-100', '-99.5', '-1', '-0.001', '0', '0.001', '1', '2', '10', '99.5', '100', '1E+20'];

beforeAll(async () => {
  started = await startTable();
  const put = (Item: Record<string, AttributeValue>) => started.client.putItem({ TableName: 'cases', Item });
  for (const sk of [...SORT_KEYS].reverse()) await put(marshall({ pk: 'texts', sk }));
  await put(marshall({ pk: 'textsX', sk: 'k' }));
  for (const [at, N] of RANKS.entries()) {
    await put({
      ...marshall({ pk: 'ranked', sk: `${(at * 7) % 13}`, day: 'mon', title: 't', secret: 's' }),
      rank: { N },
    });
  }
  for (let n = 0; n < 57; n += 1)
    await put(marshall({ pk: 'many', sk: `${n}`, day: 'tue', rank: n % 3, owner: 'same' }));
});
afterAll(() => started.stop());

const query = (condition: string, values: Record<string, unknown>, more: Partial<QueryCommandInput> = {}) => ({
  TableName: 'cases',
  KeyConditionExpression: condition,
  ExpressionAttributeValues: marshall(values),
  ...namesIn(`${condition} ${more.FilterExpression}`),
  ...more,
});

async function sortKeys(condition: string, values: Record<string, unknown>, more?: Partial<QueryCommandInput>) {
  const { Items = [] } = await started.client.query(query(condition, values, more));
  return Items.map((item) => unmarshall(item).sk);
}

test('items of a hash key come in UTF-8 order of their sort keys, and backwards', async () => {
  expect(await sortKeys('pk = :p', { ':p': 'texts' })).toEqual(SORT_KEYS);
  expect(await sortKeys('pk = :p', { ':p': 'texts' }, { ScanIndexForward: false })).toEqual([...SORT_KEYS].reverse());
});

test.each([
  ['sk = :a', ['ka'], ['ka']],
  ['sk < :a', ['ka'], ['k']],
  ['sk <= :a', ['ka'], ['k', 'ka']],
  ['sk > :a', ['kb'], ['ké', 'k\uFF5E', 'k\u{1F600}']],
  ['sk >= :a', ['kb'], ['kb', 'ké', 'k\uFF5E', 'k\u{1F600}']],
  ['sk BETWEEN :a AND :b', ['ka', 'kab'], ['ka', 'ka\u0000b', 'kaa', 'kab']],
  ['begins_with(sk, :a)', ['ka'], ['ka', 'ka\u0000b', 'kaa', 'kab']],
  [':a <= sk', ['k\uFF5E'], ['k\uFF5E', 'k\u{1F600}']],
])('the condition %s with %j', async (condition, [a, b], expected) => {
  const values = { ':p': 'texts', ':a': a, ...(b !== undefined && { ':b': b }) };
  expect(await sortKeys(`pk = :p AND ${condition}`, values)).toEqual(expected);
});

test('numeric sort keys are ordered as numbers', async () => {
  const { Items = [] } = await started.client.query(query('#day = :d', { ':d': 'mon' }, { IndexName: 'by-day' }));
  expect(Items.map(({ rank }) => Number(rank?.N))).toEqual(RANKS.map(Number));
  const { Count } = await started.client.query(
    query(
      '#day = :d AND #rank BETWEEN :low AND :high',
      { ':d': 'mon', ':low': -99.5, ':high': 0.001 },
      { IndexName: 'by-day' },
    ),
  );
  expect(Count).toBe(5);
});

test('an index shows what it projects and nothing else', async () => {
  const { Items = [] } = await started.client.query(
    query('#day = :d', { ':d': 'mon' }, { IndexName: 'by-day', Limit: 1 }),
  );
  expect(Object.keys(Items[0] ?? {}).sort()).toEqual(['day', 'pk', 'rank', 'sk', 'title']);
  await expect(
    started.client.query(query('#day = :d', { ':d': 'mon' }, { IndexName: 'by-day', ProjectionExpression: 'secret' })),
  ).rejects.toThrow('does not project [secret]');
  await expect(
    started.client.query(query('#day = :d', { ':d': 'mon' }, { IndexName: 'by-day', Select: 'ALL_ATTRIBUTES' })),
  ).rejects.toThrow('ALL_ATTRIBUTES is not supported');
  await expect(
    started.client.query(query('#day = :d', { ':d': 'mon' }, { IndexName: 'by-day', ConsistentRead: true })),
  ).rejects.toThrow('Consistent reads are not supported');
});

test.each([
  ['by-day', '#day = :v', 'tue', true],
  ['by-day', '#day = :v', 'tue', false],
  ['by-owner', '#owner = :v', 'same', true],
  ['by-owner', '#owner = :v', 'same', false],
  [undefined, 'pk = :v', 'many', true],
  [undefined, 'pk = :v', 'many', false],
])(
  'pages of index %s (%s = %s, forward %s) lose and repeat nothing, also between equal sort keys',
  async (IndexName, condition, value, ScanIndexForward) => {
    const input = query(condition, { ':v': value }, { ScanIndexForward, ...(IndexName && { IndexName }) });
    const whole = await started.client.query(input);
    const paged: unknown[] = [];
    for await (const { Items = [] } of paginateQuery({ client: started.client, pageSize: 5 }, input))
      paged.push(...Items);
    expect(paged).toHaveLength(57);
    expect(paged).toEqual(whole.Items);
  },
);

test('a page can start behind an item that was deleted meanwhile', async () => {
  const input = query('pk = :p', { ':p': 'ranked' }, { Limit: 3 });
  const first = await started.client.query(input);
  const last = first.LastEvaluatedKey ?? {};
  const item = await started.client.getItem({ TableName: 'cases', Key: last });
  await started.client.deleteItem({ TableName: 'cases', Key: last });
  const second = await started.client.query({ ...input, ExclusiveStartKey: last });
  await started.client.putItem({ TableName: 'cases', Item: item.Item });
  const all = await started.client.query(query('pk = :p', { ':p': 'ranked' }));
  expect([...(first.Items ?? []), ...(second.Items ?? [])]).toEqual(all.Items?.slice(0, 6));
});

test('a limit that is reached gives a LastEvaluatedKey even at the end', async () => {
  const { LastEvaluatedKey } = await started.client.query(query('pk = :p', { ':p': 'textsX' }, { Limit: 1 }));
  expect(LastEvaluatedKey).toEqual(marshall({ pk: 'textsX', sk: 'k' }));
});

test('a filter acts after the limit; COUNT brings no items', async () => {
  const filtered = query('pk = :p', { ':p': 'many', ':r': 0 }, { FilterExpression: '#rank = :r', Limit: 9 });
  expect(await started.client.query(filtered)).toMatchObject({ Count: 3, ScannedCount: 9 });
  const counted = await started.client.query({ ...filtered, Limit: undefined, Select: 'COUNT' });
  expect(counted).toMatchObject({ Count: 19, ScannedCount: 57 });
  expect(counted.Items).toBeUndefined();
});

test('a page ends at 1 MB', async () => {
  for (let n = 0; n < 6; n += 1) {
    await started.client.putItem({
      TableName: 'cases',
      Item: marshall({ pk: 'large', sk: `${n}`, body: 'x'.repeat(300_000) }),
    });
  }
  const page = await started.client.query(query('pk = :p', { ':p': 'large' }));
  expect(page.Count).toBe(4);
  expect(page.LastEvaluatedKey).toEqual(marshall({ pk: 'large', sk: '3' }));
});

test.each([
  ['pk = :a AND pk = :b', ['x', 'y'], 'only contain one condition per key'],
  ['sk = :a', ['x'], 'missed key schema element: pk'],
  ['pk < :a', ['x'], 'Query key condition not supported'],
  ['pk = :a AND #owner = :b', ['x', 'y'], 'missed key schema element: sk'],
  ['pk = :a', [1], 'type does not match schema type'],
  ['pk = :a OR sk = :b', ['x', 'y'], 'Invalid operator used in KeyConditionExpression: OR'],
])('refuses the key condition %s', async (condition, [a, b], message) => {
  const values = { ':a': a, ...(b !== undefined && { ':b': b }) };
  await expect(started.client.query(query(condition, values))).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining(message),
  });
});

test('refuses a filter on the key, an unknown index and a start outside the query', async () => {
  const run = (more: Partial<QueryCommandInput>) => started.client.query(query('pk = :p', { ':p': 'many' }, more));
  await expect(run({ FilterExpression: 'sk = :p' })).rejects.toThrow('Primary key attribute: sk');
  await expect(run({ IndexName: 'by-nothing' })).rejects.toThrow('does not have the specified index');
  await expect(run({ ExclusiveStartKey: marshall({ pk: 'other', sk: '1' }) })).rejects.toThrow(
    'outside query boundaries',
  );
  await expect(run({ ExclusiveStartKey: marshall({ pk: 'many' }) })).rejects.toThrow('starting key is invalid');
});

test('a scan sees everything, in segments too, and an index scan only what the index holds', async () => {
  const count = async (more: object) => {
    let total = 0;
    for await (const { Count = 0 } of paginateScan({ client: started.client }, { TableName: 'cases', ...more }))
      total += Count;
    return total;
  };
  const all = await count({});
  const segments = [0, 1, 2].map((Segment) => count({ Segment, TotalSegments: 3 }));
  const counts = await Promise.all(segments);
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(all);
  expect(Math.max(...counts)).toBeLessThan(all);
  expect(await count({ IndexName: 'by-day' })).toBe(57 + RANKS.length);
});

test('a scan can be refused', async () => {
  const refusing = await startTable({ refuseScan: true });
  const scan = refusing.client.scan({ TableName: 'cases' });
  await expect(scan).rejects.toMatchObject({ name: 'AccessDeniedException' });
  await refusing.stop();
});
