import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { COUNTER, DAYS, dayOf, type Item, MARK, PILES, pileOf, readAll, readItem } from './items.ts';
import type { Ledger } from './ledger.ts';

/**
 * Holds the rows of both indexes against the items of the table, both ways, and the transactions' counter against their marks.
 * Nobody may write meanwhile.
 */
export const checkIndexes = async (
  table: DynamoDBClient,
  partitions: readonly string[],
  ledger: Ledger,
): Promise<void> => {
  const items: Item[] = [];
  for (const partition of partitions) items.push(...(await readAll(table, partition)));

  const compare = async (index: 'inbox' | 'due', keys: readonly string[], row: (item: Item) => Item | undefined) => {
    const rows: Item[] = [];
    for (const key of keys) rows.push(...(await readAll(table, key, index)));
    const found = rows.map(textOf);
    const wanted = items
      .map(row)
      .filter((one) => one !== undefined)
      .map(textOf);
    for (const wrong of differences(found, wanted)) ledger.wrong('wrongIndexRows', `${index} ${wrong}`);
  };
  await compare('inbox', numbers(PILES).map(pileOf), ({ pk, sk, inboxKey, inboxSort }) =>
    inboxKey === undefined ? undefined : { pk, sk, inboxKey, inboxSort },
  );
  await compare('due', numbers(DAYS).map(dayOf), ({ pk, sk, dueKey, dueAt }) =>
    dueKey === undefined ? undefined : { pk, sk, dueKey, dueAt },
  );

  const marks = items.filter(({ sk }) => String(sk).startsWith(MARK)).length;
  const total = (await readItem(table, COUNTER))?.raised ?? 0;
  if (total !== marks) ledger.wrong('lostWrites', `${marks} transactions have left a mark, ${total} were counted`);
};

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);

const textOf = (item: Item): string => JSON.stringify(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Rows that stand on one side only, or twice on one. */
const differences = (found: readonly string[], wanted: readonly string[]): string[] => {
  const counts = new Map<string, number>();
  for (const row of wanted) counts.set(row, (counts.get(row) ?? 0) + 1);
  for (const row of found) counts.set(row, (counts.get(row) ?? 0) - 1);
  return [...counts].flatMap(([row, count]) => (count === 0 ? [] : [`${count > 0 ? 'lacks' : 'has too much'} ${row}`]));
};
