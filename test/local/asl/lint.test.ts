import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../local/asl/json.ts';
import { lint } from '../../../local/asl/lint.ts';

const machine = (states: JsonObject): JsonObject => ({
  QueryLanguage: 'JSONata',
  StartAt: Object.keys(states)[0] ?? '',
  States: states,
});
const pass = (fields: JsonObject) => machine({ A: { Type: 'Pass', End: true, ...fields } });
const asking = (expression: string) => pass({ Output: `{% ${expression} %}` });
const task = (fields: JsonObject) => {
  const resource = 'arn:aws:states:::aws-sdk:dynamodb:getItem';
  return machine({
    A: { Type: 'Task', Resource: resource, Arguments: {}, Next: 'B', ...fields },
    B: { Type: 'Succeed' },
  });
};

describe('expressions', () => {
  it.each([
    ['$states.input.a ?? 1', '?'],
    ['$states.input.a ?: 1', '":" cannot be used'],
    ['$$.a', '$$ does not exist'],
    ['$.a', '$ has no value here'],
    ['a.b', "'a' stands alone"],
    ['{"x": a}', "'a' stands alone"],
    ['$count(*)', "'*' stands alone"],
    ['$nothing', '$nothing is neither'],
    ['$nothing($states.input)', '$nothing is neither'],
    ['$eval("1")', '$eval does not exist'],
    ['$states.result', '$states.result does not exist in this field'],
    ['$states.errorOutput.Error', '$states.errorOutput does not exist in this field'],
    ['$states.inptu', '$states.inptu does not exist in this field'],
    ['$states.input.list[$other > 1]', '$other is neither'],
    ['function($v){ $w }', '$w is neither'],
    ['($x := 1; $y)', '$y is neither'],
    ['($f := ($inner := 1); $inner)', '$inner is neither'],
    ['$states.input.', ''],
  ])('%s is refused', (expression, problem) => {
    const problems = lint(asking(expression)).join();
    expect(problems).toContain('States/A/Output: ');
    expect(problems).toContain(problem);
  });

  it.each([
    '$states',
    '$states.input.list[price > 100 and $ > 1][]',
    '$map($states.input, function($v, $i){ $v.name & $i })',
    '($total := $sum($states.input.price); $total * 2)',
    '$states.input@$l.orders#$i[$i > 0].{"l": $l, "name": name, "all": *}',
    '$states.input^(>price){kind: $sum(price)}',
    '$states.input ~> |orders|{"price": price * 2}|',
    '$states.input.items.(name & $string(price))',
    '$partition($range(1, 9, 1), 3)[0] ~> $count',
    '$now() & $uuid() & $hash($string($millis()), "MD5") & $parse("1") & $random()',
    '$states.context.Execution.Input.`odd name`',
    '/^a+$/ ~> $type',
  ])('%s is fine', (expression) => {
    expect(lint(asking(expression))).toEqual([]);
  });

  it('must have both brackets and a space inside them; spaces outside make them literals', () => {
    expect(lint(pass({ Output: '10 %}' })).join()).toContain('half an expression');
    expect(lint(pass({ Output: ['{% 10'] })).join()).toContain('half an expression');
    expect(lint(pass({ Output: '{%10%}' })).join()).toContain('needs a space');
    expect(lint(pass({ Output: [' {% not.evaluated %} '] }))).toEqual([]);
  });

  it('may stand in every field, and are checked in every field', () => {
    const fields = ['Seconds', 'Timestamp'];
    for (const field of fields) {
      const wait = (value: string) => lint(machine({ A: { Type: 'Wait', [field]: value, End: true } }));
      expect(wait('{% $states.input.x %}')).toEqual([]);
      expect(wait('{% x %}').join()).toContain(`States/A/${field}: 'x' stands alone`);
    }
    expect(lint(task({ TimeoutSeconds: '{% x %}' })).join()).toContain('States/A/TimeoutSeconds');
    expect(lint(task({ Arguments: { deep: [{ er: '{% x %}' }] } })).join()).toContain('States/A/Arguments/deep/0/er');
  });

  it('see results and errors only where there are some', () => {
    expect(lint(task({ Output: '{% $states.result %}', Assign: { r: '{% $states.result %}' } }))).toEqual([]);
    expect(lint(task({ Arguments: '{% $states.result %}' })).join()).toContain('$states.result does not exist');
    const caught = (Output: Json) => lint(task({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B', Output }] }));
    expect(caught('{% $states.errorOutput.Cause %}')).toEqual([]);
    expect(caught('{% $states.result %}').join()).toContain('States/A/Catch/0/Output: $states.result does not exist');
  });
});

describe('variables', () => {
  const read = { Type: 'Pass', Output: '{% $x %}', End: true };

  it('must be assigned on some way to the state', () => {
    const set = { Type: 'Pass', Assign: { x: 1 }, Next: 'Read' };
    expect(lint(machine({ Set: set, Read: read }))).toEqual([]);
    expect(lint(machine({ Set: { ...set, Assign: { x: '{% $x %}' } }, Read: read })).join()).toContain(
      'States/Set/Assign/x',
    );
    expect(lint(machine({ Set: { ...set, Output: '{% $x %}' }, Read: read })).join()).toContain('States/Set/Output');
  });

  it('come along every kind of arrow', () => {
    const choices = [{ Condition: '{% true %}', Assign: { x: 1 }, Next: 'Read' }];
    expect(
      lint(machine({ If: { Type: 'Choice', Choices: choices, Default: 'End' }, Read: read, End: { Type: 'Succeed' } })),
    ).toEqual([]);
    const caught = [{ ErrorEquals: ['States.ALL'], Assign: { x: 1 }, Next: 'Read' }];
    const work = { Type: 'Task', Resource: 'arn:aws:states:::sns:publish', Catch: caught, End: true };
    expect(lint(machine({ Work: work, Read: read }))).toEqual([]);
    const elsewhere = { ...work, Assign: { x: 1 }, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Read' }] };
    expect(lint(machine({ Work: elsewhere, Read: read })).join()).toContain('$x is neither');
  });

  it('reach into branches but not out of them, and may not be hidden there', () => {
    const inner = (state: JsonObject) => ({ StartAt: 'In', States: { In: { Type: 'Pass', End: true, ...state } } });
    const around = (state: JsonObject, after: JsonObject = { Type: 'Succeed' }) =>
      lint(
        machine({
          Set: { Type: 'Pass', Assign: { x: 1 }, Next: 'Both' },
          Both: { Type: 'Parallel', Branches: [inner(state)], Next: 'After' },
          After: after,
        }),
      );
    expect(around({ Output: '{% $x %}' })).toEqual([]);
    expect(around({ Assign: { y: 1 } }, { ...read, Output: '{% $y %}' }).join()).toContain(
      'States/After/Output: $y is neither',
    );
    expect(around({ Assign: { x: 2 } }).join()).toContain("'x' hides a variable");
  });

  it('have names that expressions can spell', () => {
    expect(lint(pass({ Assign: { states: 1 } })).join()).toContain("'states' is reserved");
    expect(lint(pass({ Assign: { 'no name': 1 } })).join()).toContain('is no name');
  });
});

describe('fields', () => {
  it.each<[string, JsonObject, string]>([
    ['Result', pass({ Result: 1 }), 'States/A/Result: exists in JSONPath only'],
    ['InputPath', pass({ InputPath: '$.a' }), 'States/A/InputPath: exists in JSONPath only'],
    ['a way back to JSONPath', pass({ QueryLanguage: 'JSONPath' }), 'cannot go back to JSONPath'],
    ['a lost target', machine({ A: { Type: 'Pass', Next: 'Lost' } }), 'Lost'],
    ['a misspelt field', pass({ Outptu: 1 }), 'SCHEMA'],
    ['States.ALL in company', task({ Catch: [{ ErrorEquals: ['States.ALL', 'E'], Next: 'B' }] }), 'must stand alone'],
    [
      'States.ALL before others',
      task({ Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['E'] }] }),
      'States/A/Retry/0: States.ALL must come last',
    ],
    ['a shrinking backoff', task({ Retry: [{ ErrorEquals: ['E'], BackoffRate: 0.5 }] }), 'BackoffRate'],
    [
      'a cap below the interval',
      task({ Retry: [{ ErrorEquals: ['E'], IntervalSeconds: 9, MaxDelaySeconds: 9 }] }),
      'MaxDelaySeconds must be greater',
    ],
    ['the other spelling', task({ Retry: [{ ErrorEquals: ['DynamoDB.Busy'] }] }), "it is spelled 'DynamoDb.'"],
    [
      'a timestamp without offset',
      machine({ A: { Type: 'Wait', Timestamp: '2026-03-02T10:00:00', End: true } }),
      'ISO-8601',
    ],
    [
      'a heartbeat that is too slow',
      task({ TimeoutSeconds: 5, HeartbeatSeconds: 5 }),
      'HeartbeatSeconds must be smaller',
    ],
    ['credentials without a role', task({ Credentials: {} }), "'RoleArn' is required"],
    ['no states', {}, 'no States'],
  ])('%s is refused', (_title, definition, problem) => {
    expect(lint(definition).join()).toContain(problem);
  });

  it('may hold any JSON as Output and Arguments, and states may have any name', () => {
    for (const value of [null, 0, false, 'text', [1, [2]], { a: null }]) {
      expect(lint(pass({ Output: value }))).toEqual([]);
      expect(lint(task({ Arguments: value }))).toEqual([]);
    }
    const named = machine({ Output: { Type: 'Pass', Next: 'Items' }, Items: { Type: 'Pass', End: true } });
    expect(lint(named)).toEqual([]);
  });

  it('are left alone where JSONPath is spoken', () => {
    const states = { A: { Type: 'Pass', Parameters: { 'a.$': '$.b' }, ResultPath: '$.c', End: true } };
    expect(lint({ StartAt: 'A', States: states })).toEqual([]);
  });

  it('do not change while they are checked', () => {
    const definition = pass({ Output: 1 });
    const before = JSON.stringify(definition);
    lint(definition);
    expect(JSON.stringify(definition)).toBe(before);
  });
});
