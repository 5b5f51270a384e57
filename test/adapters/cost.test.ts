import { expect, it } from 'vitest';
import { CityTable } from '../../adapters/dynamo/city-table.ts';
import { searchRows } from '../../adapters/dynamo/search-steps.ts';
import { hotItemOf } from '../../adapters/dynamo/stored-request.ts';
import { confirmOrder, reportDone } from '../../domain/orders.ts';
import type { Request } from '../../domain/request.ts';
import { plusMinutes } from '../../domain/time.ts';
import { accept } from '../../domain/triage.ts';
import { agreed, openingOf } from '../support/world.ts';
import { holdMeeting, STAFF, take } from './a-life.ts';
import { createTableWorld } from './both-worlds.ts';

type TableWorld = Awaited<ReturnType<typeof createTableWorld>>;

/** Read and write units that something costs. */
const unitsOf = async ({ engine }: TableWorld, act: () => Promise<unknown>) => {
  engine.consumed.reset();
  await act();
  return engine.consumed.total();
};

/** Many requests on one desk and under one word, put into the table as they would lie there. */
const crowd = async (world: TableWorld, size: number): Promise<Request> => {
  const { request } = openingOf(world.context(), world.keys);
  const { units } = world.context().office;
  const many = Array.from({ length: size }, (_, number) => ({
    ...request,
    id: `CROWD${String(number).padStart(21, '0')}`,
    submittedAt: plusMinutes(request.submittedAt, number),
  }));
  const table = new CityTable(world.client, world.tableName);
  await table.load(many.map(hotItemOf));
  await table.load(many.flatMap((each) => searchRows(each, ['COMMON'], units)));
  return request;
};

it('reads the first page of a desk for the same units, whether 100 or 3,000 requests lie on it', async () => {
  const costs = [];
  for (const size of [100, 3000]) {
    const world = await createTableWorld();
    const { city, unit } = await crowd(world, size);
    const desk = { city, pile: 'triage', of: unit } as const;
    costs.push(await unitsOf(world, () => world.requests.list(desk, { limit: 25 })));
  }
  expect(costs[1]).toEqual(costs[0]);
  expect(costs[0]?.readUnits).toBeLessThanOrEqual(14);
});

it('finds a rare word beside a common one for the same units, whether 100 or 3,000 cases carry the common one', async () => {
  const costs = [];
  for (const size of [100, 3000]) {
    const world = await createTableWorld();
    await crowd(world, size);
    const { id } = await world.submitRequest({ keys: { readers: [], search: ['COMMON', 'RARE'] } });
    const search = async () => {
      const found = await world.search.find(world.city, ['COMMON', 'RARE'], 'hq', { limit: 10 });
      expect(found).toEqual({ items: [id] });
    };
    costs.push(await unitsOf(world, search));
  }
  expect(costs[1]).toEqual(costs[0]);
  expect(costs[0]?.readUnits).toBeLessThanOrEqual(2);
});

it('finds the cases of two common words by looking through the rows of both, not by asking for each case', async () => {
  const world = await createTableWorld();
  const request = await crowd(world, 1000);
  const { units } = world.context().office;
  const ids = Array.from({ length: 400 }, (_, number) => `CROWD${String(number * 2).padStart(21, '0')}`);
  const table = new CityTable(world.client, world.tableName);
  await table.load(ids.flatMap((id) => searchRows({ ...request, id }, ['USUAL'], units)));
  const search = async () => {
    const { items } = await world.search.find(world.city, ['COMMON', 'USUAL'], 'hq', { limit: 10 });
    expect(items).toEqual(ids.slice(0, 10));
  };
  expect((await unitsOf(world, search)).readUnits).toBeLessThanOrEqual(4);
});

it('asks for nothing that is not overdue', async () => {
  const costs = [];
  for (const size of [100, 3000]) {
    const world = await createTableWorld();
    await crowd(world, size);
    costs.push(await unitsOf(world, () => world.requests.withOverdueOrders(world.city, world.clock.now(), 100)));
  }
  expect(costs).toEqual([
    { readUnits: 0.5, writeUnits: 0 },
    { readUnits: 0.5, writeUnits: 0 },
  ]);
});

it('reads a request for one strong unit', async () => {
  const world = await createTableWorld();
  const { city, id } = await world.submitRequest();
  expect(await unitsOf(world, () => world.requests.find(city, id))).toEqual({ readUnits: 1, writeUnits: 0 });
});

it('reads a request or a case that may lag for half a unit', async () => {
  const world = await createTableWorld();
  const { city, id } = await world.submitRequest();
  const lagging = { mayLag: true };
  expect((await unitsOf(world, () => world.requests.find(city, id, lagging))).readUnits).toBe(0.5);
  expect((await unitsOf(world, () => world.caseFiles.read(city, id, lagging))).readUnits).toBe(0.5);
  expect((await unitsOf(world, () => world.caseFiles.read(city, id))).readUnits).toBe(1);
});

it('pays for a decision what it changes', async () => {
  const world = await createTableWorld();
  const request = await world.submitRequest();
  world.clock.forward(1);
  const accepted = await unitsOf(world, () => take(world, accept(request, {}, world.context(STAFF))));
  // Request, wait item, timeline with its letter, mark of the queue: each twice, as a transaction. To another pile 2, the
  // switch 2, a letter due 1.
  expect(accepted).toEqual({ readUnits: 0, writeUnits: 2 * 4 + 2 + 2 + 1 });
});

it('pays for a submission its nine items', async () => {
  const world = await createTableWorld();
  // Request, code, wait item, content with the applicant, timeline with its letter, four words. On the desk 1, the switch 1, a letter due 1.
  expect(await unitsOf(world, () => world.submitRequest())).toEqual({ readUnits: 0, writeUnits: 2 * 9 + 3 });
});

it('tells a place for the same units, whether 300 or 3,000 wait, and finds no queue that nothing has happened to', async () => {
  const costs = [];
  for (const size of [300, 3000]) {
    const world = await createTableWorld();
    const { request } = openingOf(world.context(), world.keys);
    const accepted = accept(request, {}, world.context(STAFF));
    if (!accepted.agreed) throw new Error('It is accepted');
    const many = Array.from({ length: size }, (_, number) => ({
      ...accepted.value.after,
      id: `CROWD${String(number).padStart(21, '0')}`,
    }));
    await new CityTable(world.client, world.tableName).load(many.map(hotItemOf));
    const { city, official } = request;
    costs.push({
      place: await unitsOf(world, () => world.requests.line(city, official, 200)),
      marks: await unitsOf(world, () => world.queues.due(city, world.clock.now(), 500)),
    });
  }
  expect(costs[1]).toEqual(costs[0]);
  expect(costs[0]?.place.readUnits).toBeLessThanOrEqual(6);
  expect(costs[0]?.marks).toEqual({ readUnits: 0.5, writeUnits: 0 });
});

it('pays for asking once more its place in the index: written with the closing, sent two months later', async () => {
  const world = await createTableWorld();
  const open = await holdMeeting(world, [{ text: 'Mend it.', unit: 'homes' }]);
  const report = { order: 1, proof: { letterNumber: '7' } };
  const reported = await take(world, reportDone(open, report, world.context(STAFF)));
  const closing = agreed(confirmOrder(reported, 1, world.context()));
  const { writeUnits } = await unitsOf(world, () => world.requests.replace(closing));
  // Request, order, wait item, timeline with its two letters: each twice. Due 1, out of the switch 1, off the desk 1.
  expect(writeUnits).toBe(2 * 4 + 1 + 1 + 1);
  for (const each of await world.letters.due(world.city, world.clock.now(), 100)) {
    await world.letters.settle([{ letter: each, result: 'sent' }], world.clock.now());
  }

  world.clock.forward(60 * 24 * 60);
  const [asked] = (await world.letters.due(world.city, world.clock.now(), 100)).filter(
    ({ template }) => template === 'still-done',
  );
  if (!asked) throw new Error('Its day has come');
  const sent = await unitsOf(world, async () => {
    await world.letters.claim(asked, world.clock.now());
    await world.letters.settle([{ letter: { ...asked, attempts: 1 }, result: 'sent' }], world.clock.now());
  });
  // Claimed: the letter 1, its place in the index stays. Settled: the letter 1, out of the index 1.
  expect(sent).toMatchObject({ writeUnits: 3 });
});
