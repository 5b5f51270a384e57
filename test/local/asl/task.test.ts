import { describe, expect, it } from 'vitest';
import { TaskError } from '../../../local/asl/errors.ts';
import { CALLBACK, FUNCTION, Lab } from './lab.ts';

const work = { Type: 'Task', Resource: FUNCTION, End: true };
const callback = {
  Type: 'Task',
  Resource: CALLBACK,
  Arguments: { token: '{% $states.context.Task.Token %}' },
  End: true,
};
const asked = { error: 'CourseChanged', cause: '{"id":"1"}' };
const failing = () => {
  throw new TaskError('Busy', 'try later');
};

describe('retries', () => {
  it('draw a full jitter between zero and the capped delay, the same again after a restart', async () => {
    const retry = { ErrorEquals: ['Busy'], IntervalSeconds: 8, MaxAttempts: 12, BackoffRate: 2, MaxDelaySeconds: 60 };
    const states = { Work: { ...work, Retry: [{ ...retry, JitterStrategy: 'FULL' }] } };
    const delaysOf = async (restarting: boolean) => {
      const lab = new Lab(failing);
      const arn = await lab.start(states);
      const delays: number[] = [];
      while (lab.engine.execution(arn).status === 'RUNNING') {
        if (restarting) await lab.restart();
        const wait = ((lab.engine.nextWake() ?? 0) - lab.clock.now()) / 1000;
        delays.push(wait);
        await lab.pass(wait);
      }
      return delays;
    };
    const delays = await delaysOf(false);
    expect(delays).toHaveLength(12);
    delays.forEach((delay, index) => {
      expect(delay).toBeGreaterThanOrEqual(0);
      expect(delay).toBeLessThanOrEqual(Math.min(8 * 2 ** index, 60));
    });
    expect(new Set(delays).size).toBe(12);
    expect(await delaysOf(true)).toEqual(delays);
  });

  it('give each attempt a token of its own and bury the old one', async () => {
    const lab = new Lab();
    const states = { Wait: { ...callback, Retry: [{ ErrorEquals: ['Again'], IntervalSeconds: 5 }] } };
    const arn = await lab.start(states);
    await lab.engine.sendTaskFailure(lab.tokens()[0] ?? '', { error: 'Again', cause: null });
    await lab.pass(5);
    const [first = '', second = ''] = lab.tokens();
    expect(second).not.toBe(first);
    expect(lab.calls[1]).toMatchObject({ args: { token: second }, retryCount: 1 });
    await expect(lab.engine.sendTaskSuccess(first, '1')).rejects.toMatchObject({ name: 'TaskTimedOut' });
    await lab.engine.sendTaskSuccess(second, '2');
    expect(lab.engine.execution(arn)).toMatchObject({ status: 'SUCCEEDED', output: 2 });
  });

  it('start counting anew when the state is entered again', async () => {
    const lab = new Lab(failing);
    const retry = { ErrorEquals: ['Busy'], MaxAttempts: 2, IntervalSeconds: 1 };
    const again = { ErrorEquals: ['States.ALL'], Next: 'Work', Output: '{% $states.input + 1 %}' };
    const states = {
      'Once more?': {
        Type: 'Choice',
        Choices: [{ Condition: '{% $states.input < 2 %}', Next: 'Work' }],
        Default: 'Enough',
      },
      Work: { ...work, End: false, Next: 'Enough', Retry: [retry], Catch: [{ ...again, Next: 'Once more?' }] },
      Enough: { Type: 'Succeed' },
    };
    await lab.run(states, 0);
    expect(lab.calls).toHaveLength(6);
  });
});

describe('callbacks', () => {
  it('may come before the call of the service has returned', async () => {
    const lab = new Lab();
    lab.answer = async ({ token }) => {
      await lab.engine.sendTaskSuccess(token, '"quick"');
      return {};
    };
    const arn = await lab.start({ Wait: callback });
    expect(lab.engine.execution(arn)).toMatchObject({ status: 'SUCCEEDED', output: 'quick' });
    expect(lab.types(arn)).not.toContain('TaskSubmitted');
  });

  it('win once when two come at the same moment', async () => {
    const lab = new Lab();
    const arn = await lab.start({ Wait: callback });
    const [token = ''] = lab.tokens();
    const both = [lab.engine.sendTaskSuccess(token, '1'), lab.engine.sendTaskSuccess(token, '2')];
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(lab.engine.execution(arn).output).toBe(1);
  });

  it('lose against a timer that is due at the same moment', async () => {
    const lab = new Lab();
    const arn = await lab.start({ Wait: { ...callback, TimeoutSeconds: 10 } });
    lab.clock.moveTo(lab.clock.now() + 10_000);
    const late = lab.engine.sendTaskSuccess(lab.tokens()[0] ?? '', '1');
    await expect(late).rejects.toMatchObject({ name: 'TaskTimedOut' });
    expect(lab.engine.execution(arn)).toMatchObject({ status: 'FAILED', failure: { error: 'States.Timeout' } });
  });

  it('are turned away after the execution was stopped', async () => {
    const lab = new Lab();
    const arn = await lab.start({ Wait: callback });
    await lab.engine.stopExecution(arn, { error: 'Enough', cause: null });
    await expect(lab.engine.sendTaskHeartbeat(lab.tokens()[0] ?? '')).rejects.toMatchObject({ name: 'TaskTimedOut' });
    expect(lab.types(arn).slice(-2)).toEqual(['TaskStateAborted', 'ExecutionAborted']);
  });

  it('choose the Catcher by the name they fail with', async () => {
    const lab = new Lab();
    const moved = { ErrorEquals: ['DeadlineMoved'], Next: 'Moved' };
    const changed = {
      ErrorEquals: ['CourseChanged'],
      Next: 'Changed',
      Output: '{% $parse($states.errorOutput.Cause) %}',
    };
    const arn = await lab.start({
      Wait: { ...callback, Catch: [moved, changed] },
      Moved: { Type: 'Fail' },
      Changed: { Type: 'Succeed' },
    });
    await lab.engine.sendTaskFailure(lab.tokens()[0] ?? '', asked);
    expect(lab.engine.execution(arn)).toMatchObject({ status: 'SUCCEEDED', output: { id: '1' } });
  });

  it('are not needed when the service refuses the call', async () => {
    const lab = new Lab(() => {
      throw new TaskError('DynamoDb.ConditionalCheckFailedException', 'The conditional request failed');
    });
    const refused = { ErrorEquals: ['DynamoDb.ConditionalCheckFailedException'], Next: 'Look again' };
    const execution = await lab.run({ Wait: { ...callback, Catch: [refused] }, 'Look again': { Type: 'Succeed' } });
    expect(execution.status).toBe('SUCCEEDED');
  });
});

describe('timeouts', () => {
  it('are put off by each heartbeat, up to the timeout', async () => {
    const lab = new Lab();
    const arn = await lab.start({ Wait: { ...callback, TimeoutSeconds: 100, HeartbeatSeconds: 30 } });
    const [token = ''] = lab.tokens();
    for (const seconds of [29, 29, 29]) {
      await lab.pass(seconds);
      await lab.engine.sendTaskHeartbeat(token);
    }
    await lab.pass(12);
    expect(lab.engine.execution(arn).status).toBe('RUNNING');
    await lab.pass(1);
    expect(lab.engine.execution(arn)).toMatchObject({ status: 'FAILED', failure: { error: 'States.Timeout' } });
  });

  it('come when a heartbeat stays away, and are caught under either name', async () => {
    for (const name of ['States.HeartbeatTimeout', 'States.Timeout']) {
      const lab = new Lab();
      const states = {
        Wait: { ...callback, HeartbeatSeconds: 30, Catch: [{ ErrorEquals: [name], Next: 'Caught' }] },
        Caught: { Type: 'Succeed' },
      };
      const arn = await lab.start(states);
      await lab.pass(30);
      expect(lab.engine.execution(arn).output).toEqual({ Error: 'States.Timeout', Cause: '' });
    }
  });

  it('are no task failures', async () => {
    const lab = new Lab();
    const states = {
      Wait: {
        ...callback,
        TimeoutSeconds: '{% $states.input.limit %}',
        Catch: [{ ErrorEquals: ['States.TaskFailed'], Next: 'Caught' }],
      },
      Caught: { Type: 'Succeed' },
    };
    expect((await lab.run(states, { limit: 7 })).status).toBe('FAILED');
  });

  it('must be whole seconds within bounds', async () => {
    for (const limit of ['7', 1.5, 0, -1, 100_000_000]) {
      const lab = new Lab();
      const execution = await lab.run(
        { Wait: { ...callback, TimeoutSeconds: '{% $states.input.limit %}' } },
        { limit },
      );
      expect(execution.failure?.error).toBe('States.QueryEvaluationError');
    }
  });
});

describe('calls of services', () => {
  it('that throw something unknown fail the task', async () => {
    const lab = new Lab(() => {
      throw new Error('no network');
    });
    const execution = await lab.run({ Work: work });
    expect(execution.failure).toEqual({ error: 'States.TaskFailed', cause: 'Error: no network' });
  });

  it('that bring more than 256 KiB fail with a limit that States.ALL catches', async () => {
    const lab = new Lab(() => 'ä'.repeat(131_072));
    const states = {
      Work: { ...work, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }] },
      Caught: { Type: 'Succeed' },
    };
    expect((await lab.run(states)).output).toMatchObject({ Error: 'States.DataLimitExceeded' });
  });

  it('see what they were called with, whatever happens to the input later', async () => {
    const lab = new Lab(({ args }) => args);
    const states = { Work: { ...work, Arguments: { all: '{% $states.input.list[$ > 1] %}' } } };
    expect((await lab.run(states, { list: [1, 2] })).output).toEqual({ all: 2 });
    expect(lab.calls[0]).toMatchObject({ resource: FUNCTION, args: { all: 2 }, stateName: 'Work', retryCount: 0 });
  });
});
