import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { objectTo } from '../../domain/after-closing.ts';
import { askOffice, withdraw } from '../../domain/citizen-word.ts';
import { renew } from '../../domain/orders.ts';
import { runInputOf, ticketOf } from '../../domain/ticket.ts';
import { localDateOf, plusDays } from '../../domain/time.ts';
import { acceptIt, take } from '../support/lives.ts';
import { openOffice, type RunningOffice } from '../support/running-office.ts';
import { leadTo } from '../support/stages.ts';

/** The table of the protocol, row by row; rows 7 to 10 stand in `deadlines.test.ts`. */
let office: RunningOffice;

beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

test('1 · a submission writes the request together with what its first execution will be given, and arms the switch', async () => {
  const request = await office.submitWithoutStart();

  expect(await office.wait(request.id)).toEqual({
    ...{ city: office.city, id: request.id, run: 1, version: 1, sweeps: 0 },
    ...{ step: 'triage', until: request.until, expectedBy: request.submittedAt },
    runInput: runInputOf(ticketOf(request, 1)),
  });
});

describe('2 · a wake', () => {
  test('starts what does not run', async () => {
    const request = await office.submitWithoutStart();

    await office.workflow.wake(office.city, request.id);
    await office.settle();

    expect(await office.isInStep(request.id)).toBe(true);
  });

  test('says Success when the expected step has come: no detour', async () => {
    const request = await office.submit();

    await acceptIt(office, request);
    await office.settle();

    expect(office.statesOf(request.id)).toEqual(['Triage', 'Wait for slot']);
  });

  test('says DeadlineMoved when only the deadline is another: the same wait again', async () => {
    const request = await leadTo(office, 'in-follow-up');
    const before = office.statesOf(request.id).length;
    const dueOn = plusDays(localDateOf(request.until, 'Europe/London'), 7);

    await take(office, request, (read, context) => renew(read, { order: 1, dueOn, reason: 'Rain.' }, context));
    await office.settle();

    expect(office.statesOf(request.id).slice(before)).toEqual(['Follow-up deadline']);
    expect(await office.isInStep(request.id)).toBe(true);
  });

  test('says CourseChanged for everything else: through the hub', async () => {
    const request = await leadTo(office, 'waiting');

    await take(office, request, (read, context) => withdraw(read, undefined, context));
    await office.settle();

    expect(office.statesOf(request.id)).toEqual(['Triage', 'Wait for slot', 'Next step', 'Closed']);
  });

  test('says nothing to an execution that is in step', async () => {
    const request = await office.submit();

    await office.workflow.wake(office.city, request.id);
    await office.workflow.wake(office.city, request.id);
    await office.settle();

    expect(office.statesOf(request.id)).toEqual(['Triage']);
  });

  test('never throws, and reports the fault without a person', async () => {
    const request = await office.submitWithoutStart();
    office.faults.stepFunctionsAway = true;

    await office.workflow.wake(office.city, request.id);
    await office.workflow.wake(office.city, 'NOBODY');

    expect(office.lostWakes).toEqual(['ServiceUnavailable']);
  });
});

describe('3 · a decision', () => {
  test('that leaves the next step alone does not touch the wait item', async () => {
    const request = await office.submit();
    const before = await office.wait(request.id);

    await take(office, request, (read, context) => askOffice(read, { text: 'Any news?' }, context));

    expect((await office.request(request.id)).version).toBe(2);
    expect(await office.wait(request.id)).toEqual(before);
  });

  test('that changes it publishes in the same transaction, and arms the switch', async () => {
    const request = await office.submit();
    office.faults.stepFunctionsAway = true;

    const accepted = await acceptIt(office, request);

    expect(await office.wait(request.id)).toMatchObject({
      ...{ run: 1, version: accepted.version, step: 'slot', until: accepted.until, sweeps: 0 },
      ...{ expectedBy: office.clock.now(), tokenVersion: 1 },
    });
  });

  test('that closes disarms the switch; an objection opens the next run without the old token', async () => {
    const request = await leadTo(office, 'answered');
    await office.clock.moveTo(request.until);
    await office.settle();
    const closed = await office.wait(request.id);
    expect(closed).toMatchObject({ step: 'closed', run: 1, taskToken: expect.any(String) });
    expect(closed.expectedBy).toBeUndefined();

    office.faults.stepFunctionsAway = true;
    const reopened = await take(office, request, (read, context) => objectTo(read, 'No.', context));
    const wait = await office.wait(request.id);
    expect(wait).toMatchObject({ run: 2, step: 'triage', runInput: runInputOf(ticketOf(reopened, 2)) });
    expect(wait.taskToken).toBeUndefined();

    office.faults.stepFunctionsAway = false;
    await office.workflow.wake(office.city, request.id);
    await office.settle();
    expect(await office.isInStep(request.id)).toBe(true);
    expect(office.executions(request.id)).toHaveLength(2);
  });
});

test('4 · a wait stores its token, what it stands for, and arms the switch for the deadline', async () => {
  const request = await office.submit();

  expect(await office.wait(request.id)).toMatchObject({
    taskToken: expect.any(String),
    ...{ tokenVersion: 1, tokenStep: 'triage', expectedStep: 'slot', expectedBy: request.until },
  });
});

test('5 · a wait that no longer stands is refused its token, and looks again', async () => {
  const request = await office.submitWithoutStart();
  const accepted = await office.requests.find(office.city, request.id);
  office.faults.stepFunctionsAway = true;
  await acceptIt(office, accepted ?? request);
  office.faults.stepFunctionsAway = false;

  await office.workflow.wake(office.city, request.id);
  await office.settle();

  expect(office.statesOf(request.id)).toEqual(['Triage', 'Look again', 'Next step', 'Wait for slot']);
  expect(await office.isInStep(request.id)).toBe(true);
});

test('6 · of two signals at once one is taken, and the execution is in step', async () => {
  const request = await office.submit();
  office.faults.stepFunctionsAway = true;
  await acceptIt(office, request);
  office.faults.stepFunctionsAway = false;

  await Promise.all([office.workflow.wake(office.city, request.id), office.workflow.wake(office.city, request.id)]);
  await office.settle();

  expect(office.statesOf(request.id)).toEqual(['Triage', 'Wait for slot']);
  expect(await office.isInStep(request.id)).toBe(true);
});
