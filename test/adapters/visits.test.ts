import { expect, it } from 'vitest';
import { expectedVisit } from '../../domain/visit.ts';
import { agreed } from '../support/world.ts';
import { giveTurn } from './a-life.ts';
import { createTableWorld, inBothWorlds } from './both-worlds.ts';

inBothWorlds((createWorld) => {
  it('keeps the visits of a session beside it, each written only from the version that was read', async () => {
    const world = await createWorld();
    const scheduled = await giveTurn(world, await world.submitRequest());
    const { session } = scheduled.appointment;
    expect(await world.visits.ofDay(world.city, session)).toMatchObject({ session: { id: session }, visits: [] });
    const arrived = { ...expectedVisit(scheduled, scheduled.appointment), arrivedAt: world.clock.now(), version: 1 };
    agreed(await world.visits.save(arrived));
    expect(await world.visits.save(arrived)).toMatchObject({ reason: 'changed-meanwhile' });
    const called = { ...arrived, calledAt: world.clock.now(), room: '2', version: 2 };
    agreed(await world.visits.save(called));
    expect(await world.visits.save(called)).toMatchObject({ reason: 'changed-meanwhile' });
    expect((await world.visits.ofDay(world.city, session, { strong: true }))?.visits).toEqual([called]);
    expect(await world.visits.ofDay(world.city, 'another')).toBeUndefined();
  });
});

it('costs half a read unit to look at a day of twelve turns', async () => {
  const world = await createTableWorld();
  const scheduled = await giveTurn(world, await world.submitRequest());
  const { session } = scheduled.appointment;
  for (let number = 1; number <= 12; number += 1) {
    const visit = expectedVisit(scheduled, scheduled.appointment);
    agreed(await world.visits.save({ ...visit, number, arrivedAt: world.clock.now(), version: 1 }));
  }
  world.engine.consumed.reset();
  expect((await world.visits.ofDay(world.city, session))?.visits).toHaveLength(12);
  expect(world.engine.consumed.total().readUnits).toBeLessThanOrEqual(1);
});
