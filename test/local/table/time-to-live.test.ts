import { marshall } from '@aws-sdk/util-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTable } from './fixture.ts';

let started: Awaited<ReturnType<typeof startTable>>;
const TableName = 'cases';

beforeEach(async () => {
  started = await startTable();
});
afterEach(() => started.stop());

const seconds = () => Math.floor(started.clock.now() / 1000);
const put = (sk: string, more: Record<string, unknown>) =>
  started.client.putItem({ TableName, Item: marshall({ pk: 't', sk, owner: 'o', ...more }) });
const enable = (Enabled = true) =>
  started.client.updateTimeToLive({ TableName, TimeToLiveSpecification: { AttributeName: 'until', Enabled } });
const left = async (IndexName?: string) => {
  const { Items = [] } = await started.client.scan({ TableName, ...(IndexName && { IndexName }) });
  return Items.map(({ sk }) => sk?.S).sort();
};

test('an item goes when its second has come, from its indexes too, and nobody pays', async () => {
  await enable();
  await put('soon', { until: seconds() + 10 });
  await put('later', { until: seconds() + 11 });
  await put('never', {});
  started.table.consumed.reset();

  started.clock.moveTo(started.clock.now() + 9_999);
  expect(started.table.expire()).toBe(0);
  started.clock.moveTo(started.clock.now() + 1);
  expect(started.table.expire()).toBe(1);
  expect(started.table.consumed.total()).toEqual({ readUnits: 0, writeUnits: 0 });
  expect(await left()).toEqual(['later', 'never']);
  expect(await left('by-owner')).toEqual(['later', 'never']);
});

test('until the sweep an expired item is still there, as in AWS', async () => {
  await enable();
  await put('soon', { until: seconds() + 1 });
  started.clock.moveTo(started.clock.now() + 60_000);
  expect(await left()).toEqual(['soon']);
});

test('an item follows its latest expiry', async () => {
  await enable();
  await put('moved', { until: seconds() + 1 });
  await put('kept', { until: seconds() + 1 });
  await put('moved', { until: seconds() + 100 });
  await started.client.updateItem({
    TableName,
    Key: marshall({ pk: 't', sk: 'kept' }),
    UpdateExpression: 'REMOVE #until',
    ExpressionAttributeNames: { '#until': 'until' },
  });
  started.clock.moveTo(started.clock.now() + 50_000);
  expect(started.table.expire()).toBe(0);
  started.clock.moveTo(started.clock.now() + 50_000);
  expect(started.table.expire()).toBe(1);
  expect(await left()).toEqual(['kept']);
});

test('only numbers of seconds within five years expire', async () => {
  await enable();
  await put('text', { until: `${seconds()}` });
  await put('ancient', { until: 1 });
  await put('milliseconds', { until: started.clock.now() });
  await put('fraction', { until: seconds() + 0.5 });
  started.clock.moveTo(started.clock.now() + 1_000);
  expect(started.table.expire()).toBe(1);
  expect(await left()).toEqual(['ancient', 'milliseconds', 'text']);
});

test('naming the attribute later catches items that are already there; taking it away spares them', async () => {
  await put('early', { until: seconds() + 1 });
  started.clock.moveTo(started.clock.now() + 5_000);
  expect(started.table.expire()).toBe(0);
  await enable();
  expect((await started.client.describeTimeToLive({ TableName })).TimeToLiveDescription).toEqual({
    TimeToLiveStatus: 'ENABLED',
    AttributeName: 'until',
  });
  await enable(false);
  expect((await started.client.describeTimeToLive({ TableName })).TimeToLiveDescription).toEqual({
    TimeToLiveStatus: 'DISABLED',
  });
  expect(started.table.expire()).toBe(0);
  await enable();
  expect(started.table.expire()).toBe(1);
});

test('enabling twice is refused', async () => {
  await enable();
  await expect(enable()).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'TimeToLive is already enabled',
  });
});

test('thousands expire in one sweep', async () => {
  await enable();
  const until = seconds() + 1;
  for (let n = 0; n < 1_200; n += 1) {
    started.table.execute('PutItem', { TableName, Item: marshall({ pk: `${n}`, sk: 'x', until }) });
  }
  started.clock.moveTo(started.clock.now() + 1_000);
  expect(started.table.expire()).toBe(1_200);
});
