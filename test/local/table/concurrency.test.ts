import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf, startTable } from './fixture.ts';

let started: Awaited<ReturnType<typeof startTable>>;
const TableName = 'cases';

beforeAll(async () => {
  started = await startTable();
});
afterAll(() => started.stop());

test('of 500 claims at once exactly one wins', async () => {
  const clients = [started.client, clientOf(started.url), clientOf(started.url)];
  const claims = Array.from({ length: 500 }, (_, n) =>
    (clients[n % clients.length] ?? started.client)
      .updateItem({
        TableName,
        Key: marshall({ pk: 'slot', sk: '1' }),
        UpdateExpression: 'SET holder = :me',
        ConditionExpression: 'attribute_not_exists(holder)',
        ExpressionAttributeValues: marshall({ ':me': n }),
      })
      .then(
        () => 'won',
        (error: Error) => error.name,
      ),
  );
  const outcomes = await Promise.all(claims);
  expect(Object.groupBy(outcomes, (outcome) => outcome)).toEqual({
    won: ['won'],
    ConditionalCheckFailedException: Array.from({ length: 499 }, () => 'ConditionalCheckFailedException'),
  });
  for (const client of clients.slice(1)) client.destroy();
});

test('500 ADDs at once make 500', async () => {
  const Key = marshall({ pk: 'counter', sk: '1' });
  await Promise.all(
    Array.from({ length: 500 }, () =>
      started.client.updateItem({
        TableName,
        Key,
        UpdateExpression: 'ADD n :one',
        ExpressionAttributeValues: marshall({ ':one': 1 }),
      }),
    ),
  );
  const { Item } = await started.client.getItem({ TableName, Key });
  expect(Item?.n).toEqual({ N: '500' });
});
