import { type AttributeValue, TransactionCanceledException, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTable } from './fixture.ts';

let started: Awaited<ReturnType<typeof startTable>>;
const TableName = 'cases';
const key = (pk: string) => marshall({ pk, sk: '1' });

beforeAll(async () => {
  started = await startTable();
});
afterAll(() => started.stop());

const put = (pk: string, more: Record<string, unknown> = {}): TransactWriteItem => ({
  Put: { TableName, Item: { ...key(pk), ...marshall(more) } },
});
const check = (pk: string, ConditionExpression: string, more = {}): TransactWriteItem => ({
  ConditionCheck: { TableName, Key: key(pk), ConditionExpression, ...more },
});
const transact = (...TransactItems: TransactWriteItem[]) => started.client.transactWriteItems({ TransactItems });
const stored = async (pk: string): Promise<Record<string, AttributeValue> | undefined> =>
  (await started.client.getItem({ TableName, Key: key(pk) })).Item;

test('put, update, delete and check happen together', async () => {
  await transact(put('gone'), put('kept'));
  await transact(
    put('new'),
    {
      Update: {
        TableName,
        Key: key('kept'),
        UpdateExpression: 'ADD n :one',
        ExpressionAttributeValues: { ':one': { N: '1' } },
      },
    },
    { Delete: { TableName, Key: key('gone'), ConditionExpression: 'attribute_exists(pk)' } },
    check('nobody', 'attribute_not_exists(pk)'),
  );
  expect(await stored('new')).toEqual(key('new'));
  expect(await stored('kept')).toEqual({ ...key('kept'), n: { N: '1' } });
  expect(await stored('gone')).toBeUndefined();
});

test('one failed condition cancels all, index places included, and every action has its reason', async () => {
  await transact(put('there', { n: 5 }));
  const canceled = transact(
    put('never', { owner: 'never' }),
    {
      Put: {
        TableName,
        Item: key('there'),
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    check('absent', 'attribute_exists(pk)', { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
  );
  await expect(canceled).rejects.toMatchObject({
    name: 'TransactionCanceledException',
    message: expect.stringContaining('[None, ConditionalCheckFailed, ConditionalCheckFailed]'),
    CancellationReasons: [
      { Code: 'None' },
      {
        Code: 'ConditionalCheckFailed',
        Message: 'The conditional request failed',
        Item: { ...key('there'), n: { N: '5' } },
      },
      { Code: 'ConditionalCheckFailed' },
    ],
  });
  expect(await stored('never')).toBeUndefined();
  const { Count } = await started.client.query({
    TableName,
    IndexName: 'by-owner',
    KeyConditionExpression: '#o = :o',
    ExpressionAttributeNames: { '#o': 'owner' },
    ExpressionAttributeValues: marshall({ ':o': 'never' }),
  });
  expect(Count).toBe(0);
});

test('the item is not shown in a reason unless asked for', async () => {
  const canceled: unknown = await transact(check('there', 'attribute_not_exists(pk)')).catch((error: unknown) => error);
  const { CancellationReasons } = canceled instanceof TransactionCanceledException ? canceled : {};
  expect(CancellationReasons).toEqual([{ Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' }]);
});

test('an update that cannot be done cancels with ValidationError', async () => {
  await transact(put('text', { n: 'no number' }));
  const canceled = transact(put('never'), {
    Update: {
      TableName,
      Key: key('text'),
      UpdateExpression: 'ADD n :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
    },
  });
  await expect(canceled).rejects.toMatchObject({
    CancellationReasons: [
      { Code: 'None' },
      { Code: 'ValidationError', Message: expect.stringContaining('incorrect data type') },
    ],
  });
  expect(await stored('never')).toBeUndefined();
});

test.each([
  ['the same item twice', [put('twice'), check('twice', 'attribute_exists(pk)')], 'multiple operations on one item'],
  ['two operations in one action', [{ ...put('a'), ...check('b', 'attribute_exists(pk)') }], 'can only contain one of'],
  ['an action without operation', [{}], 'can only contain one of'],
  ['an empty list', [], 'length greater than or equal to 1'],
  ['more than a hundred', Array.from({ length: 101 }, (_, n) => put(`${n}`)), 'length less than or equal to 100'],
  ['a wrong key', [{ Delete: { TableName, Key: { pk: { S: 'x' } } } }], 'does not match the schema'],
  ['a broken expression', [check('a', 'attribute_exists(')], 'Syntax error'],
  [
    'more than 4 MB',
    Array.from({ length: 11 }, (_, n) => put(`${n}`, { body: 'x'.repeat(400_000) })),
    'more than 4 MB',
  ],
])('refuses %s outright', async (_, items, message) => {
  await expect(transact(...items)).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining(message),
  });
});

test('a hundred actions are one', async () => {
  await transact(...Array.from({ length: 100 }, (_, n) => put(`hundred-${n}`)));
  expect(await stored('hundred-99')).toBeDefined();
});

test('of colliding transactions exactly one wins', async () => {
  const rivals = Array.from({ length: 50 }, (_, n) =>
    transact(
      { Put: { TableName, Item: key('prize'), ConditionExpression: 'attribute_not_exists(pk)' } },
      put(`ticket-of-${n}`),
    ).then(
      () => n,
      (error: Error) => error.name,
    ),
  );
  const outcomes = await Promise.all(rivals);
  const winners = outcomes.filter((outcome) => typeof outcome === 'number');
  expect(winners).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === 'TransactionCanceledException')).toHaveLength(49);
  const tickets = await Promise.all(rivals.map((_, n) => stored(`ticket-of-${n}`)));
  expect(tickets.flatMap((ticket, n) => (ticket ? [n] : []))).toEqual(winners);
});

test('a repeated token does nothing again for ten minutes, and refuses another request', async () => {
  const add = (by: string, ReturnConsumedCapacity?: 'TOTAL') =>
    started.client.transactWriteItems({
      ClientRequestToken: 'token-1',
      ...(ReturnConsumedCapacity && { ReturnConsumedCapacity }),
      TransactItems: [
        {
          Update: {
            TableName,
            Key: key('tokens'),
            UpdateExpression: 'ADD n :by',
            ExpressionAttributeValues: { ':by': { N: by } },
          },
        },
      ],
    });
  await add('1');
  const { ConsumedCapacity } = await add('1', 'TOTAL');
  expect(ConsumedCapacity).toEqual([{ TableName, CapacityUnits: 2, ReadCapacityUnits: 2 }]);
  expect(await stored('tokens')).toMatchObject({ n: { N: '1' } });
  await expect(add('2')).rejects.toMatchObject({ name: 'IdempotentParameterMismatchException' });

  started.clock.moveTo(started.clock.now() + 10 * 60 * 1000);
  await add('1');
  expect(await stored('tokens')).toMatchObject({ n: { N: '2' } });
});

test('a cancelled transaction does not use up its token', async () => {
  const request = {
    ClientRequestToken: 'token-2',
    TransactItems: [{ Put: { TableName, Item: key('later'), ConditionExpression: 'attribute_not_exists(pk)' } }],
  };
  await transact(put('later'));
  await expect(started.client.transactWriteItems(request)).rejects.toThrow('ConditionalCheckFailed');
  await started.client.deleteItem({ TableName, Key: key('later') });
  await started.client.transactWriteItems(request);
  expect(await stored('later')).toBeDefined();
});

test('TransactGetItems answers in order, with projections and gaps', async () => {
  await transact(put('g1', { n: 1, m: 2 }));
  const { Responses } = await started.client.transactGetItems({
    TransactItems: [
      { Get: { TableName, Key: key('absent') } },
      { Get: { TableName, Key: key('g1'), ProjectionExpression: 'm' } },
    ],
  });
  expect(Responses).toEqual([{}, { Item: { m: { N: '2' } } }]);
});
