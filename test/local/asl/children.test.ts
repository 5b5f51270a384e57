import { describe, expect, it } from 'vitest';
import { TaskError } from '../../../local/asl/errors.ts';
import { CALLBACK, FUNCTION, Lab } from './lab.ts';

const callback = { Type: 'Task', Resource: CALLBACK, Arguments: { item: '{% $states.input %}' }, End: true };
const processor = (state: object) => ({ StartAt: 'Each', States: { Each: { ...callback, ...state } } });
const items = [0, 1, 2, 3, 4];

describe('a Map', () => {
  it('runs no more iterations at once than it may, and keeps the order of the items', async () => {
    const lab = new Lab();
    const map = {
      Type: 'Map',
      Items: items,
      MaxConcurrency: '{% $states.input %}',
      ItemProcessor: processor({}),
      End: true,
    };
    const arn = await lab.start({ All: map }, 2);
    expect(lab.calls).toHaveLength(2);
    await lab.engine.sendTaskSuccess(lab.tokens()[1] ?? '', '"one"');
    await lab.engine.idle();
    expect(lab.calls).toHaveLength(3);
    for (let next = 0; next < 5; next++) {
      if (next !== 1) await lab.engine.sendTaskSuccess(lab.tokens()[next] ?? '', JSON.stringify(`item ${next}`));
      await lab.engine.idle();
    }
    expect(lab.engine.execution(arn).output).toEqual(['item 0', 'one', 'item 2', 'item 3', 'item 4']);
  });

  it('runs at most 40 iterations at once', async () => {
    const lab = new Lab();
    const map = { Type: 'Map', ItemProcessor: processor({}), End: true };
    await lab.start(
      { All: map },
      Array.from({ length: 100 }, (_, index) => index),
    );
    expect(lab.calls).toHaveLength(40);
  });

  it('gives each iteration what its selector makes of item and index', async () => {
    const lab = new Lab(({ args }) => args);
    const selected = {
      at: '{% $states.context.Map.Item.Index %}',
      item: '{% $states.context.Map.Item.Value %}',
      of: '{% $count($states.input) %}',
    };
    const map = { Type: 'Map', ItemSelector: selected, ItemProcessor: processor({ Resource: FUNCTION }), End: true };
    const { output } = await lab.run({ All: map }, ['a', 'b']);
    expect(output).toEqual([{ item: { at: 0, item: 'a', of: 2 } }, { item: { at: 1, item: 'b', of: 2 } }]);
  });

  it('aborts the other iterations when one fails, and hands on its error', async () => {
    const lab = new Lab();
    const map = {
      Type: 'Map',
      ItemProcessor: processor({}),
      End: true,
      Catch: [{ ErrorEquals: ['Broken'], Next: 'Caught' }],
    };
    const arn = await lab.start({ All: map, Caught: { Type: 'Succeed' } }, [1, 2, 3]);
    await lab.engine.sendTaskFailure(lab.tokens()[1] ?? '', { error: 'Broken', cause: 'by two' });
    expect(lab.engine.execution(arn)).toMatchObject({
      status: 'SUCCEEDED',
      output: { Error: 'Broken', Cause: 'by two' },
    });
    const types = lab.types(arn);
    expect(types.filter((type) => type === 'MapIterationAborted')).toHaveLength(2);
    expect(types.filter((type) => type === 'TaskStateAborted')).toHaveLength(2);
    const late = lab.engine.sendTaskSuccess(lab.tokens()[0] ?? '', '1');
    await expect(late).rejects.toMatchObject({ name: 'TaskTimedOut' });
  });

  it('tolerates failures up to a number or a share, and leaves them out of its result', async () => {
    const odd = ({ args }: { args: unknown }) => {
      const { item } = args as { item: number };
      if (item % 2 === 1) throw new TaskError('Odd', String(item));
      return item;
    };
    const run = (tolerance: object) => {
      const each = processor({ Resource: FUNCTION });
      return new Lab(odd).run({ All: { Type: 'Map', Items: items, ItemProcessor: each, End: true, ...tolerance } });
    };
    expect((await run({ ToleratedFailureCount: 2 })).output).toEqual([0, 2, 4]);
    expect((await run({ ToleratedFailurePercentage: '{% 40 %}' })).output).toEqual([0, 2, 4]);
    const exceeded = { error: 'States.ExceedToleratedFailureThreshold' };
    expect((await run({ ToleratedFailureCount: 1 })).failure).toMatchObject(exceeded);
    expect((await run({ ToleratedFailurePercentage: 39 })).failure).toMatchObject(exceeded);
    expect((await run({})).failure).toEqual({ error: 'Odd', cause: '1' });
  });

  it('starts all iterations anew on a retry', async () => {
    let failures = 1;
    const lab = new Lab(({ args }) => {
      if (failures-- > 0) throw new TaskError('Busy', '');
      return args;
    });
    const retry = [{ ErrorEquals: ['Busy'], IntervalSeconds: 2 }];
    const map = {
      Type: 'Map',
      Items: [1, 2],
      MaxConcurrency: 1,
      ItemProcessor: processor({ Resource: FUNCTION }),
      Retry: retry,
      End: true,
    };
    expect((await lab.run({ All: map })).output).toEqual([{ item: 1 }, { item: 2 }]);
    expect(lab.calls.map(({ args }) => args)).toEqual([{ item: 1 }, { item: 1 }, { item: 2 }]);
  });
});

describe('a Parallel', () => {
  const branch = (state: object) => ({ StartAt: 'Do', States: { Do: { End: true, ...state } } });

  it('aborts its branches when one fails', async () => {
    const lab = new Lab();
    const waiting = branch({ Type: 'Wait', Seconds: 100 });
    const failing = {
      StartAt: 'Soon',
      States: { Soon: { Type: 'Wait', Seconds: 5, Next: 'No' }, No: { Type: 'Fail', Error: 'No' } },
    };
    const arn = await lab.start({ Both: { Type: 'Parallel', Branches: [waiting, failing], End: true } });
    const { stoppedAt = 0, startedAt, failure } = await lab.playOut(arn);
    expect([stoppedAt - startedAt, failure?.error]).toEqual([5000, 'No']);
    expect(lab.types(arn)).toContain('WaitStateAborted');
  });

  it('keeps the variables of its branches apart and to themselves', async () => {
    const own = (value: string) => ({
      StartAt: 'Set',
      States: {
        Set: { Type: 'Pass', Assign: { mine: value }, Next: 'Read' },
        Read: { Type: 'Pass', Output: '{% $shared & $mine %}', End: true },
      },
    });
    const execution = await new Lab().run({
      Share: { Type: 'Pass', Assign: { shared: 'both, ' }, Next: 'Both' },
      Both: { Type: 'Parallel', Branches: [own('left'), own('right')], Next: 'After' },
      After: { Type: 'Pass', Output: ['{% $states.input %}', '{% $exists($mine) %}'], End: true },
    });
    expect(execution.output).toEqual([['both, left', 'both, right'], false]);
  });

  it('lets all branches take their first step before any takes its second', async () => {
    const two = (name: string) => ({
      StartAt: `${name}1`,
      States: { [`${name}1`]: { Type: 'Pass', Next: `${name}2` }, [`${name}2`]: { Type: 'Pass', End: true } },
    });
    const lab = new Lab();
    const arn = await lab.start({ Both: { Type: 'Parallel', Branches: [two('a'), two('b')], End: true } });
    const entered = lab.engine.history(arn).flatMap(({ stateEnteredEventDetails: details }) => details?.name ?? []);
    expect(entered).toEqual(['Both', 'a1', 'b1', 'a2', 'b2']);
  });

  it('lets timers that came due together fire in the order of their times', async () => {
    const waiting = (name: string, seconds: number) => ({
      StartAt: name,
      States: { [name]: { Type: 'Wait', Seconds: seconds, End: true } },
    });
    const lab = new Lab();
    const arn = await lab.start({
      Both: { Type: 'Parallel', Branches: [waiting('late', 8), waiting('early', 5)], End: true },
    });
    await lab.pass(10);
    const left = lab.engine.history(arn).flatMap(({ stateExitedEventDetails: details }) => details?.name ?? []);
    expect(left).toEqual(['early', 'late', 'Both']);
  });

  it('catches no runtime error by States.ALL', async () => {
    const lost = { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'End' }] };
    const branches = [{ StartAt: 'Lost', States: { Lost: lost, End: { Type: 'Succeed' } } }];
    const caught = [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }];
    const both = { Type: 'Parallel', Branches: branches, Catch: caught, End: true };
    const execution = await new Lab().run({ Both: both, Caught: { Type: 'Succeed' } });
    expect(execution).toMatchObject({ status: 'FAILED', failure: { error: 'States.Runtime' } });
  });
});
