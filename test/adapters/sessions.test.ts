import { expect, it } from 'vitest';
import { agreed } from '../support/world.ts';
import { openSession } from './a-life.ts';
import { inBothWorlds } from './both-worlds.ts';

inBothWorlds((createWorld) => {
  it('opens a session with its slots, once', async () => {
    const world = await createWorld();
    const [official] = world.context().office.officials;
    const session = await openSession(world, official?.id ?? '');
    const slots = await world.slots.of(session);
    expect(await world.sessions.find(world.city, session.id)).toEqual(session);
    expect(slots.map(({ number }) => number)).toEqual(Array.from({ length: session.slots }, (_, index) => index + 1));
    expect(await world.sessions.add(session, slots)).toMatchObject({ reason: 'already-recorded' });
  });

  it('opens one of two sessions that were planned for one day in ignorance of each other', async () => {
    const world = await createWorld();
    const [official] = world.context().office.officials;
    const session = await openSession(world, official?.id ?? '');
    const other = { ...session, id: 'another-one' };
    expect(await world.sessions.add(other, [])).toMatchObject({ reason: 'changed-meanwhile' });
    expect(await world.sessions.find(world.city, other.id)).toBeUndefined();
    expect((await world.sessions.add({ ...other, ofDay: 2 }, [])).agreed).toBe(true);
  });

  it('lists the sessions of an official from a moment on, the next first', async () => {
    const world = await createWorld();
    const [first, second] = world.context().office.officials;
    const days = ['2026-07-06', '2026-06-22', '2026-06-29'];
    for (const on of days) await openSession(world, first?.id ?? '', { on });
    await openSession(world, second?.id ?? '', { on: '2026-06-22' });
    const from = '2026-06-23T00:00:00.000Z';
    const listed = await world.sessions.list(world.city, first?.id ?? '', from, 10);
    expect(listed.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual(['2026-06-29', '2026-07-06']);
    expect(await world.sessions.list(world.city, first?.id ?? '', from, 1)).toEqual(listed.slice(0, 1));
  });

  it('changes a session only from the version that was read', async () => {
    const world = await createWorld();
    const session = await openSession(world, world.context().office.officials[0]?.id ?? '');
    const cancelled = { ...session, cancelledAt: world.clock.now(), version: session.version + 1 };
    agreed(await world.sessions.replace(cancelled));
    expect(await world.sessions.replace(cancelled)).toMatchObject({ reason: 'changed-meanwhile' });
    expect(await world.sessions.find(world.city, session.id)).toEqual(cancelled);
    expect(await world.sessions.list(world.city, session.official, world.clock.now(), 5)).toEqual([cancelled]);
  });
});
