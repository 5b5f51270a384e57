import { expect, it } from 'vitest';
import { passOffer } from '../../domain/offers.ts';
import type { Request } from '../../domain/request.ts';
import { accept } from '../../domain/triage.ts';
import { findUnfairDraw } from '../../domain/unfair-draw.ts';
import { run as runAllocation } from '../../functions/scheduled/allocate-turns.ts';
import { run as chain, sha256 } from '../../functions/scheduled/chain-ledger.ts';
import { MemoryWorkflow } from '../support/memory/memory-workflow.ts';
import { agreed } from '../support/world.ts';
import { openSession, STAFF, take } from './a-life.ts';
import { type DataWorld, inBothWorlds } from './both-worlds.ts';

const FIRST_COME = 'harbour-alderman';
const CLASSES = 'homes-director';
const DRAW = 'hq-mayor';

const allocate = (world: DataWorld) => runAllocation({ ...world, workflow: new MemoryWorkflow() });

const declaring = (declared: string) => ({
  content: {
    text: 'A matter of weight.',
    documents: [],
    fingerprint: 'F',
    priority: { class: declared, shown: 'A card' },
  },
});

/** So many people wait for a post, each having asked a minute after the one before. */
const gather = async (world: DataWorld, official: string, declared: readonly (string | undefined)[]) => {
  const crowd: Request[] = [];
  for (const priority of declared) {
    const asked = await world.submitRequest({ official, ...(priority && declaring(priority)) });
    const said = priority ? { priority: { confirmed: true, text: 'Seen.' } } : {};
    crowd.push(await take(world, accept(asked, said, world.context(STAFF))));
    world.clock.forward(1);
  }
  return crowd;
};
const nobodySpecial = (count: number) => Array.from({ length: count }, () => undefined);
const statuses = async (world: DataWorld, crowd: readonly Request[]) =>
  Promise.all(crowd.map(async ({ id }) => (await world.requests.find(world.city, id))?.status));
/** Two regular turns, one urgent, one for walk-ins. */
const smallSession = (world: DataWorld, official: string, on = '2026-06-22') =>
  openSession(world, official, { on, from: '10:00', to: '10:50' });

inBothWorlds((createWorld) => {
  it('offers the free regular turns to the heads of the queue, in its order, once', async () => {
    const world = await createWorld();
    const crowd = await gather(world, FIRST_COME, nobodySpecial(4));
    await smallSession(world, FIRST_COME);
    world.clock.forward(1);
    expect(await allocate(world)).toEqual({ offered: 2, missed: 0, failed: 0 });
    expect(await statuses(world, crowd)).toEqual(['offered', 'offered', 'waiting', 'waiting']);
    world.clock.forward(1);
    expect(await allocate(world)).toEqual({ offered: 0, missed: 0, failed: 0 });
  });

  it('offers a turn that was passed to the next one, after its rest', async () => {
    const world = await createWorld();
    const crowd = await gather(world, FIRST_COME, nobodySpecial(3));
    await smallSession(world, FIRST_COME);
    world.clock.forward(1);
    await allocate(world);
    const [first, , third] = crowd;
    const offered = first && (await world.requests.find(world.city, first.id));
    if (!offered || !third) throw new Error('Three wait');
    await take(world, passOffer(offered, world.context()));
    world.clock.forward(2);
    expect((await allocate(world)).offered).toBe(0);
    world.clock.forward(60);
    expect((await allocate(world)).offered).toBe(1);
    // Who passes once keeps the place, and it is before the third.
    expect(await statuses(world, crowd)).toEqual(['offered', 'offered', 'waiting']);
  });

  it('takes confirmed priority classes first, in the order of the city, and nobody by a mere declaration', async () => {
    const world = await createWorld();
    const crowd = await gather(world, CLASSES, [undefined, 'court-date', 'disability']);
    const declared = await world.submitRequest({ official: CLASSES, ...declaring('disability') });
    const refused = { priority: { confirmed: false, text: 'The card has ended.' } };
    crowd.push(await take(world, accept(declared, refused, world.context(STAFF))));
    const line = await world.requests.line(world.city, CLASSES, 10);
    expect(line.map(({ id }) => crowd.findIndex((one) => one.id === id))).toEqual([2, 1, 0, 3]);
  });

  it('finds nothing to do where nothing is marked, however many wait', async () => {
    const world = await createWorld();
    await gather(world, FIRST_COME, nobodySpecial(3));
    world.clock.forward(5);
    await allocate(world);
    expect(await world.queues.due(world.city, world.clock.now(), 10)).toEqual([]);
  });

  it('never offers a turn twice when two run at once', async () => {
    const world = await createWorld();
    const crowd = await gather(world, FIRST_COME, nobodySpecial(6));
    const session = await smallSession(world, FIRST_COME);
    world.clock.forward(1);
    await Promise.all([allocate(world), allocate(world), allocate(world)]);
    world.clock.forward(5);
    await allocate(world);
    expect((await statuses(world, crowd)).filter((status) => status === 'offered')).toHaveLength(2);
    const held = (await world.slots.of(session)).flatMap(({ holder }) => holder ?? []);
    expect(new Set(held).size).toBe(2);
  });

  it('draws where more ask than there are turns: announced first, and proven by the ledger afterwards', async () => {
    const world = await createWorld();
    const crowd = await gather(world, DRAW, nobodySpecial(5));
    await smallSession(world, DRAW);
    world.clock.forward(1);
    expect((await allocate(world)).offered).toBe(0);
    await chain(world);
    world.clock.forward(24 * 60);
    expect((await allocate(world)).offered).toBe(2);
    expect((await statuses(world, crowd)).filter((status) => status === 'offered')).toHaveLength(2);
    await chain(world);
    const lines = await world.ledger.list({ city: world.city, official: DRAW }, { limit: 50, after: 0 });
    expect(lines.map(({ act }) => act)).toEqual(['draw-announced', 'drawn', 'offered', 'offered']);
    expect(findUnfairDraw(lines, sha256)).toBeUndefined();
    expect(lines[1]?.draw?.drawn?.pool).toHaveLength(5);
  });

  it('lets nobody draw before the announcement is in the chain', async () => {
    const world = await createWorld();
    await gather(world, DRAW, nobodySpecial(4));
    await smallSession(world, DRAW);
    world.clock.forward(1);
    await allocate(world);
    world.clock.forward(24 * 60);
    expect((await allocate(world)).offered).toBe(0);
    await chain(world);
    world.clock.forward(1);
    expect((await allocate(world)).offered).toBe(2);
  });

  it('keeps wishes for an earlier turn in the order of the queue, each once', async () => {
    const world = await createWorld();
    const post = { city: world.city, official: DRAW };
    const wish = (request: string, since: string) => ({
      ...{ ...post, request, since, offers: 0, endsAt: '2026-07-01T10:00:00.000Z', version: 1 },
    });
    const [first, second] = [wish('B', '2026-06-01T10:00:00.000Z'), wish('A', '2026-06-02T10:00:00.000Z')];
    for (const one of [second, first, second]) await world.earlierWishes.add(one);
    const asked = { ...second, offers: 1, version: 2 };
    expect([await world.earlierWishes.save(asked), await world.earlierWishes.save(asked)]).toEqual([true, false]);
    expect(await world.earlierWishes.of(post, 5)).toEqual([first, asked]);
    expect(await world.earlierWishes.has(first)).toBe(true);
    await world.earlierWishes.remove(first);
    expect(await world.earlierWishes.has(first)).toBe(false);
    expect(await world.earlierWishes.of(post, 5)).toEqual([asked]);
  });

  it('writes where the draws stand only over what was read', async () => {
    const world = await createWorld();
    const post = { city: world.city, official: DRAW };
    const next = { ...(await world.queues.draws(post)), number: 1, version: 1 };
    agreed(await world.queues.saveDraws(post, next));
    expect(await world.queues.saveDraws(post, next)).toMatchObject({ agreed: false, reason: 'changed-meanwhile' });
    expect(await world.queues.draws(post)).toMatchObject({ number: 1 });
  });
});
