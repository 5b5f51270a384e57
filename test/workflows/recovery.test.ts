import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withdraw } from '../../domain/citizen-word.ts';
import { passDeadline } from '../../domain/pass-deadline.ts';
import { plusMinutes, plusSeconds } from '../../domain/time.ts';
import { acceptIt, take } from '../support/lives.ts';
import { openOffice, type RunningOffice } from '../support/running-office.ts';
import { leadTo, STAGES } from '../support/stages.ts';
import { agreed } from '../support/world.ts';

let office: RunningOffice;

beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

describe.each(STAGES)('An execution that waits at: %s', (stage) => {
  test('is in step with the table', async () => {
    const { id } = await leadTo(office, stage);

    expect(await office.isInStep(id)).toBe(true);
    expect(office.executions(id)).toHaveLength(1);
  });

  test('is found within two minutes of its deadline if it was killed, and does what was due', async () => {
    const { id, until, version } = await leadTo(office, stage);
    await office.kill(id);

    await office.clock.moveTo(until);
    await office.sweepFor(3);

    expect((await office.request(id)).version).toBeGreaterThan(version);
    expect(await office.isInStep(id)).toBe(true);
  });

  test('is replaced within two minutes of the next decision if it was killed before', async () => {
    const { id } = await leadTo(office, stage);
    await office.kill(id);

    await office.clock.moveTo(plusMinutes(office.clock.now(), 1));
    await decideSomething(id);
    await office.sweepFor(2);

    expect((await office.wait(id)).run).toBe((await office.request(id)).step === 'closed' ? 1 : 2);
    expect(await office.isInStep(id)).toBe(true);
  });
});

/** The deadline itself is a decision that fits every stage. */
const decideSomething = async (id: string): Promise<void> => {
  const request = await office.request(id);
  const context = office.context();
  const change = passDeadline(request, { ...context, at: request.until });
  if (!change) throw new Error(`Nothing is due on ${id}`);
  agreed(await office.requests.replace(change));
  await office.workflow.wake(office.city, id);
  await office.settle();
};

const BEFORE_THE_MEETING = STAGES.filter((stage) => !['met', 'in-follow-up', 'awaiting-confirmation'].includes(stage));

describe.each(BEFORE_THE_MEETING)('A withdrawal from: %s', (stage) => {
  test('ends the execution at once', async () => {
    const request = await leadTo(office, stage);

    await take(office, request, (read, context) => withdraw(read, undefined, context));
    await office.settle();

    expect(office.execution(request.id).status).toBe('SUCCEEDED');
    expect(await office.isInStep(request.id)).toBe(true);
  });

  test('leaves the execution to its own timer if the wake was lost, and it does nothing more', async () => {
    const request = await leadTo(office, stage);
    office.faults.stepFunctionsAway = true;
    await take(office, request, (read, context) => withdraw(read, undefined, context));
    office.faults.stepFunctionsAway = false;
    const closed = await office.request(request.id);

    await office.clock.moveTo(request.until);
    await office.settle();

    expect(office.lostWakes).toHaveLength(1);
    expect(office.execution(request.id).status).toBe('SUCCEEDED');
    expect(await office.request(request.id)).toEqual(closed);
  });
});

describe('Step Functions away', () => {
  beforeEach(() => {
    office.faults.stepFunctionsAway = true;
  });

  test('a request is submitted, accepted and given a turn; its execution is started when it is back', async () => {
    const request = await office.submit();
    await acceptIt(office, request);
    expect(office.executions(request.id)).toEqual([]);

    await office.sweepFor(3);
    office.faults.stepFunctionsAway = false;
    await office.sweepFor(8);

    expect(await office.isInStep(request.id)).toBe(true);
    expect(await office.wait(request.id)).toMatchObject({ tokenStep: 'slot', run: 1 });
  });
});

describe('The sweeper', () => {
  test('leaves a fresh request alone for a minute, and starts it within two', async () => {
    const request = await office.submitWithoutStart();

    await office.clock.moveTo(plusSeconds(request.submittedAt, 59));
    await office.sweepNow();
    expect(office.executions(request.id)).toEqual([]);
    await office.sweepFor(1);

    expect(await office.isInStep(request.id)).toBe(true);
  });
});
