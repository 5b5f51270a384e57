import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ConsumedEntry } from '../../../local/table/consumption.ts';
import { itemOf, KB, Key, unitsOf } from './capacity-figures.ts';
import { namesIn, startTable } from './fixture.ts';

/** Expected figures are AWS's own: the developer guide, and what paritysuite/dynamodb-conformance measured on AWS. */
let started: Awaited<ReturnType<typeof startTable>>;
const entries: ConsumedEntry[] = [];
const TableName = 'cases';
const asked = { TableName, ReturnConsumedCapacity: 'INDEXES' } as const;

beforeAll(async () => {
  started = await startTable({ onConsumed: (entry) => entries.push(entry) });
});
afterAll(() => started.stop());
beforeEach(() => started.client.deleteItem({ TableName, Key }));

const put = async (Item: ReturnType<typeof itemOf>) =>
  unitsOf((await started.client.putItem({ ...asked, Item })).ConsumedCapacity);
const update = async (UpdateExpression: string, values?: Record<string, unknown>) => {
  const { ConsumedCapacity } = await started.client.updateItem({
    ...asked,
    Key,
    UpdateExpression,
    ...namesIn(UpdateExpression),
    ...(values && { ExpressionAttributeValues: marshall(values) }),
  });
  return unitsOf(ConsumedCapacity);
};

test.each([
  [1, 1],
  [KB, 1],
  [KB + 1, 2],
  [3 * KB, 3],
  [3 * KB + 1, 4],
])('a put of %i bytes costs %i', async (bytes, expected) => {
  expect(await put(itemOf(bytes))).toEqual({ total: expected, table: expected });
});

test('the larger of before and after counts', async () => {
  await put(itemOf(3 * KB));
  expect(await put(itemOf(100))).toMatchObject({ table: 3 });
  expect(await put(itemOf(2 * KB))).toMatchObject({ table: 2 });
  expect(await update('REMOVE body')).toMatchObject({ table: 2 });
});

test('a delete costs what was there, at least one unit', async () => {
  await put(itemOf(2 * KB + 1));
  const remove = async () => unitsOf((await started.client.deleteItem({ ...asked, Key })).ConsumedCapacity);
  expect(await remove()).toEqual({ total: 3, table: 3 });
  expect(await remove()).toEqual({ total: 1, table: 1 });
});

test('texts count in UTF-8, numbers by their digits, containers with their overhead', async () => {
  // pk+p 3, sk+1 3, and 1 for each name below
  const size = 3 + 3 + (1 + 2 * 450) + (1 + 2) + (1 + 3 + 2 * (1 + 1)) + (1 + 3 + (1 + 1 + 1));
  const rest = KB - size - 1;
  const item = {
    t: { S: 'é'.repeat(450) },
    n: { N: '12' },
    l: { L: [{ S: 'a' }, { S: 'b' }] },
    m: { M: { k: { BOOL: true } } },
  };
  expect(await put({ ...Key, ...item, z: { S: 'x'.repeat(rest) } })).toMatchObject({ table: 1 });
  expect(await put({ ...Key, ...item, z: { S: 'x'.repeat(rest + 1) } })).toMatchObject({ table: 2 });
});

test('an item outside an index costs the index nothing', async () => {
  expect(await put(itemOf(100, { day: 'mon' }))).toEqual({ total: 1, table: 1 });
});

test('entering and leaving a sparse index cost one each', async () => {
  await put(itemOf(100, { day: 'mon' }));
  expect(await update('SET #rank = :r', { ':r': 1 })).toEqual({ total: 2, table: 1, 'by-day': 1 });
  expect(await update('REMOVE #rank')).toEqual({ total: 2, table: 1, 'by-day': 1 });
});

test('an index key that changes costs two, a projected attribute one, anything else nothing', async () => {
  await put(itemOf(100, { day: 'mon', rank: 1, title: 't' }));
  expect(await update('SET #rank = :r', { ':r': 2 })).toEqual({ total: 3, table: 1, 'by-day': 2 });
  expect(await update('SET title = :t', { ':t': 'u' })).toEqual({ total: 2, table: 1, 'by-day': 1 });
  expect(await update('SET remark = :t', { ':t': 'u' })).toEqual({ total: 1, table: 1 });
  expect(await update('SET title = :t', { ':t': 'u' })).toEqual({ total: 1, table: 1 });
});

test('an overwrite with the same item costs the table alone', async () => {
  const item = itemOf(100, { owner: 'o' });
  expect(await put(item)).toEqual({ total: 2, table: 1, 'by-owner': 1 });
  expect(await put(item)).toEqual({ total: 1, table: 1 });
});

test('index units follow the size of what the index holds: moved entries both, changed ones the larger', async () => {
  await put(itemOf(1500, { owner: 'one' }));
  expect(await update('SET #owner = :o', { ':o': 'two' })).toEqual({ total: 6, table: 2, 'by-owner': 4 });
  expect(await update('SET body = :b', { ':b': 'short' })).toEqual({ total: 4, table: 2, 'by-owner': 2 });
  await put(itemOf(3000, { day: 'mon', rank: 1, title: 't' }));
  expect(await update('SET title = :t', { ':t': 'u' })).toEqual({ total: 4, table: 3, 'by-day': 1 });
});

test('a delete pays for every index that held the item', async () => {
  await put(itemOf(100, { day: 'mon', rank: 1, owner: 'o' }));
  const { ConsumedCapacity } = await started.client.deleteItem({ ...asked, Key });
  expect(unitsOf(ConsumedCapacity)).toEqual({ total: 3, table: 1, 'by-day': 1, 'by-owner': 1 });
});

test('a failed condition is billed by the size of what is there, in the table alone', async () => {
  await put(itemOf(2 * KB + 1, { owner: 'o' }));
  entries.length = 0;
  const failing = { TableName, ConditionExpression: 'attribute_not_exists(pk)' };
  const absent = marshall({ pk: 'none', sk: '1' });
  await expect(started.client.putItem({ ...failing, Item: Key })).rejects.toThrow();
  await expect(
    started.client.updateItem({
      TableName,
      Key: absent,
      ConditionExpression: 'attribute_exists(pk)',
    }),
  ).rejects.toThrow();
  expect(entries).toEqual([
    { operation: 'PutItem', charges: [{ table: TableName, readUnits: 0, writeUnits: 3, items: [Key] }] },
    { operation: 'UpdateItem', charges: [{ table: TableName, readUnits: 0, writeUnits: 1, items: [absent] }] },
  ]);
});
