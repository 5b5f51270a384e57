import type { TransactWriteItemsCommandInput } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ConsumedEntry } from '../../../local/table/consumption.ts';
import { itemOf, KB, Key, unitsOf } from './capacity-figures.ts';
import { startTable } from './fixture.ts';

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

test.each([
  [4 * KB, 1],
  [4 * KB + 1, 2],
])('a strong read of %i bytes costs %i, an eventual one half', async (bytes, expected) => {
  await put(itemOf(bytes));
  const strong = await started.client.getItem({ ...asked, Key, ConsistentRead: true });
  expect(unitsOf(strong.ConsumedCapacity)).toEqual({ total: expected, table: expected });
  const eventual = await started.client.getItem({ ...asked, Key });
  expect(eventual.ConsumedCapacity?.CapacityUnits).toBe(expected / 2);
});

test('a read of nothing costs the least', async () => {
  expect((await started.client.getItem({ ...asked, Key })).ConsumedCapacity?.CapacityUnits).toBe(0.5);
});

test('a query pays for the sum of what it read, filtered out or not, by the index entry in an index', async () => {
  const query = async (pk: string, more = {}) => {
    const values = marshall({ ':p': pk });
    const answer = await started.client.query({
      ...asked,
      KeyConditionExpression: 'pk = :p',
      ExpressionAttributeValues: values,
      ...more,
    });
    return unitsOf(answer.ConsumedCapacity);
  };
  for (let n = 0; n < 8; n += 1)
    await put({ ...itemOf(KB - 2, { day: 'wed', rank: n }), pk: { S: 'q' }, sk: { S: `${n}` } });
  expect(await query('q')).toEqual({ total: 1, table: 1 });
  expect(await query('q', { ConsistentRead: true })).toEqual({ total: 2, table: 2 });
  expect(await query('q', { FilterExpression: 'attribute_not_exists(body)' })).toEqual({ total: 1, table: 1 });
  expect(await query('empty')).toEqual({ total: 0.5, table: 0.5 });
  const byDay = {
    IndexName: 'by-day',
    KeyConditionExpression: '#day = :p',
    ExpressionAttributeNames: { '#day': 'day' },
  };
  expect(await query('wed', byDay)).toEqual({ total: 0.5, table: 0, 'by-day': 0.5 });
});

test('batches round each item by itself', async () => {
  const Keys = ['b1', 'b2', 'absent'].map((pk) => marshall({ pk, sk: '1' }));
  const written = await started.client.batchWriteItem({
    ReturnConsumedCapacity: 'TOTAL',
    RequestItems: {
      cases: [{ PutRequest: { Item: { ...Keys[0] } } }, { PutRequest: { Item: { ...itemOf(KB + 10), ...Keys[1] } } }],
    },
  });
  expect(written.ConsumedCapacity).toEqual([{ TableName, CapacityUnits: 3 }]);
  const read = await started.client.batchGetItem({
    ReturnConsumedCapacity: 'TOTAL',
    RequestItems: { cases: { Keys } },
  });
  expect(read.ConsumedCapacity).toEqual([{ TableName, CapacityUnits: 1.5 }]);
});

test('a transaction doubles the table, not the indexes; a check costs what it looked at', async () => {
  await put(itemOf(2 * KB));
  const { ConsumedCapacity } = await started.client.transactWriteItems({
    ReturnConsumedCapacity: 'INDEXES',
    TransactItems: [
      { ConditionCheck: { TableName, Key, ConditionExpression: 'attribute_exists(pk)' } },
      { Put: { TableName, Item: marshall({ pk: 't', sk: '1', owner: 'o' }) } },
    ],
  });
  expect(ConsumedCapacity).toEqual([
    {
      TableName,
      CapacityUnits: 7,
      WriteCapacityUnits: 7,
      Table: { CapacityUnits: 6, WriteCapacityUnits: 6 },
      GlobalSecondaryIndexes: { 'by-owner': { CapacityUnits: 1, WriteCapacityUnits: 1 } },
    },
  ]);
});

test('a transactional read doubles, for what is missing, too', async () => {
  await put(itemOf(5 * KB));
  const { ConsumedCapacity } = await started.client.transactGetItems({
    ReturnConsumedCapacity: 'TOTAL',
    TransactItems: [{ Get: { TableName, Key } }, { Get: { TableName, Key: marshall({ pk: 'absent', sk: '1' }) } }],
  });
  expect(ConsumedCapacity).toEqual([{ TableName, CapacityUnits: 6, ReadCapacityUnits: 6 }]);
});

test('a repeated token pays for reading the items that were written', async () => {
  const request: TransactWriteItemsCommandInput = {
    ClientRequestToken: 'again',
    ReturnConsumedCapacity: 'TOTAL',
    TransactItems: [{ Put: { TableName, Item: itemOf(1500) } }],
  };
  expect((await started.client.transactWriteItems(request)).ConsumedCapacity).toEqual([
    { TableName, CapacityUnits: 4, WriteCapacityUnits: 4 },
  ]);
  expect((await started.client.transactWriteItems(request)).ConsumedCapacity).toEqual([
    { TableName, CapacityUnits: 2, ReadCapacityUnits: 2 },
  ]);
});

test('a cancelled transaction is on the account', async () => {
  await put(itemOf(100));
  entries.length = 0;
  const TransactItems = [{ Put: { TableName, Item: Key, ConditionExpression: 'attribute_not_exists(pk)' } }];
  await expect(started.client.transactWriteItems({ TransactItems })).rejects.toThrow('ConditionalCheckFailed');
  expect(entries).toEqual([
    { operation: 'TransactWriteItems', charges: [{ table: TableName, readUnits: 0, writeUnits: 2, items: [Key] }] },
  ]);
});

test('the account sums by table and index, and can be reset', async () => {
  const { consumed } = started.table;
  consumed.reset();
  await put(itemOf(100, { owner: 'o' }));
  await started.client.getItem({ TableName, Key });
  expect(consumed.byTarget()).toEqual({
    cases: { readUnits: 0.5, writeUnits: 1 },
    'cases/by-owner': { readUnits: 0, writeUnits: 1 },
  });
  expect(consumed.total()).toEqual({ readUnits: 0.5, writeUnits: 2 });
});

test('who does not ask is not told', async () => {
  const { ConsumedCapacity } = await started.client.putItem({ TableName, Item: Key });
  expect(ConsumedCapacity).toBeUndefined();
});
