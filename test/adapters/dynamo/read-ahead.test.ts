import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { CityTable } from '../../../adapters/dynamo/city-table.ts';
import { countSdkCalls } from '../../bench/cost/sdk-calls.ts';
import { createTableWorld } from '../both-worlds.ts';

const Noted = z.object({ value: z.string() });
const keyOf = (sk: string) => ({ pk: 'somewhere', sk });
const strong = { strong: true };

const openTable = async () => {
  const world = await createTableWorld();
  const table = new CityTable(world.client, world.tableName);
  await table.load(['a', 'b', 'c'].map((sk) => ({ ...keyOf(sk), value: `${sk}1` })));
  return table;
};

it('reads what was foreseen together with what is read first', async () => {
  const table = await openTable();
  const read: unknown[] = [];
  const { calls } = await countSdkCalls(() =>
    table.foreseeing([keyOf('b'), keyOf('nowhere')], async () => {
      for (const sk of ['a', 'b', 'nowhere']) read.push(await table.get(keyOf(sk), Noted, strong));
    }),
  );
  expect(read).toEqual([{ value: 'a1' }, { value: 'b1' }, undefined]);
  expect(calls).toBe(1);
});

it('tells each once, and what was written meanwhile not at all', async () => {
  const table = await openTable();
  const change = { update: 'SET #value = :value', values: { ':value': 'new' } };
  await table.foreseeing([keyOf('b'), keyOf('c')], async () => {
    await table.get(keyOf('b'), Noted, strong);
    await table.update(keyOf('c'), change, Noted);
    expect(await table.get(keyOf('c'), Noted, strong)).toEqual({ value: 'new' });
    await table.write([{ update: keyOf('b'), by: change }]);
    expect(await table.get(keyOf('b'), Noted, strong)).toEqual({ value: 'new' });
  });
});

it('knows what a write has left behind, within the call that wrote', async () => {
  const table = await openTable();
  const told = await table.foreseeing([], async () => {
    table.knows({ ...keyOf('a'), value: 'left' });
    return [await table.get(keyOf('a'), Noted, strong), await table.get(keyOf('a'), Noted, strong)];
  });
  expect(told).toEqual([{ value: 'left' }, { value: 'a1' }]);
  expect(await table.foreseen(keyOf('a'), Noted)).toBeUndefined();
});
