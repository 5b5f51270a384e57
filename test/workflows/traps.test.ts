import { StartExecutionCommand } from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { objectTo } from '../../domain/after-closing.ts';
import { withdraw } from '../../domain/citizen-word.ts';
import { renew } from '../../domain/orders.ts';
import { executionName, runInputOf, ticketOf } from '../../domain/ticket.ts';
import { localDateOf, plusDays, plusMinutes } from '../../domain/time.ts';
import { lint } from '../../local/asl/lint.ts';
import { meetingRequest } from '../../workflows/meeting-request.ts';
import { acceptIt, take } from '../support/lives.ts';
import { openOffice, type RunningOffice } from '../support/running-office.ts';
import { leadTo } from '../support/stages.ts';

/** Traps that others have met before, each with what keeps this machine out of it. */
describe('In the definition', () => {
  const definition = meetingRequest({
    tableName: 'cases',
    passDeadlineArn: 'arn:aws:lambda:eu-west-1:1:function:duty',
  });
  const texts = JSON.stringify(definition);

  test('the lint of our own finds nothing', () => {
    expect(lint(JSON.parse(texts))).toEqual([]);
  });

  test('no expression has a line break in it', () => {
    expect(texts).not.toMatch(/\{%[^%]*\\n/);
  });

  test('no attribute of the wait item that DynamoDB reserves is written without a name', () => {
    const { Arguments } = definition.States.Triage;
    const words = `${Arguments.ConditionExpression} ${Arguments.UpdateExpression}`.match(/(?<![#:\w])[a-z]\w*/gi) ?? [];

    expect(words.filter((word) => /^(run|version|step|until|token)$/.test(word))).toEqual([]);
  });

  test("the duty is called by its own ARN, so that its answer is the next state's input, bare", () => {
    expect(definition.States['Escalate triage'].Resource).toBe('arn:aws:lambda:eu-west-1:1:function:duty');
  });
});

describe('On the engine', () => {
  let office: RunningOffice;

  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());

  test('a wake reads token and ticket together, once, after the write', async () => {
    const request = await office.submit();
    office.commands.length = 0;

    await acceptIt(office, request);

    expect(office.commands.slice(office.commands.indexOf('TransactWriteItemsCommand'))).toEqual([
      'TransactWriteItemsCommand',
      'GetItemCommand',
    ]);
  });

  test('a token that meets the transaction of a decision is stored a moment later', async () => {
    office.faults.conflicts = 3;
    const request = await office.submit();

    await office.clock.moveTo(plusMinutes(request.submittedAt, 2));

    expect(office.statesOf(request.id)).toEqual(['Triage']);
    expect(await office.isInStep(request.id)).toBe(true);
  });

  test('a run that looks again at a closed request finds its end', async () => {
    const request = await office.submitWithoutStart();
    office.faults.stepFunctionsAway = true;
    await take(office, request, (read, context) => withdraw(read, undefined, context));
    office.faults.stepFunctionsAway = false;
    const { sfn, stateMachineArn } = office.machine;

    const input = runInputOf(ticketOf(request, 1));
    await sfn.send(new StartExecutionCommand({ stateMachineArn, name: executionName(request.id, 1), input }));
    await office.settle();

    expect(office.statesOf(request.id)).toEqual(['Triage', 'Look again', 'Next step', 'Closed']);
    expect(office.execution(request.id).status).toBe('SUCCEEDED');
  });

  test('a second run after an objection is told with its own token, not with that of the first', async () => {
    const request = await leadTo(office, 'answered');
    await office.clock.moveTo(request.until);
    await office.settle();
    expect(office.execution(request.id).status).toBe('SUCCEEDED');

    const reopened = await take(office, request, (read, context) => objectTo(read, 'No.', context));
    await office.settle();
    await acceptIt(office, reopened);
    await office.settle();

    expect(office.statesOf(request.id, 2)).toEqual(['Triage', 'Wait for slot']);
    expect(await office.isInStep(request.id)).toBe(true);
  });

  test('a wait of more than a year outlives its execution: the switch finds it at its deadline', async () => {
    const request = await leadTo(office, 'in-follow-up');
    const dueOn = plusDays(localDateOf(request.until, 'Europe/London'), 7 * 60);
    const renewed = await take(office, request, (read, context) =>
      renew(read, { order: 1, dueOn, reason: 'A new bridge takes time.' }, context),
    );
    await office.settle();

    await office.clock.moveTo(renewed.until);
    expect(office.execution(request.id).status).toBe('TIMED_OUT');
    await office.sweepFor(3);

    expect((await office.request(request.id)).orders[0]).toMatchObject({ rung: 1, overdueSince: renewed.until });
    expect(await office.isInStep(request.id)).toBe(true);
  });
});
