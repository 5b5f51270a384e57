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

  it('lists what was ever put on a day, for the official and for the venue, once for each time', async () => {
    const world = await createWorld();
    const [official] = world.context().office.officials;
    const session = { ...(await openSession(world, official?.id ?? '')), ofVenueDay: 1 };
    const second = { ...session, id: 'second', official: 'hq-deputy', ofDay: 1 };
    expect((await world.sessions.add(second, [])).agreed).toBe(true);
    expect(await world.sessions.add({ ...second, id: 'third', official: 'homes-director' }, [])).toMatchObject({
      reason: 'changed-meanwhile',
    });
    const ids = async (of: Parameters<typeof world.sessions.onDay>[1], on = session.on) =>
      (await world.sessions.onDay(world.city, of, on)).map(({ id }) => id);
    expect(await ids({ official: session.official })).toEqual([session.id]);
    expect(await ids({ venue: session.venue })).toEqual(['second']);
    expect(await ids({ venue: session.venue }, '2026-06-23')).toEqual([]);

    const later = { ...second, startsAt: '2026-06-22T12:00:00.000Z', endsAt: '2026-06-22T14:00:00.000Z', version: 2 };
    agreed(await world.sessions.rearrange(second, { ...later, ofDay: 2, ofVenueDay: 2 }));
    expect(await ids({ venue: session.venue })).toEqual(['second', 'second']);
  });

  it('lists a session that was moved where it is now, and only there; of two moves at once one is refused', async () => {
    const world = await createWorld();
    const [official] = world.context().office.officials;
    const session = await openSession(world, official?.id ?? '');
    const moved = {
      ...{ ...session, on: '2026-06-24', ofDay: 1, version: 2 },
      ...{ startsAt: '2026-06-24T09:00:00.000Z', endsAt: '2026-06-24T11:00:00.000Z' },
    };
    const both = await Promise.all([
      world.sessions.rearrange(session, moved),
      world.sessions.rearrange(session, { ...moved, ofDay: 2 }),
    ]);
    expect(both.filter(({ agreed: ok }) => ok)).toHaveLength(1);
    expect(both.find(({ agreed: ok }) => !ok)).toMatchObject({ reason: 'changed-meanwhile' });
    const listed = await world.sessions.list(world.city, session.official, world.clock.now(), 5);
    expect(listed.map(({ startsAt }) => startsAt)).toEqual([moved.startsAt]);
  });

  it('finds the sessions at which a post sits in, as long as it does', async () => {
    const world = await createWorld();
    const [official] = world.context().office.officials;
    const attendees = [{ post: 'hq-deputy' }, { name: 'An engineer' }];
    const session = await openSession(world, official?.id ?? '', { attendees });
    const attended = (on: string) => world.sessions.attendedBy(world.city, 'hq-deputy', on);
    expect(await attended(session.on)).toEqual([session]);
    expect(await attended('2026-06-23')).toEqual([]);
    agreed(await world.sessions.rearrange(session, { ...session, attendees: [], version: 2 }));
    expect(await attended(session.on)).toEqual([]);
  });

  it('opens the slots of a session that is published, and moves them with it, whoever has them', async () => {
    const world = await createWorld();
    const session = await openSession(world, world.context().office.officials[0]?.id ?? '', { publish: 'by-hand' });
    const [first, second] = await world.slots.of(session);
    if (!first || !second) throw new Error('A session has slots');
    const times = { at: world.clock.now(), until: session.startsAt };
    expect(await world.slots.hold(world.city, first.id, 'somebody', times)).toMatchObject({ reason: 'slot-gone' });
    await world.slots.open(world.city, first.id, times.at);
    const held = agreed(await world.slots.hold(world.city, first.id, 'somebody', times));
    await world.slots.open(world.city, first.id, times.at);

    const now = { startsAt: '2026-06-22T12:00:00.000Z', endsAt: '2026-06-22T12:10:00.000Z' };
    await world.slots.shift({ ...held, ...now });
    expect(await world.slots.find(world.city, first.id)).toEqual({ ...held, ...now });
    await world.slots.shift({ ...second, ...now, freeFrom: now.startsAt });
    expect(await world.slots.find(world.city, second.id)).toEqual({ ...second, ...now, freeFrom: now.startsAt });
    await world.slots.shift({ ...second, id: 'nothing' });
    expect(await world.slots.find(world.city, 'nothing')).toBeUndefined();
  });
});
