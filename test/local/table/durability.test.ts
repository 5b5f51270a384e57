import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AttributeValue, type DynamoDB, paginateScan } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FakeClock, systemClock } from '../../../local/clock.ts';
import { openTable } from '../../../local/table/open-table.ts';
import { CASES, clientOf, startTable } from './fixture.ts';

const TableName = 'cases';
const WRITERS = 16;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'table-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function serveInChild(): Promise<{ child: ChildProcess; client: DynamoDB }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve-folder.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  return { child, client: clientOf(String(line).trim()) };
}

/** Writes until the server is gone; remembers the last version of each item that was acknowledged, and what was on its way. */
async function writer(client: DynamoDB, name: number, acknowledged: Map<string, number>): Promise<void> {
  for (let version = 1; ; version += 1) {
    const pk = `w${name}-${version % 5}`;
    const other = `w${name}-t`;
    const item = (key: string) => ({
      ...marshall({ pk: key, sk: '1', version, day: `${version % 3}`, title: `${version}` }),
      ...(version % 2 === 0 ? marshall({ rank: version, owner: `o${version % 7}` }) : {}),
    });
    try {
      await client.putItem({ TableName, Item: item(pk) });
      acknowledged.set(pk, version);
      await client.transactWriteItems({
        TransactItems: [{ Put: { TableName, Item: item(other) } }, { Put: { TableName, Item: item(`${other}2`) } }],
      });
      acknowledged.set(other, version);
    } catch {
      return;
    }
  }
}

async function everything(client: DynamoDB, IndexName?: string): Promise<Map<string, Record<string, AttributeValue>>> {
  const found = new Map<string, Record<string, AttributeValue>>();
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ...(IndexName && { IndexName }) })) {
    for (const item of Items) found.set(item.pk?.S ?? '', item);
  }
  return found;
}

test('kill -9 under sixteen writers loses nothing acknowledged and leaves every index in step', async () => {
  const acknowledged = new Map<string, number>();
  for (let round = 0; round < 3; round += 1) {
    const { child, client } = await serveInChild();
    if (round === 0) await client.createTable(CASES);
    const soFar = acknowledged.size;
    const writers = Array.from({ length: WRITERS }, (_, n) => writer(client, round * WRITERS + n, acknowledged));
    while (acknowledged.size < soFar + WRITERS * 6) await new Promise((resolve) => setTimeout(resolve, 10));
    child.kill('SIGKILL');
    await Promise.all([...writers, once(child, 'exit')]);
    client.destroy();
  }

  const { client, child } = await serveInChild();
  const items = await everything(client);
  for (const [pk, version] of acknowledged) {
    // The write after the last acknowledged one may have been done or not.
    expect(Number(items.get(pk)?.version?.N)).toBeGreaterThanOrEqual(version);
  }
  for (const [pk, item] of items) {
    if (pk.endsWith('-t')) expect(items.get(`${pk}2`)?.version).toEqual(item.version);
  }
  const byOwner = await everything(client, 'by-owner');
  expect(byOwner).toEqual(new Map([...items].filter(([, item]) => item.owner).map(([pk]) => [pk, items.get(pk)])));
  const byDay = await everything(client, 'by-day');
  expect([...byDay.keys()].sort()).toEqual([...items].flatMap(([pk, item]) => (item.rank ? [pk] : [])).sort());
  for (const [pk, entry] of byDay) expect(items.get(pk)).toMatchObject(entry);
  client.destroy();
  child.kill('SIGKILL');
  await once(child, 'exit');
});

test('everything is there again after an orderly close', async () => {
  const first = await startTable({ folder });
  await first.client.putItem({ TableName, Item: marshall({ pk: 'p', sk: '1', until: 1_767_225_601 }) });
  await first.client.updateTimeToLive({
    TableName,
    TimeToLiveSpecification: { AttributeName: 'until', Enabled: true },
  });
  await first.client.transactWriteItems({
    ClientRequestToken: 'kept',
    TransactItems: [
      {
        Update: {
          TableName,
          Key: marshall({ pk: 'n', sk: '1' }),
          UpdateExpression: 'ADD n :one',
          ExpressionAttributeValues: { ':one': { N: '1' } },
        },
      },
    ],
  });
  await first.stop();

  const clock = new FakeClock(Date.parse('2026-01-01T00:00:02.000Z'));
  const again = openTable({ folder, clock });
  again.execute('TransactWriteItems', {
    ClientRequestToken: 'kept',
    TransactItems: [
      {
        Update: {
          TableName,
          Key: marshall({ pk: 'n', sk: '1' }),
          UpdateExpression: 'ADD n :one',
          ExpressionAttributeValues: { ':one': { N: '1' } },
        },
      },
    ],
  });
  expect(again.execute('GetItem', { TableName, Key: marshall({ pk: 'n', sk: '1' }) })).toMatchObject({
    Item: { n: { N: '1' } },
  });
  expect(again.expire()).toBe(1);
  again.close();
});

test('a folder that another process has open is refused', async () => {
  const { child, client } = await serveInChild();
  await client.createTable(CASES);
  expect(() => openTable({ folder, clock: systemClock })).toThrow('locked');
  client.destroy();
  child.kill('SIGKILL');
  await once(child, 'exit');
});
