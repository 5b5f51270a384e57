import { marshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FakeClock } from '../../../local/clock.ts';
import { openTable } from '../../../local/table/open-table.ts';
import { CASES } from './fixture.ts';

const TableName = 'cases';
type Step = { sk: string; kind: 'put' | 'delete' | 'set' | 'unset' | 'expire'; owner: string; rank: number };

const steps = fc.array(
  fc.record<Step>({
    sk: fc.constantFrom('1', '2', '3'),
    kind: fc.constantFrom('put', 'delete', 'set', 'unset', 'expire'),
    owner: fc.constantFrom('a', 'b'),
    rank: fc.integer({ min: -3, max: 3 }),
  }),
  { maxLength: 30 },
);

/** The same step on a plain map of items: what the table ought to hold. */
function onModel(model: Map<string, Record<string, unknown>>, { sk, kind, owner, rank }: Step): void {
  const old = model.get(sk) ?? { pk: 'p', sk };
  if (kind === 'put') model.set(sk, { pk: 'p', sk, owner, day: 'd', rank, title: owner });
  if (kind === 'delete') model.delete(sk);
  if (kind === 'set') model.set(sk, { ...old, owner, rank });
  if (kind === 'unset') {
    const { owner: _, rank: __, ...rest } = old;
    model.set(sk, rest);
  }
  if (kind === 'expire') model.delete(sk);
}

test('whatever happens to items, the indexes hold exactly what they ought to', () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      const clock = new FakeClock(Date.parse('2026-01-01T00:00:00.000Z'));
      const table = openTable({ clock });
      table.execute('CreateTable', CASES);
      table.execute('UpdateTimeToLive', {
        TableName,
        TimeToLiveSpecification: { AttributeName: 'until', Enabled: true },
      });
      const model = new Map<string, Record<string, unknown>>();

      const names = { '#o': 'owner', '#r': 'rank' };
      for (const step of sequence) {
        const { sk, kind, owner, rank } = step;
        const Key = marshall({ pk: 'p', sk });
        const values = {
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: marshall({ ':o': owner, ':r': rank }),
        };
        if (kind === 'put') {
          table.execute('PutItem', { TableName, Item: marshall({ pk: 'p', sk, owner, day: 'd', rank, title: owner }) });
        } else if (kind === 'delete') table.execute('DeleteItem', { TableName, Key });
        else if (kind === 'set')
          table.execute('UpdateItem', { TableName, Key, UpdateExpression: 'SET #o = :o, #r = :r', ...values });
        else if (kind === 'unset') {
          table.execute('UpdateItem', {
            TableName,
            Key,
            UpdateExpression: 'REMOVE #o, #r',
            ExpressionAttributeNames: names,
          });
        } else {
          const until = marshall({ ':now': Math.floor(clock.now() / 1000) });
          const update = { UpdateExpression: 'SET #u = :now', ExpressionAttributeNames: { '#u': 'until' } };
          table.execute('UpdateItem', { TableName, Key, ...update, ExpressionAttributeValues: until });
          table.expire();
        }
        onModel(model, step);
      }

      const held = (IndexName?: string) => table.execute('Scan', { TableName, ...(IndexName && { IndexName }) });
      const items = [...model.values()];
      const byOwner = items.filter((item) => item.owner !== undefined);
      const byDay = items.filter((item) => item.day !== undefined && item.rank !== undefined);
      expect(held()).toMatchObject({
        Count: items.length,
        Items: expect.arrayContaining(items.map((item) => marshall(item))),
      });
      expect(held('by-owner')).toMatchObject({
        Count: byOwner.length,
        Items: expect.arrayContaining(byOwner.map((item) => marshall(item))),
      });
      const entries = byDay.map(({ owner: _, ...entry }) => marshall(entry));
      expect(held('by-day')).toMatchObject({ Count: entries.length, Items: expect.arrayContaining(entries) });
      table.close();
    }),
    { numRuns: 150 },
  );
});
