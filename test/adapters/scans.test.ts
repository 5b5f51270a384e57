import { expect, it } from 'vitest';
import { announce, redact, refuseScan, type Scan, takeUp } from '../../domain/scan.ts';
import { type DataWorld, inBothWorlds } from './both-worlds.ts';

const scanOf = ({ city, clock }: DataWorld, id: string): Scan =>
  announce({ city, id, name: 'orders.png', type: 'image/png', size: 1000, by: 'secretary.harbour' }, clock.now());

/** A scan with all that can be known of one. */
const fullScan = (world: DataWorld, id: string): Scan => {
  const by = { username: 'secretary.harbour', role: 'secretary', unit: 'harbour', at: world.clock.now() };
  const box = { page: 1, x: 0, y: 0, width: 10, height: 10 };
  const ready: Scan = {
    ...scanOf(world, id),
    ...{ state: 'ready', request: 'R', pages: [{ width: 1414, height: 2000 }], boxes: [box] },
    ...{ made: { edition: 1, boxes: [box] }, transcript: { text: 'Repair it.', by }, replacedBy: 'C' },
  };
  const redacted = redact(ready, { edition: 1, blackouts: [{ ...box, reason: 'health' }] }, by);
  if (!redacted.agreed) throw new Error(redacted.reason);
  return redacted.value;
};

inBothWorlds((createWorld) => {
  it('keeps a scan as it was announced, once, and as it stands later', async () => {
    const world = await createWorld();
    const scan = scanOf(world, 'A');
    await world.scans.add(scan);
    await world.scans.add({ ...scan, name: 'other.png' });
    expect(await world.scans.find(world.city, 'A')).toEqual(scan);
    expect(await world.scans.find('tehran', 'A')).toBeUndefined();
    const full = fullScan(world, 'B');
    await world.scans.add(full);
    expect(await world.scans.several(world.city, ['B', 'NONE', 'A'])).toEqual([full, scan]);
  });

  it('lists those that something is to be done about when they are due, the longest waiting first', async () => {
    const world = await createWorld();
    await world.scans.add(scanOf(world, 'A'));
    world.clock.forward(1);
    await world.scans.add(scanOf(world, 'B'));
    const due = async (limit: number) =>
      (await world.scans.due(world.city, world.clock.now(), limit)).map(({ id }) => id);
    expect(await due(5)).toEqual(['A']);
    world.clock.forward(1);
    expect([await due(5), await due(1)]).toEqual([['A', 'B'], ['A']]);
    expect(await world.scans.due('tehran', world.clock.now(), 5)).toEqual([]);
  });

  it('lets one of two runs take a scan up, and forgets a refused one as work', async () => {
    const world = await createWorld();
    const scan = scanOf(world, 'A');
    await world.scans.add(scan);
    const taken = takeUp(scan, world.clock.now());
    expect([await world.scans.save(taken), await world.scans.save(taken)]).toEqual([true, false]);
    const refused = refuseScan(taken, 'damaged');
    expect(await world.scans.save(refused)).toBe(true);
    world.clock.forward(60);
    expect(await world.scans.due(world.city, world.clock.now(), 5)).toEqual([]);
    expect(await world.scans.find(world.city, 'A')).toEqual(refused);
  });
});
