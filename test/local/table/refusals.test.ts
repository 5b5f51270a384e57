import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CASES, startTable } from './fixture.ts';

let started: Awaited<ReturnType<typeof startTable>>;
const TableName = 'cases';
const Key = marshall({ pk: 'r', sk: '1' });

beforeAll(async () => {
  started = await startTable();
});
afterAll(() => started.stop());

const refusal = (message: string) => ({ name: 'ValidationException', message: expect.stringContaining(message) });
const nested = (depth: number): AttributeValue => (depth === 1 ? { S: 'x' } : { L: [nested(depth - 1)] });
const put = (more: Record<string, AttributeValue>) => started.client.putItem({ TableName, Item: { ...Key, ...more } });

test.each<[string, Record<string, AttributeValue>, string]>([
  ['an empty text as an index hash key', { owner: { S: '' } }, 'IndexName: by-owner, IndexKey: owner'],
  ['an index key of another type', { rank: { S: '1' } }, 'Type mismatch for Index Key rank Expected: N Actual: S'],
  ['an empty text as a key', { sk: { S: '' } }, 'cannot contain an empty string value. Key: sk'],
  ['a key of another type', { sk: { N: '1' } }, 'Type mismatch for key sk expected: S actual: N'],
  ['a hash key over 2048 bytes', { pk: { S: 'é'.repeat(1025) } }, 'hashkey has exceeded'],
  ['a sort key over 1024 bytes', { sk: { S: 'é'.repeat(513) } }, 'range keys has exceeded'],
  ['an index key over 2048 bytes', { owner: { S: 'o'.repeat(2049) } }, 'IndexKey: owner'],
  ['an empty set', { tags: { SS: [] } }, 'may not be empty'],
  ['a set with a member twice', { tags: { SS: ['a', 'a'] } }, 'contains duplicates'],
  ['a number that is none', { n: { N: 'seven' } }, 'cannot be converted to a numeric value'],
  ['39 digits', { n: { N: '1'.repeat(39) } }, 'more than 38 significant digits'],
  ['a number beyond 1E+125', { n: { N: '1E+126' } }, 'Number overflow'],
  ['an item over 400 KB', { body: { S: 'é'.repeat(204_800) } }, 'Item size has exceeded'],
  ['33 levels of nesting', { deep: nested(33) }, 'Nesting Levels'],
])('refuses %s', async (_, more, message) => {
  await expect(put(more)).rejects.toMatchObject(refusal(message));
});

test('takes what is just within the limits', async () => {
  await put({ deep: nested(32), n: { N: '1'.repeat(38) }, owner: { S: 'o'.repeat(2048) }, rank: { N: '9.9E+125' } });
  expect((await started.client.getItem({ TableName, Key })).Item).toMatchObject({ deep: nested(32) });
});

test('an update cannot make an index key empty or of another type either', async () => {
  await put({});
  const set = (name: string, value: AttributeValue) =>
    started.client.updateItem({
      TableName,
      Key,
      UpdateExpression: 'SET #a = :v',
      ExpressionAttributeNames: { '#a': name },
      ExpressionAttributeValues: { ':v': value },
    });
  await expect(set('owner', { S: '' })).rejects.toMatchObject(refusal('IndexKey: owner'));
  await expect(set('rank', { S: '1' })).rejects.toMatchObject(refusal('Type mismatch for Index Key rank'));
  await expect(set('body', { S: 'x'.repeat(410_000) })).rejects.toMatchObject(refusal('Item size has exceeded'));
});

test('a key must be whole and nothing else', async () => {
  const get = (key: Record<string, AttributeValue>) => started.client.getItem({ TableName, Key: key });
  await expect(get({ pk: { S: 'r' } })).rejects.toMatchObject(refusal('does not match the schema'));
  await expect(get({ ...Key, more: { S: 'x' } })).rejects.toMatchObject(refusal('does not match the schema'));
  await expect(started.client.putItem({ TableName, Item: { pk: { S: 'r' } } })).rejects.toMatchObject(
    refusal('Missing the key sk'),
  );
});

test('expressions are not to look inside keys, nor to be longer than 4 KB', async () => {
  const conditional = (ConditionExpression: string) =>
    started.client.deleteItem({ TableName, Key, ConditionExpression });
  await expect(conditional('attribute_exists(pk.inside)')).rejects.toMatchObject(
    refusal('Key attributes must be scalars'),
  );
  await expect(conditional(`attribute_exists(${'a'.repeat(4096)})`)).rejects.toMatchObject(
    refusal('Expression size has exceeded'),
  );
});

test('legacy parameters are refused instead of being ignored', async () => {
  const legacy = started.client.putItem({ TableName, Item: Key, Expected: { pk: { Exists: false } } });
  await expect(legacy).rejects.toMatchObject(refusal('Expected is a legacy parameter'));
});

test('what does not exist is not found, and what exists is not made again', async () => {
  const absent = { TableName: 'absent' };
  const notFound = { name: 'ResourceNotFoundException' };
  await expect(started.client.describeTable(absent)).rejects.toMatchObject(notFound);
  await expect(started.client.deleteTable(absent)).rejects.toMatchObject(notFound);
  await expect(started.client.getItem({ ...absent, Key })).rejects.toMatchObject(notFound);
  await expect(
    started.client.query({
      ...absent,
      KeyConditionExpression: 'pk = :p',
      ExpressionAttributeValues: { ':p': { S: 'x' } },
    }),
  ).rejects.toMatchObject(notFound);
  await expect(started.client.createTable(CASES)).rejects.toMatchObject({ name: 'ResourceInUseException' });
});

test('batches have their limits', async () => {
  const puts = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ PutRequest: { Item: marshall({ pk: `${n}`, sk: '1' }) } }));
  const write = (requests: ReturnType<typeof puts>) =>
    started.client.batchWriteItem({ RequestItems: { cases: requests } });
  await expect(write(puts(26))).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(write([...puts(1), ...puts(1)])).rejects.toMatchObject(refusal('contains duplicates'));
  await expect(write([{ PutRequest: { Item: { pk: { S: 'x' } } } }])).rejects.toMatchObject(
    refusal('Missing the key sk'),
  );
  const keys = Array.from({ length: 101 }, (_, n) => marshall({ pk: `${n}`, sk: '1' }));
  await expect(started.client.batchGetItem({ RequestItems: { cases: { Keys: keys } } })).rejects.toMatchObject({
    name: 'ValidationException',
  });
  await expect(started.client.batchGetItem({ RequestItems: { cases: { Keys: [Key, Key] } } })).rejects.toMatchObject(
    refusal('contains duplicates'),
  );
});
