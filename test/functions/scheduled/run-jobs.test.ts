import { beforeEach, describe, expect, test } from 'vitest';
import { eastmere } from '../../../cities/eastmere.ts';
import { putCalendar, showCalendar } from '../../../contract/staff/city.ts';
import { showJob } from '../../../contract/staff/job.ts';
import type { Job } from '../../../domain/job.ts';
import { offer } from '../../../domain/offers.ts';
import type { Request } from '../../../domain/request.ts';
import { run } from '../../../functions/scheduled/run-jobs.ts';
import { acceptIt, meet, planMorning, take, toScheduled } from '../../support/lives.ts';
import { agreed } from '../../support/world.ts';
import { createStaffWorld, type StaffWorld } from '../staff/staff-world.ts';

const FLOOD = { on: '2026-06-10', reason: { en: 'Flood', fa: 'سیل' } };

describe('After a day was closed', () => {
  let world: StaffWorld;
  beforeEach(async () => {
    world = await createStaffWorld();
  });

  const put = async (body: unknown) => {
    const { status, body: reply } = await world.call('administrator', putCalendar, { body });
    expect(status).toBe(200);
    world.clock.forward(1);
    return String(reply.job);
  };
  const closeCity = () => {
    const { calendar } = eastmere.city;
    return put({ calendar: { ...calendar, closures: [...calendar.closures, FLOOD] }, reason: 'The river is out.' });
  };
  const closeHarbour = () => put({ unit: 'harbour', override: { closures: [FLOOD] }, reason: 'The river is out.' });
  const now = async ({ id }: Request) => {
    const request = await world.requests.find(world.city, id);
    if (!request) throw new Error('It is kept');
    return request;
  };
  const progress = async (job: string) => (await world.call('administrator', showJob, { params: { job } })).body;
  const movesOf = async ({ id }: Request) =>
    (await world.caseFiles.read(world.city, id))?.events.filter(({ kind }) => kind === 'deadline-moved') ?? [];

  test('the open requests of the whole city move, say why, and wake where their next step changed', async () => {
    const submitted = await world.submitRequest({ official: 'harbour-alderman' });
    const waiting = await acceptIt(world, await world.submitRequest());
    world.workflow.woken.length = 0;
    const job = await closeCity();
    expect(await progress(job)).toMatchObject({ done: 0, reason: 'The river is out.' });

    expect(await run(world)).toEqual({ moved: 2, unchanged: 0, failed: 0 });

    for (const before of [submitted, waiting]) {
      expect((await now(before)).deadline.at > before.deadline.at).toBe(true);
      expect(await movesOf(before)).toMatchObject([
        { text: 'The river is out.', by: { actor: 'staff', username: 'administrator' }, facts: { was: before.until } },
      ]);
    }
    expect(world.workflow.woken.toSorted()).toEqual([submitted.id, waiting.id].toSorted());
    expect(await progress(job)).toMatchObject({
      done: 2,
      total: 2,
      moved: 2,
      failed: 0,
      finishedAt: world.clock.now(),
    });
  });

  test('nothing changes a second time, and nobody is told twice', async () => {
    const waiting = await acceptIt(world, await world.submitRequest());
    await closeCity();
    await run(world);
    const moved = await now(waiting);
    const letters = await world.letters.of(world.city, waiting.id);
    expect(letters.filter(({ template }) => template === 'deadline-moved')).toHaveLength(1);

    await closeCity();

    expect(await run(world)).toEqual({ moved: 0, unchanged: 1, failed: 0 });
    expect(await now(waiting)).toEqual(moved);
    expect(await world.letters.of(world.city, waiting.id)).toEqual(letters);
    expect(await run(world)).toEqual({ moved: 0, unchanged: 0, failed: 0 });
  });

  test('of a unit, only its own requests move, and the orders that others gave to it', async () => {
    const own = await world.submitRequest({ official: 'harbour-alderman' });
    const other = await world.submitRequest();
    const ordering = await toScheduled(world, await world.submitRequest(), 1);
    const followed = await meet(world, ordering, [{ text: 'Mend the pier.', unit: 'harbour' }]);
    await closeHarbour();

    await run(world);

    expect((await now(own)).deadline.at > own.deadline.at).toBe(true);
    expect(await now(other)).toEqual(other);
    expect((await now(followed)).orders[0]?.climbsAt).toBe((await now(followed)).orders[0]?.due.at);
    expect((await movesOf(followed)).map(({ facts }) => facts)).toEqual([
      { of: 'order', order: '1', was: followed.orders[0]?.due.at, dueAt: (await now(followed)).orders[0]?.due.at },
    ]);
  });

  test('an offer that holds longer keeps its slot as long', async () => {
    const accepted = await acceptIt(world, await world.submitRequest());
    const [slot] = await planMorning(world, accepted, 9);
    if (!slot) throw new Error('A morning has slots');
    const until = (await now(accepted)).submittedAt;
    agreed(await world.slots.hold(world.city, slot.id, accepted.id, { at: until, until: slot.startsAt }));
    const offered = await take(world, accepted, (read, context) => offer(read, [slot], context));
    agreed(await world.slots.hold(world.city, slot.id, accepted.id, { at: until, until: offered.deadline.at }));
    await closeCity();

    await run(world);

    const { deadline } = await now(accepted);
    expect(deadline.at > offered.deadline.at).toBe(true);
    expect((await world.slots.find(world.city, slot.id))?.holdUntil).toBe(deadline.at);
  });

  test('a run that dies in the middle is gone on with from its last page, and two runs at once do the work once', async () => {
    const all: Request[] = [];
    for (let count = 0; count < 120; count += 1) all.push(await world.submitRequest());
    const job = await closeCity();
    const { save } = world.jobs;
    let saves = 0;
    world.jobs.save = (saved: Job) => {
      saves += 1;
      if (saves === 3) throw new Error('The power went.');
      return save.call(world.jobs, saved);
    };
    await expect(run(world)).rejects.toThrow('power');
    world.jobs.save = save;
    expect(await progress(job)).toMatchObject({ done: 50, total: 120, moved: 50 });
    expect(await run(world)).toEqual({ moved: 0, unchanged: 0, failed: 0 });

    world.clock.forward(2);
    const [one, two] = await Promise.all([run(world), run(world)]);

    expect(one.moved + two.moved).toBe(20);
    expect(await progress(job)).toMatchObject({ done: 120, total: 120, failed: 0, finishedAt: world.clock.now() });
    for (const request of all) expect(await movesOf(request)).toHaveLength(1);
  });

  test('a run does a bounded number, and the next minute goes on', async () => {
    for (let count = 0; count < 520; count += 1) await world.submitRequest();
    const job = await closeCity();
    expect(await run(world)).toMatchObject({ moved: 500 });
    expect(await progress(job)).toMatchObject({ done: 500, total: 520 });
    world.clock.forward(1);
    expect(await run(world)).toMatchObject({ moved: 20 });
    expect(await progress(job)).toMatchObject({ done: 520, finishedAt: world.clock.now() });
  });

  test('what fails is tried three times, then passed and counted, and holds up nobody else', async () => {
    const bad = await world.submitRequest();
    const good = await world.submitRequest({ official: 'harbour-alderman' });
    const { find } = world.requests;
    const job = await closeCity();
    world.requests.find = async (city, id) => {
      if (id === bad.id) throw new Error('It cannot be read.');
      return find.call(world.requests, city, id);
    };
    const failures: number[] = [];
    for (let minutes = 0; minutes < 10; minutes += 1) {
      const { failed } = await run(world);
      if (failed > 0) failures.push(minutes);
      world.clock.forward(1);
    }
    world.requests.find = find;

    expect(failures).toEqual([0, 1, 3]);
    expect((await now(good)).deadline.at > good.deadline.at).toBe(true);
    expect(await progress(job)).toMatchObject({ done: 2, moved: 1, failed: 1, finishedAt: expect.any(String) });
  });

  test('a calendar that is refused, or that gives no reason, starts nothing', async () => {
    const shut = { weekend: [{ from: '2020-01-01', days: [1, 2, 3, 4, 5, 6, 7] }] };
    const wrong = [
      { unit: 'harbour', override: shut, reason: 'Mistake' },
      { unit: 'harbour', override: {} },
    ];
    for (const body of wrong) expect((await world.call('administrator', putCalendar, { body })).status).toBe(422);
    world.clock.forward(5);
    expect(await world.jobs.due(world.city, world.clock.now(), 5)).toEqual([]);
    expect((await world.call('administrator', showJob, { params: { job: 'NONE' } })).status).toBe(404);
    expect((await world.call('administrator', showCalendar, { query: {} })).status).toBe(200);
  });
});
