import { describe, expect, it } from 'vitest';
import { parseDefinition } from '../../../local/asl/definition.ts';
import { CALLBACK, FUNCTION, Lab, MACHINE, NINE } from './lab.ts';

const callback = { Type: 'Task', Resource: CALLBACK, Arguments: {}, End: true };
const done = { Type: 'Succeed' };
const DAY_SECONDS = 86_400;

describe('an execution', () => {
  it('times out as a whole, and nothing can catch that', async () => {
    const caught = { ...callback, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }] };
    const lab = new Lab();
    const execution = await lab.run({ Wait: caught, Caught: done }, {}, { TimeoutSeconds: 60 });
    expect(execution).toMatchObject({ status: 'TIMED_OUT', stoppedAt: NINE + 60_000 });
    expect(lab.types(execution.arn).at(-1)).toBe('ExecutionTimedOut');
  });

  it('lives no longer than a year', async () => {
    const execution = await new Lab().run({ Wait: callback });
    expect(execution).toMatchObject({ status: 'TIMED_OUT', stoppedAt: NINE + 365 * DAY_SECONDS * 1000 });
  });

  it('finishes on the definition it started with', async () => {
    const lab = new Lab();
    const arn = await lab.start({
      Wait: { Type: 'Wait', Seconds: 10, Next: 'End' },
      End: { Type: 'Pass', Output: 'old', End: true },
    });
    lab.engine.registerMachine(MACHINE, JSON.stringify({ StartAt: 'Other', States: { Other: done } }));
    await lab.restart();
    expect((await lab.playOut(arn)).output).toBe('old');
  });

  it('ends with the 25,000th event of its history', async () => {
    const lab = new Lab();
    const execution = await lab.run({ Round: { Type: 'Pass', Next: 'Again' }, Again: { Type: 'Pass', Next: 'Round' } });
    expect(execution.failure?.error).toBe('States.Runtime');
    expect(execution.lastEvent).toBe(25_000);
  });

  it('is refused a definition whose arrows lead nowhere', () => {
    const lost = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' } } };
    expect(() => parseDefinition(JSON.stringify(lost))).toThrow("There is no state 'B'");
    const inner = { StartAt: 'A', States: { A: { Type: 'Map', ItemProcessor: lost, End: true } } };
    expect(() => parseDefinition(JSON.stringify(inner))).toThrow("There is no state 'B'");
    expect(() => parseDefinition('{')).toThrow('Invalid State Machine Definition');
    expect(() => parseDefinition('{"StartAt":"A","States":{"A":{"Type":"Dance"}}}')).toThrow('Invalid');
  });
});

describe('the engine', () => {
  it('refuses JSONPath instead of misreading it', () => {
    const spoken = { StartAt: 'A', States: { A: { Type: 'Pass', Parameters: { 'a.$': '$.b' }, End: true } } };
    expect(() => parseDefinition(JSON.stringify(spoken))).toThrow('States/A/Parameters: only JSONata');
    const inner = { StartAt: 'A', States: { A: { Type: 'Parallel', Branches: [spoken], End: true } } };
    expect(() => parseDefinition(JSON.stringify(inner))).toThrow('States/A/Branches/0/States/A/Parameters');
  });
});

describe('a Wait', () => {
  it('of a hundred days ends after a hundred days, also through restarts', async () => {
    const lab = new Lab();
    const arn = await lab.start({ Wait: { Type: 'Wait', Seconds: 100 * DAY_SECONDS, End: true } });
    await lab.restart();
    await lab.pass(100 * DAY_SECONDS - 1);
    expect(lab.engine.execution(arn).status).toBe('RUNNING');
    await lab.restart();
    await lab.pass(1);
    expect(lab.engine.execution(arn).status).toBe('SUCCEEDED');
  });

  it('until a time never ends before it, not even by parts of a millisecond', async () => {
    const lab = new Lab();
    const execution = await lab.run({
      Wait: { Type: 'Wait', Timestamp: '2026-03-02T11:00:00.000000001+01:00', End: true },
    });
    expect(execution.stoppedAt).toBe(NINE + 3_600_001);
  });

  it('refuses times that only look like times', async () => {
    const texts = [
      '2026-02-30T10:00:00Z',
      '2026-03-02T10:00:00',
      '2026-03-02',
      '2026-03-02T24:30:00Z',
      '02 Mar 2026 10:00 Z',
    ];
    for (const until of texts) {
      const execution = await new Lab().run(
        { Wait: { Type: 'Wait', Timestamp: '{% $states.input %}', End: true } },
        until,
      );
      expect(execution.failure?.error).toBe('States.QueryEvaluationError');
    }
  });

  it('refuses a delay that is too long', async () => {
    const far = { Type: 'Wait', Timestamp: '{% $states.input %}', End: true };
    const execution = await new Lab().run({ Wait: far }, '2999-01-01T00:00:00Z');
    expect(execution.failure?.cause).toContain('Wait state delay is too long.');
  });
});

describe('limits', () => {
  const big = 'x'.repeat(262_144);
  const output = (Output: unknown, input: string) =>
    new Lab().run({ Big: { Type: 'Pass', Output, End: true } } as never, input);

  it('hold for what a state hands on', async () => {
    const execution = await output('{% $states.input & "yy" %}', big.slice(3));
    expect(execution.failure?.error).toBe('States.DataLimitExceeded');
    expect((await output('{% $states.input & "yy" %}', big.slice(4))).status).toBe('SUCCEEDED');
  });

  it('hold for what a state assigns, and for what it sends to a service', async () => {
    const grown = '{% $states.input & $states.input %}';
    const half = big.slice(100_000);
    const assigned = await new Lab().run(
      { Set: { Type: 'Pass', Assign: { big: grown }, Output: null, End: true } },
      half,
    );
    expect(assigned.failure?.error).toBe('States.DataLimitExceeded');
    const sent = await new Lab().run({ Send: { Type: 'Task', Resource: FUNCTION, Arguments: grown, End: true } }, half);
    expect(sent.failure?.error).toBe('States.DataLimitExceeded');
  });
});

describe('expressions', () => {
  const evaluate = async (expression: string, input: unknown = {}) => {
    const execution = await new Lab().run(
      { Ask: { Type: 'Pass', Output: `{% ${expression} %}`, End: true } },
      input as never,
    );
    return execution.status === 'SUCCEEDED' ? execution.output : execution.failure?.cause;
  };

  it('have the functions that AWS adds', async () => {
    expect(await evaluate('$partition([1,2,3,4,5], 2)')).toEqual([[1, 2], [3, 4], [5]]);
    expect(await evaluate('$range(10, 1, -3)')).toEqual([10, 7, 4, 1]);
    expect(await evaluate('$range(1, 9, 9)')).toBe(1);
    expect(await evaluate('$range(1, 2000, 1)')).toContain('at most 1000');
    expect(await evaluate("$hash('text', 'SHA-256')")).toBe(
      '982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1',
    );
    expect(await evaluate("$hash('text', 'CRC')")).toContain('SHA-512');
    expect(await evaluate('$parse("[1, {\\"a\\": null}]")')).toEqual([1, { a: null }]);
    expect(await evaluate('$parse("{")')).toContain('threw an error during evaluation');
    expect(await evaluate('$uuid()')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await evaluate('$random(7) = $random(7)')).toBe(true);
    expect(await evaluate('$sort($shuffle([3,1,2]))')).toEqual([1, 2, 3]);
  });

  it('do not have the function that AWS takes away', async () => {
    expect(await evaluate('$eval("1+1")')).toContain('T1006: Attempted to invoke a non-function');
  });

  it('tell the time of the engine, in any form', async () => {
    expect(await evaluate('$now()')).toBe('2026-03-02T09:00:00.000Z');
    expect(await evaluate('$millis()')).toBe(NINE);
    expect(await evaluate("$now('[D]. [M]. [Y]', '+0100')")).toBe('2. 3. 2026');
  });

  it('cannot reach anything as a root', async () => {
    expect(await evaluate('$exists($) or $exists($$)')).toBe(false);
  });

  it('may not give a function, not even inside an object', async () => {
    expect(await evaluate("{'f': $sum}")).toContain('returned an unsupported result type.');
  });

  it('that never end are cut off', async () => {
    expect(await evaluate('($f := function($n){1 + $f($n)}; $f(1))')).toContain('threw an error during evaluation');
  });

  it('leave their input as it was', async () => {
    const states = {
      First: { Type: 'Pass', Assign: { one: '{% $states.input.list[0][] %}' }, Next: 'Second' },
      Second: { Type: 'Pass', Output: ['{% $one %}', '{% $states.input.list %}'], End: true },
    };
    const execution = await new Lab().run(states, { list: [1, 2] });
    expect(execution.output).toEqual([[1], [1, 2]]);
  });

  it('keep keys that are dangerous elsewhere', async () => {
    expect(JSON.stringify(await evaluate('$states.input', JSON.parse('{"__proto__":{"a":1},"constructor":2}')))).toBe(
      '{"__proto__":{"a":1},"constructor":2}',
    );
  });

  it('see variables as they were on entry', async () => {
    const states = {
      Set: { Type: 'Pass', Assign: { a: 1, b: 2 }, Next: 'Swap' },
      Swap: { Type: 'Pass', Assign: { a: '{% $b %}', b: '{% $a %}' }, Output: '{% $a %}', Next: 'Read' },
      Read: { Type: 'Pass', Output: ['{% $states.input %}', '{% $a %}', '{% $b %}'], End: true },
    };
    expect((await new Lab().run(states)).output).toEqual([1, 2, 1]);
  });

  it('that fail inside a Catcher fail the state', async () => {
    const states = {
      Work: {
        Type: 'Task',
        Resource: CALLBACK,
        TimeoutSeconds: 1,
        End: true,
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Done', Output: '{% $nothing %}' }],
      },
      Done: done,
    };
    const lab = new Lab();
    const execution = await lab.run(states);
    expect(execution.failure?.error).toBe('States.QueryEvaluationError');
    expect(lab.types(execution.arn)).toContain('EvaluationFailed');
  });
});

describe('a Choice', () => {
  it('without a rule that matches and without Default fails', async () => {
    const execution = await new Lab().run({
      Which: { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'Done' }] },
      Done: done,
    });
    expect(execution.failure?.cause).toContain('The state does not point to a next state.');
  });

  it('wants true or false', async () => {
    const execution = await new Lab().run({
      Which: { Type: 'Choice', Choices: [{ Condition: "{% 'yes' %}", Next: 'Done' }] },
      Done: done,
    });
    expect(execution.failure?.cause).toContain("Expected 'boolean', but was 'string' for value: \"yes\"");
  });
});
