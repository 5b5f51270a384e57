import jsonata from 'jsonata';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../local/asl/json.ts';
import { plainValue } from '../../../local/asl/plain-expression.ts';

const states: JsonObject = {
  input: {
    id: 'a',
    step: 'slot',
    number: 7,
    nothing: null,
    one: ['x'],
    some: [{ id: 1 }, { id: 2 }],
    deep: { is: [1] },
  },
};

const PLAIN = [
  '$states.input',
  '$states.input.id',
  '$states.input.number',
  '$states.input.nothing',
  '$states.input.deep',
  "$states.input.step = 'slot'",
  "$states.input.step = 'triage'",
  "$states.input.id & '#WAIT#' & $states.input.step",
  "'only' & ' text'",
];
const LEFT_TO_JSONATA = [
  '$states.input.one',
  '$states.input.some.id',
  '$states.input.missing',
  "$states.input.number = 'slot'",
  "$states.input.missing = 'slot'",
  "$states.input.number & '#'",
  '$states.input.id & $states.input.missing',
  "$states.input.id & 'it\\'s'",
  '$count($states.input.some)',
];

describe('An expression that needs no interpreter', () => {
  test.each(PLAIN)('has the value that JSONata gives it: %s', async (expression) => {
    const given = await jsonata(expression).evaluate(undefined, { states });
    expect(plainValue(expression, states)).toEqual(JSON.parse(JSON.stringify(given)));
  });

  test.each(LEFT_TO_JSONATA)('is left to JSONata where it is not plain: %s', (expression) => {
    expect(plainValue(expression, states)).toBeUndefined();
  });

  test('gives a copy, which nobody can change the state by', () => {
    const value = plainValue('$states.input.deep', states);
    expect(value).toEqual({ is: [1] });
    expect(value).not.toBe(Object(states.input).deep);
  });
});
