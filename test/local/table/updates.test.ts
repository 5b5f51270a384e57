import type { UpdateItemCommandInput } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { namesIn, startTable } from './fixture.ts';

let started: Awaited<ReturnType<typeof startTable>>;
const Key = marshall({ pk: 'u', sk: '1' });

beforeAll(async () => {
  started = await startTable();
});
afterAll(() => started.stop());

beforeEach(() =>
  started.client.putItem({
    TableName: 'cases',
    Item: {
      ...Key,
      ...marshall({ a: 1, b: 2, words: ['x', 'y', 'z'], map: { core: 'old', kept: true }, tags: new Set(['p', 'q']) }),
    },
  }),
);

/** The item's attributes after an update, without its key. */
async function after(UpdateExpression: string, values?: Record<string, unknown>) {
  const answer = await started.client.updateItem({
    TableName: 'cases',
    Key,
    UpdateExpression,
    ...(values && { ExpressionAttributeValues: marshall(values) }),
    ...namesIn(UpdateExpression),
    ReturnValues: 'ALL_NEW',
  });
  const { pk: _, sk: __, ...attributes } = unmarshall(answer.Attributes ?? {});
  return attributes;
}

test('SET reads the item as it was, so two attributes can change places', async () => {
  expect(await after('SET a = b, b = a')).toMatchObject({ a: 2, b: 1 });
});

test('SET adds, subtracts and falls back with if_not_exists', async () => {
  expect(
    await after('SET a = a + :ten, b = b - :ten, c = if_not_exists(c, :ten) + :ten', { ':ten': 10 }),
  ).toMatchObject({
    a: 11,
    b: -8,
    c: 20,
  });
});

test('arithmetic is decimal and exact to 38 digits', async () => {
  const value = { ':v': { N: '0.1' }, ':big': { N: '99999999999999999999999999999999999999' } };
  const update = { TableName: 'cases', Key, ReturnValues: 'UPDATED_NEW' } as const;
  const sum = await started.client.updateItem({
    ...update,
    UpdateExpression: 'SET a = :v + :v, b = :big - :big',
    ExpressionAttributeValues: { ...value, ':v': { N: '0.1' } },
  });
  expect(sum.Attributes).toEqual({ a: { N: '0.2' }, b: { N: '0' } });
  const tooLong = started.client.updateItem({
    ...update,
    UpdateExpression: 'SET a = :big + :v',
    ExpressionAttributeValues: value,
  });
  await expect(tooLong).rejects.toThrow('more than 38 significant digits');
});

test('list_append joins in the order given', async () => {
  expect(await after('SET words = list_append(:new, words)', { ':new': ['w'] })).toMatchObject({
    words: ['w', 'x', 'y', 'z'],
  });
});

test('nested SET and REMOVE reach into maps and lists', async () => {
  const changed = await after('SET #map.core = :new, #map.more = :new, words[1] = :new REMOVE #map.kept', {
    ':new': 'new',
  });
  expect(changed).toMatchObject({ map: { core: 'new', more: 'new' }, words: ['x', 'new', 'z'] });
  expect(changed.map).not.toHaveProperty('kept');
});

test('several list elements leave by the positions they had', async () => {
  expect(await after('REMOVE words[0], words[1]')).toMatchObject({ words: ['z'] });
});

test('a position beyond the end appends', async () => {
  expect(
    await after('SET words[1000000000] = :second, words[70] = :first', { ':first': '1', ':second': '2' }),
  ).toMatchObject({
    words: ['x', 'y', 'z', '1', '2'],
  });
});

test('ADD counts from nothing and joins sets; DELETE takes out, and the last member takes the attribute along', async () => {
  const added = await after('ADD a :one, fresh :one, tags :more', { ':one': 1, ':more': new Set(['q', 'r']) });
  expect(added).toMatchObject({ a: 2, fresh: 1, tags: new Set(['p', 'q', 'r']) });
  const deleted = await after('DELETE tags :all', { ':all': new Set(['p', 'q', 'r', 's']) });
  expect(deleted).not.toHaveProperty('tags');
});

test('an update of nothing makes an item, with its key alone if nothing is set', async () => {
  const fresh = marshall({ pk: 'fresh', sk: '1' });
  const { Attributes } = await started.client.updateItem({ TableName: 'cases', Key: fresh, ReturnValues: 'ALL_NEW' });
  expect(Attributes).toEqual(fresh);
});

test.each([
  ['SET a = nowhere', undefined, 'refers to an attribute that does not exist'],
  ['SET nowhere.core = :v', { ':v': 1 }, 'document path provided in the update expression is invalid'],
  ['SET a.core = :v', { ':v': 1 }, 'document path provided in the update expression is invalid'],
  ['SET a = words + :v', { ':v': 1 }, 'incorrect data type'],
  ['ADD tags :v', { ':v': 1 }, 'incorrect data type'],
  ['SET a = list_append(a, :v)', { ':v': [1] }, 'incorrect data type'],
  ['SET pk = :v', { ':v': 'x' }, 'This attribute is part of the key'],
  ['SET a = :v, a = :v', { ':v': 1 }, 'Two document paths overlap'],
  ['SET a = :v', { ':v': 1, ':unused': 1 }, 'unused in expressions: keys: {:unused}'],
  ['SET size = :v', { ':v': 1 }, 'reserved keyword'],
  ['SET a = ', undefined, 'Syntax error'],
])('refuses %s', async (expression, values, message) => {
  const error = await after(expression, values).catch((refusal: unknown) => refusal);
  expect(error).toMatchObject({ name: 'ValidationException', message: expect.stringContaining(message) });
});

test('a refused update changes nothing', async () => {
  await after('SET a = :v, nowhere.core = :v', { ':v': 9 }).catch(() => undefined);
  const { Item } = await started.client.getItem({ TableName: 'cases', Key });
  expect(Item).toMatchObject({ a: { N: '1' } });
});

test('every kind of ReturnValues says what it should', async () => {
  const update = (ReturnValues: UpdateItemCommandInput['ReturnValues']) =>
    started.client.updateItem({
      TableName: 'cases',
      Key,
      UpdateExpression: 'SET #map.core = :v, fresh = :v REMOVE b',
      ExpressionAttributeNames: { '#map': 'map' },
      ExpressionAttributeValues: { ':v': { S: 'v' } },
      ReturnValues,
    });
  expect((await update('UPDATED_OLD')).Attributes).toEqual(marshall({ map: { core: 'old' }, b: 2 }));
  expect((await update('UPDATED_NEW')).Attributes).toEqual(marshall({ map: { core: 'v' }, fresh: 'v' }));
  expect((await update('ALL_OLD')).Attributes).toMatchObject(marshall({ fresh: 'v', a: 1 }));
  expect((await update('ALL_NEW')).Attributes).toMatchObject(marshall({ fresh: 'v', a: 1 }));
  expect((await update('NONE')).Attributes).toBeUndefined();
  expect((await update(undefined)).Attributes).toBeUndefined();
});

test('put and delete give back what was there, or nothing', async () => {
  const item = { TableName: 'cases', ReturnValues: 'ALL_OLD' } as const;
  expect((await started.client.putItem({ ...item, Item: Key })).Attributes).toMatchObject({ a: { N: '1' } });
  expect((await started.client.deleteItem({ ...item, Key })).Attributes).toEqual(Key);
  expect((await started.client.deleteItem({ ...item, Key })).Attributes).toBeUndefined();
  await expect(started.client.putItem({ TableName: 'cases', Item: Key, ReturnValues: 'ALL_NEW' })).rejects.toThrow(
    'ReturnValues can only be ALL_OLD or NONE',
  );
});
