import { expect, it } from 'vitest';
import type { Digest } from '../../domain/digest.ts';
import { staff } from '../../domain/owner.ts';
import { type DataWorld, inBothWorlds } from './both-worlds.ts';

const digestOf = ({ city, clock }: Pick<DataWorld, 'city' | 'clock'>, more: Partial<Digest> = {}): Digest => ({
  ...{ city, username: 'manager.harbour', on: '2026-06-08', at: clock.now() },
  lines: [{ key: 'a.1', kind: 'climbed', to: staff('unit-manager', 'harbour'), unit: 'harbour', order: 1 }],
  ...more,
});

inBothWorlds((createWorld) => {
  it('keeps one digest of a person a day, whoever writes it first', async () => {
    const { digests, ...world } = await createWorld();
    const first = digestOf(world);
    await digests.add(first, { mailed: false });
    const again = await digests.add({ ...first, lines: [] }, { mailed: false });
    expect(again).toEqual({ ...first, attempts: 0 });
    await digests.add(digestOf(world, { on: '2026-06-09' }), { mailed: false });
    expect((await digests.of(world.city, first.username, 5)).map(({ on }) => on)).toEqual(['2026-06-09', '2026-06-08']);
    expect((await digests.of(world.city, first.username, 1)).map(({ on }) => on)).toEqual(['2026-06-09']);
    expect(await digests.of('tehran', first.username, 1)).toEqual([]);
  });

  it('lets one sender send what goes out by e-mail, and keeps it due until it has gone', async () => {
    const { digests, clock, city } = await createWorld();
    await digests.add(digestOf({ clock, city }, { username: 'no.mail' }), { mailed: false });
    const digest = await digests.add(digestOf({ clock, city }), { mailed: true });
    expect(await digests.due(city, clock.now(), 5)).toEqual([digest]);
    expect([await digests.claim(digest, clock.now()), await digests.claim(digest, clock.now())]).toEqual([true, false]);
    expect(await digests.due(city, clock.now(), 5)).toEqual([]);
    clock.forward(1);
    const [claimed] = await digests.due(city, clock.now(), 5);
    if (!claimed) throw new Error('It is due again after its back-off');
    expect(claimed.attempts).toBe(1);
    await digests.settle(claimed, 'failed');
    expect(await digests.due(city, clock.now(), 5)).toEqual([{ ...claimed, result: 'failed' }]);
    await digests.settle(claimed, 'sent');
    expect(await digests.due(city, clock.now(), 5)).toEqual([]);
    expect((await digests.of(city, digest.username, 1))[0]?.result).toBe('sent');
  });

  it('remembers on which day which units were told', async () => {
    const { digests, city } = await createWorld();
    const many = Array.from({ length: 120 }, (_, number) => `unit-${number}`);
    await digests.noteTold(city, '2026-06-08', many);
    await digests.noteTold(city, '2026-06-08', ['unit-1']);
    expect((await digests.toldUnits(city, '2026-06-08')).toSorted()).toEqual(many.toSorted());
    expect(await digests.toldUnits(city, '2026-06-09')).toEqual([]);
  });
});
