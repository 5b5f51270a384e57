import {
  type BatchGetItemCommandOutput,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CASES, startTable } from './fixture.ts';

let started: Awaited<ReturnType<typeof startTable>>;
const TableName = 'cases';

beforeEach(async () => {
  started = await startTable();
});
afterEach(() => started.stop());

test('a table is described as it was made', async () => {
  await waitUntilTableExists({ client: started.client, maxWaitTime: 5, minDelay: 1 }, { TableName });
  const { Table } = await started.client.describeTable({ TableName });
  expect(Table).toMatchObject({
    TableName,
    TableStatus: 'ACTIVE',
    KeySchema: CASES.KeySchema,
    CreationDateTime: new Date(started.clock.now()),
    GlobalSecondaryIndexes: [{ IndexName: 'by-day', IndexStatus: 'ACTIVE' }, { IndexName: 'by-owner' }],
  });
});

test('a deleted table takes its items along, and a new one of that name is empty', async () => {
  await started.client.putItem({ TableName, Item: marshall({ pk: 'x', sk: '1', owner: 'o' }) });
  await started.client.deleteTable({ TableName });
  await waitUntilTableNotExists({ client: started.client, maxWaitTime: 5, minDelay: 1 }, { TableName });
  await started.client.createTable({ ...CASES, TableName: 'other' });
  await started.client.createTable(CASES);
  expect((await started.client.scan({ TableName })).Count).toBe(0);
  expect((await started.client.scan({ TableName, IndexName: 'by-owner' })).Count).toBe(0);
});

test('tables do not see each other', async () => {
  await started.client.createTable({ ...CASES, TableName: 'other' });
  await started.client.putItem({ TableName, Item: marshall({ pk: 'x', sk: '1', owner: 'o' }) });
  expect((await started.client.scan({ TableName: 'other' })).Count).toBe(0);
  expect((await started.client.scan({ TableName: 'other', IndexName: 'by-owner' })).Count).toBe(0);
});

test('keys may be numbers and binaries', async () => {
  await started.client.createTable({
    TableName: 'numbered',
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'id', AttributeType: 'N' },
      { AttributeName: 'part', AttributeType: 'B' },
    ],
    KeySchema: [
      { AttributeName: 'id', KeyType: 'HASH' },
      { AttributeName: 'part', KeyType: 'RANGE' },
    ],
  });
  const parts = [[], [0], [0, 0], [0, 1], [1], [127, 255], [255], [255, 255]]
    .slice(1)
    .map((bytes) => Uint8Array.from(bytes));
  for (const part of [...parts].reverse()) {
    await started.client.putItem({ TableName: 'numbered', Item: { id: { N: '7.0' }, part: { B: part } } });
  }
  const query = async (condition: string, values: object) => {
    const { Items = [] } = await started.client.query({
      TableName: 'numbered',
      KeyConditionExpression: `id = :id ${condition}`,
      ExpressionAttributeValues: { ':id': { N: '7' }, ...values },
    });
    return Items.map((item) => item.part?.B);
  };
  expect(await query('', {})).toEqual(parts);
  expect(await query('AND begins_with(part, :p)', { ':p': { B: Uint8Array.of(255) } })).toEqual(parts.slice(-2));
  expect(await query('AND begins_with(part, :p)', { ':p': { B: Uint8Array.of(0) } })).toEqual(parts.slice(0, 3));
});

test('continuous backups answer that there are none to restore', async () => {
  const { ContinuousBackupsDescription } = await started.client.describeContinuousBackups({ TableName });
  expect(ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus).toBe('DISABLED');
});

test('many items are got and written in a batch', async () => {
  const keys = Array.from({ length: 25 }, (_, n) => marshall({ pk: `b${n}`, sk: '1' }));
  await started.client.batchWriteItem({ RequestItems: { cases: keys.map((Item) => ({ PutRequest: { Item } })) } });
  await started.client.batchWriteItem({
    RequestItems: { cases: keys.slice(0, 5).map((Key) => ({ DeleteRequest: { Key } })) },
  });
  const { Responses, UnprocessedKeys } = await started.client.batchGetItem({
    RequestItems: { cases: { Keys: keys, ProjectionExpression: 'pk' } },
  });
  expect(Responses?.cases).toEqual(keys.slice(5).map(({ pk }) => ({ pk })));
  expect(UnprocessedKeys).toEqual({});
});

test('what a batch get cannot carry comes back unprocessed, and can be sent again', async () => {
  const keys = Array.from({ length: 50 }, (_, n) => marshall({ pk: `large${n}`, sk: '1' }));
  for (const key of keys) {
    await started.client.putItem({ TableName, Item: { ...key, body: { S: 'x'.repeat(400_000) } } });
  }
  const got: unknown[] = [];
  let RequestItems: BatchGetItemCommandOutput['UnprocessedKeys'] = { cases: { Keys: keys } };
  let rounds = 0;
  while (RequestItems && Object.keys(RequestItems).length > 0) {
    const answer: BatchGetItemCommandOutput = await started.client.batchGetItem({ RequestItems });
    got.push(...(answer.Responses?.cases ?? []));
    RequestItems = answer.UnprocessedKeys;
    rounds += 1;
  }
  expect(got).toHaveLength(50);
  expect(rounds).toBe(2);
});
