import asl from 'asl-validator';
import jsonata from 'jsonata-aws';
import { describe, expect, test } from 'vitest';
import { STEPS } from '../../domain/request.ts';
import { meetingRequest, WAITS } from '../../workflows/meeting-request.ts';

const definition = meetingRequest({
  tableName: 'cases',
  passDeadlineArn: 'arn:aws:lambda:eu-west-1:111122223333:function:pass-deadline',
});

const expressionsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.startsWith('{%') ? [value.slice(2, -2).trim()] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(expressionsIn) : [];
};

describe('The definition of a meeting request', () => {
  test('is a valid state machine', () => {
    expect(asl(definition)).toMatchObject({ isValid: true, errors: [] });
  });

  test('uses only expressions that the version of JSONata in the cloud can parse', () => {
    const expressions = [...new Set(expressionsIn(definition))];

    expect(expressions.length).toBeGreaterThan(10);
    for (const expression of expressions) expect(() => jsonata(expression), expression).not.toThrow();
  });

  test('has a wait for every step but the last', () => {
    expect(Object.keys(WAITS)).toEqual(STEPS.filter((step) => step !== 'closed'));
  });

  test('keeps the four names of the office', () => {
    expect(Object.keys(definition.States)).toEqual(
      expect.arrayContaining(['Wait for slot', 'Reminder', 'Meeting', 'Follow-up deadline']),
    );
  });

  test('names every error that a wait retries, so that a signal is never retried away', () => {
    const waits = Object.values(definition.States).flatMap((state) => ('Catch' in state ? [state] : []));
    const retried = waits.flatMap((state) => state.Retry).flatMap((retry) => retry.ErrorEquals);

    expect(waits).toHaveLength(7);
    expect(retried.filter((error) => !error.startsWith('DynamoDb.'))).toEqual([]);
  });

  test("asks in every wait for that wait's own step, as a literal", () => {
    for (const [step, name] of Object.entries(WAITS)) {
      const state = Object.entries(definition.States).find(([found]) => found === name)?.[1];
      expect(state).toMatchObject({ Arguments: { ExpressionAttributeValues: { ':step': { S: step } } } });
    }
  });
});
