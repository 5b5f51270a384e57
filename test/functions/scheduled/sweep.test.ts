import { describe, expect, test } from 'vitest';
import { plusSeconds } from '../../../domain/time.ts';
import { run } from '../../../functions/scheduled/sweep.ts';
import { createWorld } from '../../support/world.ts';

describe('The sweeper', () => {
  test('leaves alone what was written less than a minute ago, and revives it after that', async () => {
    const world = await createWorld();
    const request = await world.submitRequest();

    world.clock.moveTo(plusSeconds(request.submittedAt, 59));
    const early = await run(world);
    world.clock.moveTo(plusSeconds(request.submittedAt, 60));
    const due = await run(world);

    expect(early.started).toBe(0);
    expect(due.started).toBe(1);
    expect(world.waits.revived).toEqual([request.id]);
  });

  test('waits longer each time it comes back to the same request', async () => {
    const world = await createWorld();
    await world.submitRequest();

    const minutes: number[] = [];
    for (let minute = 1; minute <= 300; minute += 1) {
      world.clock.forward(1);
      if ((await run(world)).started > 0) minutes.push(minute);
    }

    const gaps = minutes.slice(1).map((minute, index) => minute - (minutes[index] ?? 0));
    expect(gaps).toEqual([2, 3, 5, 9, 17, 33, 65, 129]);
  });

  test('goes on with the others when one cannot be revived', async () => {
    const world = await createWorld();
    const broken = await world.submitRequest();
    const whole = await world.submitRequest();
    const { waits } = world;
    world.clock.forward(2);

    const swept = await run({
      ...world,
      waits: {
        overdue: (city, until, limit) => waits.overdue(city, until, limit),
        claim: (city, id, at) => waits.claim(city, id, at),
        postpone: (city, id, at) => waits.postpone(city, id, at),
        revive: async (city, id) => {
          if (id === broken.id) throw new Error('Step Functions is away.');
          return waits.revive(city, id);
        },
      },
    });

    expect(swept).toMatchObject({ started: 1, failed: 1 });
    expect(waits.revived).toEqual([whole.id]);
  });

  test('comes back within three minutes of the end of an outage, however long it lasted', async () => {
    const world = await createWorld();
    await world.submitRequest();
    const revive = world.waits.revive.bind(world.waits);
    world.waits.revive = async () => {
      throw new Error('Step Functions is away.');
    };
    for (let minute = 0; minute < 100; minute += 1) {
      world.clock.forward(1);
      await run(world);
    }

    world.waits.revive = revive;
    let minutes = 0;
    for (let started = 0; started === 0; minutes += 1) {
      world.clock.forward(1);
      ({ started } = await run(world));
    }
    expect(minutes).toBeLessThanOrEqual(3);
  });

  test('a second sweeper finds nothing left to claim', async () => {
    const world = await createWorld();
    await world.submitRequest();
    world.clock.forward(2);

    const [first, second] = await Promise.all([run(world), run(world)]);

    expect(first.started + second.started).toBe(1);
  });
});
