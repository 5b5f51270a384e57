import { expect, test } from 'vitest';
import { run } from '../../../functions/scheduled/anchor-ledger.ts';
import { run as chain } from '../../../functions/scheduled/chain-ledger.ts';
import { acceptIt, toScheduled } from '../../support/lives.ts';
import { createWorld } from '../../support/world.ts';

const OFFICIAL = 'harbour-alderman';
const POST = { city: 'eastmere', official: OFFICIAL };

test('the head of each ledger that has lines is noted once a day', async () => {
  const world = await createWorld();
  expect(await run(world)).toMatchObject({ noted: 0, failed: 0 });
  await toScheduled(world, await world.submitRequest({ official: OFFICIAL }), 1);
  await chain(world);
  expect(await run(world)).toMatchObject({ noted: 1, failed: 0 });
  expect(await run(world)).toMatchObject({ noted: 0, failed: 0 });
  const head = await world.ledger.head(POST);
  expect(await world.anchors.list(POST, { limit: 5 })).toEqual([
    { ...head, on: '2026-06-08', notedAt: world.clock.now() },
  ]);
  world.clock.forward(24 * 60);
  expect(await run(world)).toMatchObject({ noted: 1 });
});

test('a post whose head cannot be noted stops no other', async () => {
  const world = await createWorld();
  const other = world.office().officials.find(({ id }) => id !== OFFICIAL)?.id ?? '';
  for (const official of [OFFICIAL, other]) {
    await acceptIt(world, await world.submitRequest({ official }));
  }
  await toScheduled(world, await world.submitRequest({ official: OFFICIAL }), 1);
  await chain(world);
  const anchors = {
    note: async () => {
      throw new Error('The bucket is away.');
    },
    list: async () => [],
  };
  expect(await run({ ...world, anchors })).toMatchObject({ noted: 0, failed: 1 });
});
