import { StartExecutionCommand } from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { soonAgain } from '../../domain/back-off.ts';
import { renew } from '../../domain/orders.ts';
import { executionName, runInputOf, ticketOf } from '../../domain/ticket.ts';
import { later, localDateOf, plusDays, plusMinutes } from '../../domain/time.ts';
import { acceptIt, take } from '../support/lives.ts';
import { openOffice, type RunningOffice } from '../support/running-office.ts';
import { leadTo } from '../support/stages.ts';

/** The table of the protocol, rows 7 to 10: deadlines, the sweeper, runs that are over. */
let office: RunningOffice;

beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

describe('7 · a deadline passes', () => {
  test('and the duty acts once, though the answer of the duty is lost', async () => {
    const request = await office.submit();
    let calls = 0;
    office.faults.afterDuty = async () => {
      calls += 1;
      if (calls === 1) throw new Error('The answer was lost.');
    };

    await office.clock.moveTo(plusMinutes(request.until, 5));

    expect(calls).toBe(2);
    expect(await office.request(request.id)).toMatchObject({ rung: 1, version: 2 });
    expect(await office.isInStep(request.id)).toBe(true);
  });

  test('in the same moment as a decision: the decision stands, and nothing is escalated', async () => {
    const request = await office.submit();
    office.faults.beforeDuty = async () => {
      office.faults.beforeDuty = async () => {};
      await acceptIt(office, request);
    };

    await office.clock.moveTo(plusMinutes(request.until, 1));

    expect(await office.request(request.id)).toMatchObject({ status: 'waiting', rung: 0 });
    expect(await office.lettersOf(request.id)).not.toContain('escalated');
    expect(await office.isInStep(request.id)).toBe(true);
  });

  test('later than the timer knew, because the wake was lost: nothing is due, and it waits again', async () => {
    const request = await leadTo(office, 'in-follow-up');
    office.faults.stepFunctionsAway = true;
    const dueOn = plusDays(localDateOf(request.until, 'Europe/London'), 7);
    const renewed = await take(office, request, (read, context) =>
      renew(read, { order: 1, dueOn, reason: 'Rain.' }, context),
    );
    office.faults.stepFunctionsAway = false;
    const before = office.statesOf(request.id).length;

    await office.clock.moveTo(plusMinutes(request.until, 1));

    expect(await office.request(request.id)).toEqual(renewed);
    expect(office.statesOf(request.id).slice(before)).toEqual(['Mark overdue', 'Follow-up deadline']);
    expect(await office.isInStep(request.id)).toBe(true);
  });

  test('and the duty fails for a day: the run fails, the sweeper comes back ever more rarely, and the duty is done at last', async () => {
    const request = await office.submit();
    office.faults.beforeDuty = async () => {
      throw new Error('Out of order.');
    };
    await office.clock.moveTo(request.until);
    const aDayLater = plusMinutes(request.until, 24 * 60);
    while (office.clock.now() < aDayLater) await sweepWhenDue(request.id);
    const runs = office.executions(request.id).length;

    office.faults.beforeDuty = async () => {};
    await sweepWhenDue(request.id);
    await office.sweepFor(1);

    expect(runs).toBeGreaterThan(5);
    expect(runs).toBeLessThan(20);
    expect(await office.request(request.id)).toMatchObject({ rung: 1, version: 2 });
    expect(await office.isInStep(request.id)).toBe(true);
  });
});

/** Passes over the minutes in which the sweeper would find nothing. */
const sweepWhenDue = async (id: string): Promise<void> => {
  const { expectedBy = office.clock.now() } = await office.wait(id);
  await office.clock.moveTo(plusMinutes(later(expectedBy, office.clock.now()), 1));
  await office.sweepNow();
};

describe('8 · the sweeper', () => {
  test('claims a wait under what it read, so that one of two has it, and pushes the switch from now', async () => {
    const request = await office.submitWithoutStart();
    await office.clock.moveTo(plusMinutes(request.submittedAt, 90));
    const now = office.clock.now();

    const claims = await Promise.all([
      office.waits.claim(office.city, request.id, now),
      office.waits.claim(office.city, request.id, now),
    ]);

    expect(claims.toSorted()).toEqual([false, true]);
    expect(await office.wait(request.id)).toMatchObject({ sweeps: 1, expectedBy: plusMinutes(now, 1) });
  });

  test('delivers a wake that was lost', async () => {
    const request = await office.submit();
    office.faults.stepFunctionsAway = true;
    await acceptIt(office, request);
    office.faults.stepFunctionsAway = false;

    await office.clock.moveTo(plusMinutes(office.clock.now(), 1));
    expect(await office.sweepNow()).toMatchObject({ woken: 1 });

    expect(office.statesOf(request.id)).toEqual(['Triage', 'Wait for slot']);
    expect(await office.isInStep(request.id)).toBe(true);
  });

  test('counts its sweeps until the next publication, which sets them back', async () => {
    const request = await office.submit();
    office.faults.beforeDuty = async () => {
      throw new Error('Out of order.');
    };
    await office.clock.moveTo(request.until);
    for (let sweeps = 0; sweeps < 2; sweeps += 1) await sweepWhenDue(request.id);
    expect((await office.wait(request.id)).sweeps).toBe(2);

    office.faults.stepFunctionsAway = true;
    await acceptIt(office, request);

    expect(await office.wait(request.id)).toMatchObject({ sweeps: 0, expectedBy: office.clock.now() });
  });

  test('does not count a sweep that could ask nobody, and looks again soon', async () => {
    const request = await office.submitWithoutStart();
    office.faults.stepFunctionsAway = true;

    await office.sweepFor(10);

    const { sweeps, expectedBy } = await office.wait(request.id);
    expect(sweeps).toBe(0);
    expect(expectedBy).toBe(soonAgain(office.clock.now()));
  });
});

test('9 · an execution that lives is asked, not replaced', async () => {
  const request = await office.submit();

  expect(await office.waits.revive(office.city, request.id)).toBe('in-step');
  await office.settle();

  expect(office.executions(request.id)).toHaveLength(1);
  expect(office.statesOf(request.id)).toEqual(['Triage']);
  expect(await office.isInStep(request.id)).toBe(true);
});

describe('10 · a run that is over', () => {
  test('is replaced by the next one, with the ticket as published', async () => {
    const request = await leadTo(office, 'waiting');
    await office.kill(request.id);

    expect(await office.waits.revive(office.city, request.id)).toBe('replaced');
    await office.settle();

    const wait = await office.wait(request.id);
    expect(wait).toMatchObject({ run: 2, runInput: runInputOf(ticketOf(request, 2)) });
    expect(office.statesOf(request.id, 2)).toEqual(['Triage', 'Look again', 'Next step', 'Wait for slot']);
    expect(await office.isInStep(request.id)).toBe(true);
  });

  test('is replaced once by two sweepers', async () => {
    const request = await leadTo(office, 'waiting');
    await office.kill(request.id);

    await Promise.all([office.waits.revive(office.city, request.id), office.waits.revive(office.city, request.id)]);
    await office.settle();

    expect(office.executions(request.id)).toHaveLength(2);
    expect(await office.isInStep(request.id)).toBe(true);
  });

  test('is refused its token and ends, should it live on beside its successor', async () => {
    const request = await office.submit();
    const { sfn, stateMachineArn } = office.machine;
    // An operator starts a second run by hand, under a number that the table does not name.
    const stray = { stateMachineArn, name: executionName(request.id, 7), input: runInputOf(ticketOf(request, 7)) };

    await sfn.send(new StartExecutionCommand(stray));
    await office.settle();

    expect(office.statesOf(request.id, 7)).toEqual(['Triage', 'Look again', 'Next step', 'Closed']);
    expect(await office.isInStep(request.id)).toBe(true);
  });
});
