import { expect, it } from 'vitest';
import { offer, passOffer } from '../../domain/offers.ts';
import { plusMinutes } from '../../domain/time.ts';
import { accept } from '../../domain/triage.ts';
import { move, schedule } from '../../domain/turns.ts';
import { agreed } from '../support/world.ts';
import { giveTurn, holdSlot, openSession, STAFF, take } from './a-life.ts';
import { type DataWorld, inBothWorlds } from './both-worlds.ts';

const oneSlot = async (world: DataWorld) => {
  const official = world.context().office.officials[0]?.id ?? '';
  const [slot] = await world.slots.of(await openSession(world, official));
  if (!slot) throw new Error('A session has slots');
  return slot;
};

const forTenMinutes = (world: DataWorld) => {
  const at = world.clock.now();
  return { at, until: plusMinutes(at, 10) };
};

inBothWorlds((createWorld) => {
  it('gives one slot to one of two hundred who want it at once', async () => {
    const world = await createWorld();
    const { id } = await oneSlot(world);
    const wanted = Array.from({ length: 200 }, (_, number) =>
      world.slots.hold(world.city, id, `REQUEST${number}`, forTenMinutes(world)),
    );
    const outcomes = await Promise.all(wanted);
    const winners = outcomes.filter(({ agreed }) => agreed);
    expect(winners).toHaveLength(1);
    expect(new Set(outcomes.filter((outcome) => !outcome.agreed).map(({ reason }) => reason))).toEqual(
      new Set(['slot-gone']),
    );
    expect(winners).toEqual([{ agreed: true, value: await world.slots.find(world.city, id) }]);
  });

  it('lets the holder hold on, and another take it when the hold is over', async () => {
    const world = await createWorld();
    const { id } = await oneSlot(world);
    agreed(await world.slots.hold(world.city, id, 'FIRST', forTenMinutes(world)));
    world.clock.forward(9);
    const longer = agreed(await world.slots.hold(world.city, id, 'FIRST', forTenMinutes(world)));
    expect(longer.holdUntil).toBe(plusMinutes(world.clock.now(), 10));
    world.clock.forward(10);
    expect(agreed(await world.slots.hold(world.city, id, 'SECOND', forTenMinutes(world))).holder).toBe('SECOND');
    expect(await world.slots.hold(world.city, id, 'FIRST', forTenMinutes(world))).toMatchObject({
      reason: 'slot-gone',
    });
  });

  it('gives away no slot that has begun, and none that is not there', async () => {
    const world = await createWorld();
    const slot = await oneSlot(world);
    expect(await world.slots.hold(world.city, 'NONE', 'FIRST', forTenMinutes(world))).toMatchObject({
      reason: 'slot-gone',
    });
    world.clock.moveTo(slot.startsAt);
    expect(await world.slots.hold(world.city, slot.id, 'FIRST', forTenMinutes(world))).toMatchObject({
      reason: 'slot-gone',
    });
  });

  it('frees a hold that its holder gives up, and nobody else may', async () => {
    const world = await createWorld();
    const { id } = await oneSlot(world);
    const held = agreed(await world.slots.hold(world.city, id, 'FIRST', forTenMinutes(world)));
    await world.slots.release(world.city, id, 'SECOND');
    expect(await world.slots.find(world.city, id)).toEqual(held);
    await world.slots.release(world.city, id, 'FIRST');
    expect((await world.slots.find(world.city, id))?.holder).toBeUndefined();
    await world.slots.release(world.city, 'NONE', 'FIRST');
    expect(await world.slots.find(world.city, 'NONE')).toBeUndefined();
  });

  it('keeps for good the slot of a turn: holding it again and letting it go change nothing', async () => {
    const world = await createWorld();
    const { id, appointment } = await giveTurn(world, await world.submitRequest());
    const kept = await world.slots.find(world.city, appointment.slot);
    expect(kept).toMatchObject({ holder: id });
    expect(kept?.holdUntil).toBeUndefined();
    expect(await world.slots.hold(world.city, appointment.slot, id, forTenMinutes(world))).toEqual({
      agreed: true,
      value: kept,
    });
    await world.slots.release(world.city, appointment.slot, id);
    expect(await world.slots.find(world.city, appointment.slot)).toEqual(kept);
  });

  it('refuses a turn whose slot went to somebody else, and writes nothing of it', async () => {
    const world = await createWorld();
    const waiting = await take(world, accept(await world.submitRequest(), {}, world.context(STAFF)));
    const slot = await holdSlot(world, waiting, await openSession(world, waiting.official));
    world.clock.forward(11);
    agreed(await world.slots.hold(world.city, slot.id, 'FASTER', forTenMinutes(world)));
    const change = agreed(schedule(waiting, slot, world.context(STAFF)));
    expect(await world.requests.replace(change)).toMatchObject({ reason: 'slot-gone', details: { slot: slot.id } });
    expect(await world.requests.find(world.city, waiting.id)).toEqual(waiting);
    expect((await world.slots.find(world.city, slot.id))?.holder).toBe('FASTER');
  });

  it('takes a free slot with the turn that needs it; one that rests or that somebody has it refuses', async () => {
    const world = await createWorld();
    const waiting = await take(world, accept(await world.submitRequest(), {}, world.context(STAFF)));
    const session = await openSession(world, waiting.official);
    const [free, second] = await world.slots.of(session);
    if (!free || !second) throw new Error('The session has slots');
    const given = await take(world, schedule(waiting, free, world.context(STAFF)));
    expect(await world.slots.find(world.city, free.id)).toEqual({ ...free, holder: given.id });

    const other = await world.submitRequest({ official: waiting.official });
    const next = await take(world, accept(other, {}, world.context(STAFF)));
    await take(world, move(given, second, world.context(STAFF)));
    const tooEarly = agreed(schedule(next, free, world.context(STAFF)));
    expect(await world.requests.replace(tooEarly)).toMatchObject({ reason: 'slot-gone', details: { slot: free.id } });
    const taken = agreed(schedule(next, second, world.context(STAFF)));
    expect(await world.requests.replace(taken)).toMatchObject({ reason: 'slot-gone', details: { slot: second.id } });
    expect((await world.slots.find(world.city, second.id))?.holder).toBe(given.id);
  });

  it('gives the old slot back when a turn is moved: after its rest to the queue, and later to everybody', async () => {
    const world = await createWorld();
    const scheduled = await giveTurn(world, await world.submitRequest());
    const session = await world.sessions.find(world.city, scheduled.appointment.session);
    if (!session) throw new Error('The turn is in a session');
    const next = await holdSlot(world, scheduled, session, 2);
    await take(world, move(scheduled, next, world.context(STAFF)));
    const old = await world.slots.find(world.city, scheduled.appointment.slot);
    expect(old?.holder).toBeUndefined();
    const freeFrom = old?.freeFrom ?? '';
    expect(freeFrom > world.clock.now()).toBe(true);
    const early = await world.slots.hold(world.city, old?.id ?? '', 'FRIEND', forTenMinutes(world));
    expect(early).toMatchObject({ reason: 'slot-gone' });
    const hold = (forQueue: boolean) =>
      world.slots.hold(world.city, old?.id ?? '', 'FRIEND', { ...forTenMinutes(world), forQueue });
    world.clock.moveTo(freeFrom);
    expect(await hold(false)).toMatchObject({ reason: 'slot-gone' });
    expect(await hold(true)).toMatchObject({ agreed: true });
    await world.slots.release(world.city, old?.id ?? '', 'FRIEND');
    world.clock.moveTo(old?.openFrom ?? '');
    expect(await hold(false)).toMatchObject({ agreed: true });
  });

  it('lets an offer go whose slot somebody else has by now, and leaves it theirs', async () => {
    const world = await createWorld();
    const waiting = await take(world, accept(await world.submitRequest(), {}, world.context(STAFF)));
    const session = await openSession(world, waiting.official);
    const slots = [await holdSlot(world, waiting, session, 1), await holdSlot(world, waiting, session, 2)];
    const offered = await take(world, offer(waiting, slots, world.context(STAFF)));
    world.clock.forward(11);
    const [lost, kept] = slots.map(({ id }) => id);
    agreed(await world.slots.hold(world.city, lost ?? '', 'FASTER', forTenMinutes(world)));
    await take(world, passOffer(offered, world.context()));
    expect((await world.slots.find(world.city, lost ?? ''))?.holder).toBe('FASTER');
    expect((await world.slots.find(world.city, kept ?? ''))?.holder).toBeUndefined();
  });

  it('closes a free slot, also twice, and no slot that is taken', async () => {
    const world = await createWorld();
    const scheduled = await giveTurn(world, await world.submitRequest());
    const session = await world.sessions.find(world.city, scheduled.appointment.session);
    const [taken, free] = session ? await world.slots.of(session) : [];
    const close = (id = '') => world.slots.close(world.city, id, world.clock.now());
    expect(await close(taken?.id)).toMatchObject({ reason: 'slot-gone' });
    expect([await close(free?.id), await close(free?.id)]).toMatchObject([{ agreed: true }, { agreed: true }]);
    const hold = await world.slots.hold(world.city, free?.id ?? '', 'LATE', forTenMinutes(world));
    expect(hold).toMatchObject({ reason: 'slot-gone' });
    expect((await world.slots.of(session ?? fail())).map(({ id }) => id)).not.toContain(free?.id);
  });
});

const fail = (): never => {
  throw new Error('There is no session');
};
