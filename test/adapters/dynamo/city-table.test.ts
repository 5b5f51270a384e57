import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { StoredKey } from '../../../adapters/dynamo/city-table.ts';
import { isNew } from '../../../adapters/dynamo/expression.ts';
import { agree, refuse } from '../../../domain/outcome.ts';
import { type Answer, tableAnswering } from './table-answering.ts';

const key = (name: string) => ({ pk: name, sk: name });
const steps = [
  { put: key('a'), when: { condition: isNew }, otherwise: refuse('already-recorded') },
  { put: key('b'), when: { condition: isNew }, otherwise: refuse('slot-gone') },
  { put: key('c'), when: { condition: isNew } },
];
const cancelled = (...codes: string[]): Answer => ({
  fault: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
  body: { Message: 'cancelled', CancellationReasons: codes.map((Code) => ({ Code })) },
});

it('writes again what met another write', async () => {
  const conflict = cancelled('None', 'TransactionConflict', 'None');
  const { calls, table } = await tableAnswering(conflict, conflict, {});
  expect(await table.write(steps)).toEqual(agree(undefined));
  expect(calls).toHaveLength(3);
});

it('gives up on writes that keep meeting others, after five attempts', async () => {
  const { calls, table } = await tableAnswering(cancelled('TransactionConflict', 'None', 'None'));
  expect(await table.write(steps)).toEqual(refuse('changed-meanwhile'));
  expect(calls).toHaveLength(5);
});

it('refuses with the reason of the first step whose condition failed, at once', async () => {
  const { calls, table } = await tableAnswering(
    cancelled('TransactionConflict', 'ConditionalCheckFailed', 'ConditionalCheckFailed'),
  );
  expect(await table.write(steps)).toEqual(refuse('slot-gone'));
  expect(calls).toHaveLength(1);
});

it('says `changed-meanwhile` for a step that names no reason of its own', async () => {
  const { table } = await tableAnswering(cancelled('None', 'None', 'ConditionalCheckFailed'));
  expect(await table.write(steps)).toEqual(refuse('changed-meanwhile'));
});

it('throws what is nobody’s lost race', async () => {
  const { table } = await tableAnswering(cancelled('None', 'ValidationError', 'None'));
  await expect(table.write(steps)).rejects.toThrow('cancelled');
});

it('writes one step without a transaction, and repeats it where it met one', async () => {
  const { calls, table } = await tableAnswering({ fault: 'TransactionConflictException' }, {});
  expect(await table.write(steps.slice(0, 1))).toEqual(agree(undefined));
  expect(calls).toHaveLength(2);
  expect(calls[1]).toMatchObject({ TableName: 'office', Item: { pk: { S: 'a' } } });
});

it('asks again for what was not answered, and keeps the order that was asked for', async () => {
  const item = (name: string) => ({ pk: { S: name }, sk: { S: name } });
  const { calls, table } = await tableAnswering(
    { body: { Responses: { office: [item('b')] }, UnprocessedKeys: { office: { Keys: [item('a')] } } } },
    { body: { Responses: { office: [item('a')] } } },
  );
  expect(await table.getAll([key('a'), key('b'), key('c')], StoredKey)).toEqual([key('a'), key('b')]);
  expect(calls[1]).toMatchObject({ RequestItems: { office: { Keys: [item('a')] } } });
});

it('loads again what was not taken', async () => {
  const put = (name: string) => ({ PutRequest: { Item: { pk: { S: name }, sk: { S: name } } } });
  const { calls, table } = await tableAnswering({ body: { UnprocessedItems: { office: [put('b')] } } }, {});
  await table.load([key('a'), key('b')]);
  expect(calls[1]).toMatchObject({ RequestItems: { office: [put('b')] } });
});

it('throws on an item that is not what it should be', async () => {
  const { table } = await tableAnswering({ body: { Item: { pk: { S: 'a' }, sk: { N: '1' } } } });
  await expect(table.get(key('a'), StoredKey)).rejects.toThrow(z.core.$ZodError);
});
