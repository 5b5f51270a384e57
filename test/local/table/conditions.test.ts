import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { namesIn, startTable } from './fixture.ts';

let started: Awaited<ReturnType<typeof startTable>>;
const Key = marshall({ pk: 'c', sk: '1' });

beforeAll(async () => {
  started = await startTable();
  await started.client.putItem({
    TableName: 'cases',
    Item: {
      constructor: { S: 'an ordinary name' },
      ...marshall({
        pk: 'c',
        sk: '1',
        n: 10,
        text: 'Straße é𝄞',
        nothing: null,
        yes: true,
        bytes: new Uint8Array([1, 2, 3]),
        list: ['a', 2, { deep: 'x' }],
        map: { inner: { n: 7 } },
        tags: new Set(['a', 'b']),
        numbers: new Set([1, 2]),
      }),
    },
  });
});
afterAll(() => started.stop());

/** Whether a condition holds on the item above. `#name` stands for an attribute's name, `:a`, `:b`, `:c` for the values. */
async function holds(condition: string, ...values: unknown[]): Promise<boolean> {
  try {
    await started.client.updateItem({
      TableName: 'cases',
      Key,
      ConditionExpression: condition,
      ...namesIn(condition),
      ...(values.length > 0 && {
        ExpressionAttributeValues: marshall(Object.fromEntries(values.map((value, at) => [`:${'abc'[at]}`, value]))),
      }),
    });
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

test.each([
  ['n = :a', [10]],
  ['n <> :a', [11]],
  ['absent <> :a', [1]],
  ['n > :a AND n < :b', [9.5, 10.5]],
  ['n >= :a AND n <= :a', [10]],
  ['n BETWEEN :a AND :b', [10, 11]],
  ['n IN (:a, :b)', [9, 10]],
  ['attribute_exists(#map.#inner.n)', []],
  ['attribute_not_exists(#map.#inner.absent)', []],
  ['attribute_not_exists(toString)', []],
  ['attribute_exists(#constructor)', []],
  ['#list[2].deep = :a', ['x']],
  ['#list = :a', [['a', 2, { deep: 'x' }]]],
  ['#map = :a', [{ inner: { n: 7 } }]],
  ['tags = :a', [new Set(['b', 'a'])]],
  ['contains(tags, :a)', ['a']],
  ['contains(numbers, :a)', [2]],
  ['contains(#list, :a)', [2]],
  ['contains(#list, :a)', [{ deep: 'x' }]],
  ['contains(#text, :a)', ['aß']],
  ['contains(#bytes, :a)', [new Uint8Array([2, 3])]],
  ['begins_with(#text, :a)', ['Str']],
  ['begins_with(#bytes, :a)', [new Uint8Array([1, 2])]],
  ['size(#text) = :a', [10]],
  ['size(#list) = :a AND size(#map) = :b AND size(#bytes) = :a', [3, 1]],
  ['attribute_type(nothing, :a) AND attribute_type(yes, :b) AND attribute_type(tags, :c)', ['NULL', 'BOOL', 'SS']],
  ['yes = :a OR n = :b', [false, 10]],
  ['NOT (n = :a OR n = :b)', [1, 2]],
  ['#text < :a', ['Strb']],
])('holds: %s', async (condition, values) => {
  expect(await holds(condition, ...values)).toBe(true);
});

test.each([
  ['n = :a', ['10']],
  ['n < :a', ['z']],
  ['absent = :a', [1]],
  ['absent > :a', [1]],
  ['NOT attribute_exists(n)', []],
  ['tags = :a', [new Set(['a'])]],
  ['contains(tags, :a)', [1]],
  ['contains(#text, :a)', ['x']],
  ['begins_with(n, :a)', ['1']],
  ['size(absent) > :a', [0]],
  ['#list[7] = :a', ['x']],
  ['n BETWEEN :a AND :b', [11, 12]],
])('does not hold: %s', async (condition, values) => {
  expect(await holds(condition, ...values)).toBe(false);
});

test('texts are ordered by code point, not by UTF-16 unit', async () => {
  await started.client.putItem({ TableName: 'cases', Item: marshall({ pk: 'u', sk: '1', text: '\u{1F600}' }) });
  const result = started.client.deleteItem({
    TableName: 'cases',
    Key: marshall({ pk: 'u', sk: '1' }),
    ConditionExpression: '#t > :fullwidth',
    ExpressionAttributeNames: { '#t': 'text' },
    ExpressionAttributeValues: marshall({ ':fullwidth': '\uFF5E' }),
  });
  await expect(result).resolves.toBeDefined();
});

test('a failed condition shows the item, if asked', async () => {
  const put = { TableName: 'cases', Item: Key, ConditionExpression: 'attribute_not_exists(pk)' } as const;
  const asked = started.client.putItem({ ...put, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' });
  await expect(asked).rejects.toMatchObject({ name: 'ConditionalCheckFailedException', Item: { n: { N: '10' } } });
  const unasked = await started.client.putItem(put).catch((error: unknown) => error);
  expect(unasked).toBeInstanceOf(ConditionalCheckFailedException);
  expect(unasked).toMatchObject({ Item: undefined });
});

test('a failed condition on nothing shows nothing', async () => {
  const failed = await started.client
    .deleteItem({
      TableName: 'cases',
      Key: marshall({ pk: 'none', sk: '1' }),
      ConditionExpression: 'attribute_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    })
    .catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(ConditionalCheckFailedException);
  expect(failed).toMatchObject({ Item: undefined });
});
