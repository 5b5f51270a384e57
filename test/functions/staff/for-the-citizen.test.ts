import { beforeEach, describe, expect, test } from 'vitest';
import { listCallTasks, settleCallTask } from '../../../contract/staff/call-task.ts';
import { showCase } from '../../../contract/staff/case.ts';
import { recordCitizenAct } from '../../../contract/staff/citizen-act.ts';
import { registerRequest } from '../../../contract/staff/registration.ts';
import { addInformation } from '../../../domain/citizen-word.ts';
import { offer } from '../../../domain/offers.ts';
import type { Request } from '../../../domain/request.ts';
import { answerInWriting, ask, decline } from '../../../domain/triage.ts';
import { acceptIt, giveTurn, planMorning, take } from '../../support/lives.ts';
import { createStaffWorld, type StaffWorld } from './staff-world.ts';

describe('What a citizen says at the counter', () => {
  let world: StaffWorld;
  let request: Request;
  beforeEach(async () => {
    world = await createStaffWorld();
    request = await world.submitRequest({ official: 'harbour-alderman' });
  });
  const say = (body: object, username = 'clerk.harbour') =>
    world.call(username, recordCitizenAct, { params: { id: request.id }, body: { means: 'counter', ...body } });
  const slots = async () => {
    const [first, second] = await planMorning(world, request, 7);
    if (!first || !second) throw new Error('A morning has slots');
    return { first, second };
  };

  test('is written down with who heard it, for whom and how', async () => {
    await say({ act: 'ask', text: 'When?' });
    const { body } = await world.call('clerk.harbour', showCase, { params: { id: request.id } });
    expect((body.timeline as object[]).at(-1)).toMatchObject({
      ...{ kind: 'asked', by: 'staff', username: 'clerk.harbour', onBehalfOf: 'applicant', means: 'counter' },
      text: 'When?',
    });
  });

  test('completes a request', async () => {
    await take(world, request, (read, context) => ask(read, { text: 'Which pier?' }, context));
    expect((await say({ act: 'add-information', text: 'The east pier.' })).body).toMatchObject({ status: 'submitted' });
  });

  test.each([
    ['solved', 'closed'],
    ['still-want-to-meet', 'waiting'],
  ])('answers an answer with %s', async (response, status) => {
    await take(world, request, (read, context) => answerInWriting(read, { text: 'Closed.' }, context));
    expect((await say({ act: 'respond', response })).body).toMatchObject({ status });
  });

  test('objects to a decline once', async () => {
    const no = { reasonCode: 'other', text: 'No.' };
    await take(world, request, (read, context) => decline(read, no, context));
    expect((await say({ act: 'object', text: 'But yes.' })).body).toMatchObject({ status: 'submitted', rung: 1 });
    expect((await say({ act: 'object', text: 'But yes.' })).body.type).toBe('wrong-state');
  });

  test('takes an offered slot, passes an offer, moves and gives back a turn', async () => {
    const { first, second } = await slots();
    await acceptIt(world, request);
    const until = { at: world.clock.now(), until: first.startsAt };
    await world.slots.hold('eastmere', first.id, request.id, until);
    await take(world, request, (read, context) => offer(read, [first], context));
    expect((await say({ act: 'pick-slot', slot: first.id })).body).toMatchObject({ status: 'scheduled' });
    expect((await say({ act: 'move', slot: second.id })).body).toMatchObject({ appointment: { slot: second.id } });
    expect((await say({ act: 'cancel' })).body).toMatchObject({ status: 'waiting' });
    await take(world, request, (read, context) => offer(read, [second], context));
    expect((await say({ act: 'pass-offer' })).body).toMatchObject({ status: 'waiting' });
    expect((await say({ act: 'pass-offer' })).body.type).toBe('wrong-state');
  });

  test('loses a slot to whoever was faster, and keeps the old turn', async () => {
    const { first, second } = await slots();
    await acceptIt(world, request);
    await giveTurn(world, request, first);
    const other = await world.submitRequest({ official: 'harbour-alderman' });
    await acceptIt(world, other);
    await giveTurn(world, other, second);
    expect((await say({ act: 'move', slot: second.id })).body.type).toBe('slot-gone');
    expect((await world.requests.find('eastmere', request.id))?.appointment).toMatchObject({ slot: first.id });
    expect((await say({ act: 'move', slot: 'nowhere' })).status).toBe(422);
  });

  test('withdraws', async () => {
    expect((await say({ act: 'withdraw', text: 'Solved.' })).body).toMatchObject({ reason: 'withdrawn' });
  });

  test('is not heard by those who may not act for citizens, nor in another unit', async () => {
    expect((await say({ act: 'withdraw' }, 'expert.harbour')).status).toBe(403);
    expect((await say({ act: 'withdraw' }, 'clerk.homes')).status).toBe(404);
    expect((await say({ act: 'dance' })).status).toBe(422);
    expect((await say({ act: 'withdraw', means: 'pigeon' })).status).toBe(422);
  });
});

describe('A call task', () => {
  let world: StaffWorld;
  beforeEach(async () => {
    world = await createStaffWorld();
    const body = {
      ...{ official: 'harbour-alderman', topic: 'other', channel: 'counter', text: 'The pier is unsafe.' },
      applicant: { name: 'Applicant Two', contacts: [{ kind: 'landline', value: '01632 960123' }] },
    };
    await world.call('clerk.harbour', registerRequest, { body });
  });
  const unit = { unit: 'harbour' };
  const listed = async () =>
    (await world.call('clerk.harbour', listCallTasks, { params: unit })).body.items as {
      id: string;
      request: string;
    }[];

  test('waits for the unit’s clerk until it is done, once', async () => {
    const [task] = await listed();
    expect(task).toMatchObject({ about: 'submitted', overdue: false });
    const params = { ...unit, task: task?.id ?? '' };
    const settled = await world.call('clerk.harbour', settleCallTask, { params, body: { result: 'told' } });
    expect(settled.body).toMatchObject({ done: { result: 'told' } });
    expect(await listed()).toEqual([]);
    const again = await world.call('clerk.harbour', settleCallTask, { params, body: { result: 'told' } });
    expect(again).toMatchObject({ status: 409, body: { type: 'already-recorded' } });
  });

  test('is overdue after its day', async () => {
    world.clock.forward(3 * 24 * 60);
    expect(await listed()).toMatchObject([{ overdue: true }]);
  });

  test('about what no longer holds is made by nobody', async () => {
    const id = (await listed())[0]?.request ?? '';
    await take(world, { city: world.city, id }, (read, context) => ask(read, { text: 'Which pier?' }, context));
    expect(await listed()).toMatchObject([{ about: 'submitted' }, { about: 'question' }]);
    const answered = { text: 'The east one.', documents: [] };
    await take(world, { city: world.city, id }, (read, context) => addInformation(read, answered, context));
    expect(await listed()).toMatchObject([{ about: 'submitted' }]);
    const settled = await world.callTasks.find(world.city, 'harbour', `${id}.2.question`);
    expect(settled?.done).toMatchObject({ by: { actor: 'office' }, result: 'overtaken' });
  });

  test('of another unit and one that does not exist look the same', async () => {
    const [task] = await listed();
    const params = { ...unit, task: task?.id ?? '' };
    const foreign = await world.call('clerk.homes', settleCallTask, { params, body: { result: 'told' } });
    const unknown = await world.call('clerk.harbour', settleCallTask, {
      params: { ...unit, task: 'none' },
      body: { result: 'told' },
    });
    expect(foreign.status).toBe(404);
    expect(unknown).toEqual(foreign);
    expect((await world.call('clerk.homes', listCallTasks, { params: unit })).status).toBe(404);
  });
});
