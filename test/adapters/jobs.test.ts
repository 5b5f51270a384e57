import { expect, it } from 'vitest';
import { type Job, openJob, takeUp } from '../../domain/job.ts';
import { type DataWorld, inBothWorlds } from './both-worlds.ts';

const jobOf = ({ city, context, clock }: DataWorld, id: string): Job =>
  openJob(
    { city, id, reason: 'Flood', by: { actor: 'staff', username: 'administrator' }, unit: 'harbour' },
    context().office,
    clock.now(),
  );

inBothWorlds((createWorld) => {
  it('keeps a job as it was added, once', async () => {
    const world = await createWorld();
    const job = jobOf(world, 'A');
    await world.jobs.add(job);
    await world.jobs.add({ ...job, reason: 'Storm' });
    expect(await world.jobs.find(world.city, 'A')).toEqual(job);
    expect(await world.jobs.find(world.city, 'B')).toBeUndefined();
    expect(await world.jobs.find('tehran', 'A')).toBeUndefined();
  });

  it('lists the unfinished ones when they are due, the longest waiting first', async () => {
    const world = await createWorld();
    const now = world.clock.now();
    await world.jobs.add({ ...jobOf(world, 'A'), dueAt: now });
    world.clock.forward(-3);
    await world.jobs.add(jobOf(world, 'B'));
    world.clock.forward(3);
    await world.jobs.add(jobOf(world, 'C'));
    expect((await world.jobs.due(world.city, now, 5)).map(({ id }) => id)).toEqual(['B', 'A']);
    expect((await world.jobs.due(world.city, now, 1)).map(({ id }) => id)).toEqual(['B']);
    expect(await world.jobs.due('tehran', now, 5)).toEqual([]);
  });

  it('lets one of two runs take a job up, and forgets a finished one as work', async () => {
    const world = await createWorld();
    const job = jobOf(world, 'A');
    await world.jobs.add(job);
    const taken = takeUp(job, world.clock.now());
    expect([await world.jobs.save(taken), await world.jobs.save(taken)]).toEqual([true, false]);
    world.clock.forward(60);
    expect(await world.jobs.due(world.city, world.clock.now(), 5)).toEqual([taken]);
    const finished = { ...taken, stops: [], finishedAt: world.clock.now(), version: 3 };
    expect(await world.jobs.save(finished)).toBe(true);
    expect(await world.jobs.due(world.city, world.clock.now(), 5)).toEqual([]);
    expect(await world.jobs.find(world.city, 'A')).toEqual(finished);
  });
});
