import { expect, it } from 'vitest';
import type { CallTask } from '../../domain/call-task.ts';
import { plusMinutes } from '../../domain/time.ts';
import { agreed, applicantOf } from '../support/world.ts';
import { type DataWorld, inBothWorlds } from './both-worlds.ts';

/** An applicant who can only be called. */
const byPhone = (world: DataWorld) => [
  {
    ...applicantOf(world.context().office, world.clock.now()),
    contacts: [{ kind: 'landline' as const, value: '01632 960000', proven: false }],
  },
];

const doneBy = (task: CallTask, at: string): CallTask => ({
  ...task,
  done: { at, by: { actor: 'staff', username: 'clerk.hq' }, result: 'told' },
});

inBothWorlds((createWorld) => {
  it('gives the clerk a call to make where nobody can be written to', async () => {
    const world = await createWorld();
    const request = await world.submitRequest({ parties: byPhone(world) });
    const { items } = await world.callTasks.list(world.city, request.unit, { limit: 5 });
    expect(items).toMatchObject([{ request: request.id, about: 'submitted', why: 'no-contact' }]);
    expect(await world.callTasks.find(world.city, request.unit, items[0]?.id ?? '')).toEqual(items[0]);
    expect(await world.callTasks.find(world.city, 'another', items[0]?.id ?? '')).toBeUndefined();
    expect(await world.letters.of(world.city, request.id)).toEqual([]);
  });

  it('adds a call once, and lists the most pressing first, page by page', async () => {
    const world = await createWorld();
    const request = await world.submitRequest();
    const taskAt = (number: number): CallTask => ({
      ...{ city: world.city, id: `${request.id}.${number}.offered`, request: request.id, unit: request.unit },
      ...{
        about: 'offered',
        facts: {},
        validWhile: {},
        dueAt: plusMinutes(world.clock.now(), number),
        why: 'undeliverable',
      },
    });
    for (const number of [3, 1, 2, 2]) await world.callTasks.add(taskAt(number));
    const first = await world.callTasks.list(world.city, request.unit, { limit: 2 });
    expect(first.items).toEqual([taskAt(1), taskAt(2)]);
    const rest = await world.callTasks.list(world.city, request.unit, { limit: 2, after: first.next });
    expect(rest).toEqual({ items: [taskAt(3)] });
  });

  it('settles a call once, and keeps it to be looked up', async () => {
    const world = await createWorld();
    const { unit } = await world.submitRequest({ parties: byPhone(world) });
    const [task] = (await world.callTasks.list(world.city, unit, { limit: 5 })).items;
    if (!task) throw new Error('There is a call to make');
    const done = doneBy(task, world.clock.now());
    expect(agreed(await world.callTasks.settle(done))).toEqual(done);
    expect(await world.callTasks.settle(done)).toMatchObject({ reason: 'already-recorded' });
    expect(await world.callTasks.settle({ ...done, id: 'NONE.1.offered' })).toMatchObject({ reason: 'not-found' });
    expect(await world.callTasks.list(world.city, unit, { limit: 5 })).toEqual({ items: [] });
    expect(await world.callTasks.find(world.city, unit, task.id)).toEqual(done);
    await world.callTasks.add(task);
    expect(await world.callTasks.list(world.city, unit, { limit: 5 })).toEqual({ items: [] });
  });
});
