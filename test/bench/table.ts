import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamoDB } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { CASES, clientOf } from '../local/table/fixture.ts';

/**
 * Does the embedded table slow down as it fills, and does its memory grow? A server in a process of its own, on disk;
 * the real SDK client; two tables that differ in size alone, asked in turns. `npx node test/bench/table.ts` prints JSON.
 */
const SIZES = [1_000, 100_000] as const;
const ROUNDS = 2_000;
const QUERIES = 50_000;
const PARTITION = 100;

const tableOf = (size: number) => `cases-${size}`;
const keyOf = (n: number) => marshall({ pk: `p${Math.floor(n / PARTITION)}`, sk: `${n % PARTITION}`.padStart(3, '0') });

async function fill(client: DynamoDB, size: number): Promise<void> {
  const TableName = tableOf(size);
  await client.createTable({ ...CASES, TableName });
  const body = 'x'.repeat(300);
  for (let first = 0; first < size; first += 25) {
    const requests = Array.from({ length: 25 }, (_, at) => {
      const n = first + at;
      const rest = marshall({
        day: 'all',
        rank: (n * 7919) % size,
        title: `${n}`,
        owner: `o${n % 997}`,
        version: 0,
        body,
      });
      return { PutRequest: { Item: { ...keyOf(n), ...rest } } };
    });
    await client.batchWriteItem({ RequestItems: { [TableName]: requests } });
  }
}

/** Ten entries from the middle of an index partition that holds the whole table. */
const query = (client: DynamoDB, size: number, n: number) =>
  client.query({
    TableName: tableOf(size),
    IndexName: 'by-day',
    KeyConditionExpression: '#d = :d AND #r >= :r',
    ExpressionAttributeNames: { '#d': 'day', '#r': 'rank' },
    ExpressionAttributeValues: marshall({ ':d': 'all', ':r': (n * 31) % size }),
    Limit: 10,
  });

const conditionalUpdate = (client: DynamoDB, size: number, n: number) =>
  client.updateItem({
    TableName: tableOf(size),
    Key: keyOf((n * 4241) % size),
    UpdateExpression: 'SET version = version + :one',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: marshall({ ':one': 1 }),
  });

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (times: number[]): number =>
  Number((times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN).toFixed(3));

const residentMegabytes = (pid: number): number =>
  Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1024);

const folder = mkdtempSync(join(tmpdir(), 'table-bench-'));
const server = spawn(process.execPath, [join(import.meta.dirname, '../local/table/serve-folder.ts'), folder], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [url] = await once(server.stdout, 'data');
const client = clientOf(String(url).trim());
const pid = server.pid ?? 0;

const loadSeconds =
  (await milliseconds(async () => {
    for (const size of SIZES) await fill(client, size);
  })) / 1000;

const times = SIZES.map((size) => ({ size, query: [] as number[], update: [] as number[] }));
for (let n = 0; n < ROUNDS; n += 1) {
  for (const { size, query: queries, update } of times) {
    queries.push(await milliseconds(() => query(client, size, n)));
    update.push(await milliseconds(() => conditionalUpdate(client, size, n)));
  }
}

const before = residentMegabytes(pid);
for (let n = 0; n < QUERIES; n += 10) {
  await Promise.all(Array.from({ length: 10 }, (_, at) => query(client, 100_000, n + at)));
}
const after = residentMegabytes(pid);

console.log(
  JSON.stringify(
    {
      p50Milliseconds: times.map(({ size, query: queries, update }) => ({
        items: size,
        query: median(queries.slice(ROUNDS / 10)),
        conditionalUpdate: median(update.slice(ROUNDS / 10)),
      })),
      residentMegabytes: { before, after, queries: QUERIES },
      loadedItemsPerSecond: Math.round((SIZES[0] + SIZES[1]) / loadSeconds),
    },
    null,
    2,
  ),
);

client.destroy();
server.kill();
await once(server, 'exit');
rmSync(folder, { recursive: true });
