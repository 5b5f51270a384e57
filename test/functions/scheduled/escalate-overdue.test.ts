import { beforeEach, describe, expect, test } from 'vitest';
import type { Request } from '../../../domain/request.ts';
import { run } from '../../../functions/scheduled/escalate-overdue.ts';
import { meet, toScheduled } from '../../support/lives.ts';
import { createWorld, type World } from '../../support/world.ts';

describe('The escalation of overdue orders', () => {
  let world: World;
  let request: Request;

  beforeEach(async () => {
    world = await createWorld();
    const scheduled = await toScheduled(world, await world.submitRequest(), 10);
    request = await meet(world, scheduled, [{ text: 'Mend the street lamp.', unit: scheduled.unit }]);
    world.workflow.woken.length = 0;
  });

  const orderNow = async () => (await world.requests.find(world.city, request.id))?.orders[0];

  test('leaves an order alone until its due instant', async () => {
    expect(await run(world)).toEqual({ climbed: 0, passed: 0, failed: 0 });
  });

  test('marks an order overdue and moves it up where the workflow did not, and wakes the workflow for its new next step', async () => {
    world.clock.moveTo(request.until);

    expect(await run(world)).toMatchObject({ climbed: 1 });

    expect(await orderNow()).toMatchObject({ rung: 1, overdueSince: request.until });
    expect(world.workflow.woken).toEqual([request.id]);
  });

  test('climbs each further rung once, at its time, without waking anybody', async () => {
    world.clock.moveTo(request.until);
    await run(world);
    world.workflow.woken.length = 0;
    const first = await orderNow();

    const before = await run(world);
    world.clock.moveTo(first?.climbsAt ?? '');
    const [one, two] = await Promise.all([run(world), run(world)]);

    expect(before.climbed).toBe(0);
    expect(one.climbed + two.climbed).toBe(1);
    expect(await orderNow()).toMatchObject({ rung: 2, overdueSince: request.until });
    expect(world.workflow.woken).toEqual([]);
  });

  test('tells the new holders of the order at each rung, not the applicant', async () => {
    world.clock.moveTo(request.until);
    await run(world);

    const told = (await world.letters.of(world.city, request.id)).filter(({ template }) => template === 'escalated');
    expect(told.at(-1)?.to).toMatchObject({ kind: 'staff', role: 'coordinator' });
  });
});
