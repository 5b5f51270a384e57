import { request } from 'node:http';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../../local/asl/engine.ts';
import { sfnHandler } from '../../../local/asl/server.ts';
import { openSqliteStore } from '../../../local/asl/sqlite-store.ts';
import { FakeClock } from '../../../local/clock.ts';
import { type Listening, listen } from '../../../local/listen.ts';

const DAY_MS = 86_400_000;
const waiting = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'Wait for word',
  States: {
    'Wait for word': {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:dynamodb:updateItem.waitForTaskToken',
      Arguments: { token: '{% $states.context.Task.Token %}' },
      HeartbeatSeconds: 600,
      End: true,
    },
  },
});

let clock: FakeClock;
let engine: Engine;
let server: Listening;
let url: string;
let sfn: SFNClient;
let token: string;

beforeEach(async () => {
  clock = new FakeClock(Date.UTC(2026, 2, 2, 9));
  const dispatch = {
    async invoke(_resource: string, _args: unknown, context: { token: string }) {
      token = context.token;
      return {};
    },
  };
  engine = createEngine({ store: openSqliteStore(':memory:'), clock, dispatch });
  const home = { region: 'eu-central-1', account: '000000000000' };
  server = await listen(sfnHandler({ engine, home }));
  url = server.url;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  sfn = new SFNClient({ region: home.region, endpoint: url, credentials, maxAttempts: 1 });
});

afterEach(async () => {
  sfn.destroy();
  await server.close();
});

async function createMachine(): Promise<string> {
  const created = await sfn.send(
    new CreateStateMachineCommand({ name: 'requests', definition: waiting, roleArn: 'r' }),
  );
  return created.stateMachineArn ?? '';
}

async function start(stateMachineArn: string, name = 'life-1', input = '{"id":"1"}'): Promise<string> {
  const started = await sfn.send(new StartExecutionCommand({ stateMachineArn, name, input }));
  await engine.idle();
  return started.executionArn ?? '';
}

const post = (body: string, headers: Record<string, string> = {}) => fetch(url, { method: 'POST', body, headers });

describe('the Step Functions API, through the real client', () => {
  it('creates, lists and updates machines', async () => {
    const stateMachineArn = await createMachine();
    expect(stateMachineArn).toBe('arn:aws:states:eu-central-1:000000000000:stateMachine:requests');
    await sfn.send(new UpdateStateMachineCommand({ stateMachineArn, definition: waiting.replace('600', '700') }));
    const { stateMachines } = await sfn.send(new ListStateMachinesCommand({}));
    expect(stateMachines).toMatchObject([{ name: 'requests', creationDate: new Date(clock.now()) }]);
  });

  it('refuses a definition that the lint finds fault with', async () => {
    const definition = waiting.replace('"End":true', '"Next":"Nowhere"');
    const creation = sfn.send(new CreateStateMachineCommand({ name: 'broken', definition, roleArn: 'r' }));
    await expect(creation).rejects.toMatchObject({ name: 'InvalidDefinition' });
  });

  it('answers a repeated start with the running execution, and refuses another input', async () => {
    const machine = await createMachine();
    const first = await sfn.send(new StartExecutionCommand({ stateMachineArn: machine, name: 'n', input: '{"a":1}' }));
    clock.moveTo(clock.now() + 5000);
    const second = await sfn.send(new StartExecutionCommand({ stateMachineArn: machine, name: 'n', input: '{"a":1}' }));
    expect([second.executionArn, second.startDate]).toEqual([first.executionArn, first.startDate]);
    await expect(start(machine, 'n', '{"a":2}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    await expect(start(machine, 'n', '{ "a": 1 }')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  it('refuses the name of a closed execution for 90 days', async () => {
    const machine = await createMachine();
    const executionArn = await start(machine);
    await sfn.send(new StopExecutionCommand({ executionArn, error: 'Enough', cause: 'The desk closed' }));
    clock.moveTo(clock.now() + 90 * DAY_MS - 1);
    await expect(start(machine)).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    clock.moveTo(clock.now() + 1);
    expect(await start(machine)).toBe(executionArn);
  });

  it('takes one answer per token, and turns late and unknown ones away', async () => {
    const executionArn = await start(await createMachine());
    await sfn.send(new SendTaskHeartbeatCommand({ taskToken: token }));
    await sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: '{"said":"yes"}' }));
    const late = sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: '{"said":"no"}' }));
    await expect(late).rejects.toMatchObject({ name: 'TaskTimedOut' });
    const garbled = sfn.send(new SendTaskFailureCommand({ taskToken: 'never-a-token' }));
    await expect(garbled).rejects.toMatchObject({ name: 'InvalidToken' });
    const stranger = Buffer.from(JSON.stringify(['arn:none', 1, 1])).toString('base64url');
    const unknown = sfn.send(new SendTaskFailureCommand({ taskToken: stranger }));
    await expect(unknown).rejects.toMatchObject({ name: 'TaskDoesNotExist' });
    const described = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({ status: 'SUCCEEDED', input: '{"id":"1"}', output: '{"said":"yes"}' });
  });

  it('refuses an output that is no JSON and leaves the task open', async () => {
    const executionArn = await start(await createMachine());
    const garbled = sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: '{' }));
    await expect(garbled).rejects.toMatchObject({ name: 'InvalidOutput' });
    expect((await sfn.send(new DescribeExecutionCommand({ executionArn }))).status).toBe('RUNNING');
  });

  it('pages through executions and their histories', async () => {
    const stateMachineArn = await createMachine();
    for (const name of ['a', 'b', 'c']) {
      await start(stateMachineArn, name);
      clock.moveTo(clock.now() + 1000);
    }
    const list = await sfn.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 2, statusFilter: 'RUNNING' }));
    expect(list.executions?.map(({ name }) => name)).toEqual(['c', 'b']);
    const { nextToken } = list;
    const rest = await sfn.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 2, nextToken }));
    expect(rest.executions?.map(({ name }) => name)).toEqual(['a']);

    const executionArn = list.executions?.[0]?.executionArn;
    const whole = await sfn.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(whole.events?.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
    ]);
    const newest = { executionArn, reverseOrder: true, maxResults: 3 };
    const page = await sfn.send(new GetExecutionHistoryCommand(newest));
    expect(page.events?.map(({ id }) => id)).toEqual([5, 4, 3]);
    const last = await sfn.send(new GetExecutionHistoryCommand({ ...newest, nextToken: page.nextToken }));
    expect(last.events?.map(({ id, previousEventId }) => [id, previousEventId])).toEqual([
      [2, 1],
      [1, 0],
    ]);
    expect(last.nextToken).toBeUndefined();
  });

  it('stops an execution with the given error, and again without effect', async () => {
    const executionArn = await start(await createMachine());
    const first = await sfn.send(new StopExecutionCommand({ executionArn, error: 'Enough', cause: 'Closed' }));
    clock.moveTo(clock.now() + 1000);
    const again = await sfn.send(new StopExecutionCommand({ executionArn, error: 'Other' }));
    expect(again.stopDate).toEqual(first.stopDate);
    const described = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({ status: 'ABORTED', error: 'Enough', cause: 'Closed' });
  });

  it('has AWS names for what does not exist and for bad input', async () => {
    const executionArn = 'arn:aws:states:eu-central-1:000000000000:execution:requests:none';
    const described = sfn.send(new DescribeExecutionCommand({ executionArn }));
    await expect(described).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' });
    const stateMachineArn = 'arn:aws:states:eu-central-1:000000000000:stateMachine:none';
    await expect(start(stateMachineArn)).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
    const machine = await createMachine();
    await expect(start(machine, 'a b')).rejects.toMatchObject({ name: 'InvalidName' });
    await expect(start(machine, 'a', 'no json')).rejects.toMatchObject({ name: 'InvalidExecutionInput' });
    const big = JSON.stringify('x'.repeat(262_144));
    await expect(start(machine, 'a', big)).rejects.toMatchObject({ name: 'InvalidExecutionInput' });
  });
});

describe('the server under garbage', () => {
  const target = { 'x-amz-target': 'AWSStepFunctions.StartExecution' };

  it('answers bodies that are no JSON, or of another shape, with a client error', async () => {
    for (const body of ['', '{', 'null', '[]', '"text"', '{"stateMachineArn":7}', '\u0000'.repeat(100)]) {
      expect((await post(body, target)).status).toBe(400);
    }
  });

  it('answers operations it does not know with a client error', async () => {
    for (const name of ['AWSStepFunctions.Explode', 'AWSStepFunctions.constructor', 'Other.StartExecution', '']) {
      const response = await post('{}', { 'x-amz-target': name });
      expect(await response.json()).toMatchObject({ __type: 'UnknownOperationException' });
    }
  });

  it('refuses a body that is too large', async () => {
    expect((await post('x'.repeat(3_000_000), target)).status).toBe(413);
  });

  it('goes on after a client hung up in the middle of its body', async () => {
    const aborted = request(url, { method: 'POST', headers: { ...target, 'content-length': '1000' } });
    aborted.on('error', () => {});
    const closed = new Promise((resolve) => aborted.once('close', resolve));
    aborted.write('{"half');
    aborted.once('socket', (socket) => socket.once('connect', () => aborted.destroy()));
    await closed;
    expect(await createMachine()).toContain(':stateMachine:requests');
  });
});
