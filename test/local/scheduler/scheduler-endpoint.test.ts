import {
  CreateScheduleCommand,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ListSchedulesCommand,
  paginateListSchedules,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { expect, onTestFinished, test } from 'vitest';
import { FakeClock } from '../../../local/clock.ts';
import { openScheduler } from '../../../local/scheduler/open-scheduler.ts';
import { createSchedulerEndpoint } from '../../../local/scheduler/scheduler-endpoint.ts';
import { listening, sendAndHangUp } from '../listening.ts';

const credentials = { accessKeyId: 'local', secretAccessKey: 'secret' };
const weekly = {
  Name: 'weekly.report_1-a',
  ScheduleExpression: 'cron(0 8 ? * SAT *)',
  ScheduleExpressionTimezone: 'Asia/Tehran',
  FlexibleTimeWindow: { Mode: 'OFF' as const },
  Target: {
    Arn: 'arn:aws:lambda:eu-central-1:123456789012:function:report',
    RoleArn: 'arn:aws:iam::123456789012:role/r',
    Input: '{"unit":"d6"}',
  },
};

/** The real client in front of a scheduler that stands still, mounted below a path. */
async function openEndpoint() {
  const clock = new FakeClock(Date.parse('2026-11-23T07:00:00.000Z'));
  const fired: unknown[] = [];
  const scheduler = openScheduler({
    file: ':memory:',
    clock,
    targets: { report: async (input) => void fired.push(input) },
  });
  onTestFinished(() => scheduler.close());
  const endpoint = createSchedulerEndpoint({ scheduler, credentials, region: 'eu-central-1', prefix: '/scheduler' });
  const url = `${await listening((req, res) => void endpoint(req, res))}/scheduler`;
  const connect = (keys = credentials) => {
    const client = new SchedulerClient({ endpoint: url, credentials: keys, region: 'eu-central-1', maxAttempts: 1 });
    onTestFinished(() => client.destroy());
    return client;
  };
  return { scheduler, clock, fired, url, client: connect(), connect };
}

const named = (name: string) => expect.objectContaining({ name });

test('a schedule made with the real client fires its target with its input', async () => {
  const { client, clock, scheduler, fired } = await openEndpoint();
  await client.send(new CreateScheduleCommand(weekly));
  const got = await client.send(new GetScheduleCommand({ Name: weekly.Name }));
  expect(got).toMatchObject({
    Name: weekly.Name,
    ScheduleExpression: weekly.ScheduleExpression,
    ScheduleExpressionTimezone: 'Asia/Tehran',
    State: 'ENABLED',
    CreationDate: new Date('2026-11-23T07:00:00.000Z'),
    Target: { Input: '{"unit":"d6"}' },
  });
  clock.moveTo(Date.parse('2026-11-28T04:30:00.000Z'));
  await scheduler.fireDue();
  expect(fired).toEqual([{ unit: 'd6' }]);
});

test('a schedule is changed as a whole, disabled, and deleted', async () => {
  const { client, scheduler } = await openEndpoint();
  await client.send(new CreateScheduleCommand(weekly));
  await client.send(new UpdateScheduleCommand({ ...weekly, ScheduleExpression: 'rate(1 day)', State: 'DISABLED' }));
  expect(await client.send(new GetScheduleCommand({ Name: weekly.Name }))).toMatchObject({
    State: 'DISABLED',
    ScheduleExpression: 'rate(1 day)',
  });
  expect(scheduler.nextDue()).toBeUndefined();
  await client.send(new DeleteScheduleCommand({ Name: weekly.Name }));
  await expect(client.send(new GetScheduleCommand({ Name: weekly.Name }))).rejects.toThrow(
    named('ResourceNotFoundException'),
  );
  await expect(client.send(new DeleteScheduleCommand({ Name: weekly.Name }))).rejects.toThrow(
    named('ResourceNotFoundException'),
  );
  await expect(client.send(new UpdateScheduleCommand(weekly))).rejects.toThrow(named('ResourceNotFoundException'));
});

test('a name is taken only once', async () => {
  const { client } = await openEndpoint();
  await client.send(new CreateScheduleCommand(weekly));
  await expect(client.send(new CreateScheduleCommand(weekly))).rejects.toThrow(named('ConflictException'));
});

test('schedules are listed in pages by name', async () => {
  const { client } = await openEndpoint();
  for (const Name of ['b', 'a-1', 'a-2', 'a-3']) await client.send(new CreateScheduleCommand({ ...weekly, Name }));
  const names: (string | undefined)[] = [];
  for await (const page of paginateListSchedules({ client, pageSize: 2 }, { NamePrefix: 'a-' })) {
    names.push(...(page.Schedules ?? []).map(({ Name }) => Name));
  }
  expect(names).toEqual(['a-1', 'a-2', 'a-3']);
  await expect(client.send(new ListSchedulesCommand({ MaxResults: 1000 }))).rejects.toThrow(
    named('ValidationException'),
  );
});

test.each([
  ['an expression nobody understands', { ScheduleExpression: 'cron(0 8 * * * *)' }],
  ['a time zone nobody knows', { ScheduleExpressionTimezone: 'Mars/Base' }],
  ['a target nobody knows', { Target: { ...weekly.Target, Arn: 'arn:aws:lambda:x:1:function:absent' } }],
  ['an input that is no JSON', { Target: { ...weekly.Target, Input: 'text' } }],
  ['a name with a blank', { Name: 'a b' }],
  ['a flexible window', { FlexibleTimeWindow: { Mode: 'FLEXIBLE' as const, MaximumWindowInMinutes: 5 } }],
  ['an end that would be ignored', { EndDate: new Date() }],
])('%s is a ValidationException', async (_, change) => {
  const { client, scheduler } = await openEndpoint();
  await expect(client.send(new CreateScheduleCommand({ ...weekly, ...change }))).rejects.toThrow(
    named('ValidationException'),
  );
  expect(scheduler.list('', '', 1)).toEqual([]);
});

test('strangers, garbage and clients that hang up get nowhere', async () => {
  const { client, connect, url } = await openEndpoint();
  const guessing = connect({ ...credentials, secretAccessKey: 'guessed' });
  await expect(guessing.send(new CreateScheduleCommand(weekly))).rejects.toThrow(named('AccessDeniedException'));
  expect((await fetch(`${url}/schedules`)).status).toBe(403);
  expect((await fetch(`${url}/schedules/a`, { method: 'POST', body: '{' })).status).toBe(403);
  await sendAndHangUp(url, 'POST /scheduler/schedules/a HTTP/1.1\r\nhost: x\r\ncontent-length: 50\r\n\r\n{');
  expect((await client.send(new ListSchedulesCommand({}))).Schedules).toEqual([]);
});
