import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTableOf, TABLE_SHAPE, timeToLiveOf } from '../../../adapters/dynamo/table.ts';
import { createTable, TABLE_NAME as TableName } from '../../../local/cloud.ts';
import { openTable } from '../../../local/table/open-table.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'grown-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const clock = { now: () => Date.parse('2026-01-01T00:00:00.000Z') };
const [first, ...later] = TABLE_SHAPE.indexes;

/** The table as it was made when it had one index. */
const openYoung = () => {
  const table = openTable({ folder, clock });
  const { GlobalSecondaryIndexes, AttributeDefinitions, ...rest } = createTableOf(TableName);
  const kept = ['pk', 'sk', first.partitionKey, first.sortKey];
  table.execute('CreateTable', {
    ...rest,
    AttributeDefinitions: AttributeDefinitions.filter(({ AttributeName }) => kept.includes(AttributeName)),
    GlobalSecondaryIndexes: GlobalSecondaryIndexes.filter(({ IndexName }) => IndexName === first.name),
  });
  table.execute('UpdateTimeToLive', timeToLiveOf(TableName));
  return table;
};

it('A data folder gains the indexes that were thought of later, with the items that were there', () => {
  const keys = Object.fromEntries(
    TABLE_SHAPE.indexes.flatMap(({ partitionKey, sortKey }) => [
      [partitionKey, 'here'],
      [sortKey, 'now'],
    ]),
  );
  const young = openYoung();
  for (const [pk, more] of Object.entries({ indexed: keys, plain: {} })) {
    young.execute('PutItem', { TableName, Item: marshall({ pk, sk: '1', ...more }) });
  }
  young.close();

  for (const start of ['first', 'second']) {
    const table = openTable({ folder, clock });
    createTable(table);
    for (const { name, partitionKey } of [first, ...later]) {
      const found = table.execute('Query', {
        TableName,
        IndexName: name,
        KeyConditionExpression: '#key = :here',
        ExpressionAttributeNames: { '#key': partitionKey },
        ExpressionAttributeValues: { ':here': { S: 'here' } },
      });
      expect(found, `${name} at the ${start} start`).toMatchObject({ Count: 1, Items: [{ pk: { S: 'indexed' } }] });
    }
    expect(table.execute('DescribeTable', { TableName })).toMatchObject({
      Table: { GlobalSecondaryIndexes: TABLE_SHAPE.indexes.map(({ name }) => ({ IndexName: name })) },
    });
    table.close();
  }
});

it('What is written after the start stands in the new indexes, and leaves them when it is deleted', () => {
  openYoung().close();
  const table = openTable({ folder, clock });
  createTable(table);
  const Key = marshall({ pk: 'late', sk: '1' });
  const count = () =>
    table.execute('Query', {
      TableName,
      IndexName: 'due',
      KeyConditionExpression: 'dueKey = :here',
      ExpressionAttributeValues: { ':here': { S: 'here' } },
    });
  table.execute('PutItem', { TableName, Item: { ...Key, ...marshall({ dueKey: 'here', dueAt: 'now' }) } });
  expect(count()).toMatchObject({ Count: 1 });
  table.execute('DeleteItem', { TableName, Key });
  expect(count()).toMatchObject({ Count: 0 });
  table.close();
});
