import { expect, test } from 'vitest';
import { parseExpression, ScheduleError } from '../../../local/scheduler/expression.ts';

/** The next occurrences after an instant, as ISO texts without milliseconds. */
function next(expression: string, after: string, { zone = 'UTC', count = 1 } = {}): string[] {
  const { nextAfter } = parseExpression(expression, zone, Date.parse(after));
  const found: string[] = [];
  for (let at = nextAfter(Date.parse(after)); at && found.length < count; at = nextAfter(at)) {
    found.push(new Date(at).toISOString().replace('.000', ''));
  }
  return found;
}

test.each([
  ['cron(0 8 * * ? *)', '2026-11-23T07:59:59Z', '2026-11-23T08:00:00Z'],
  ['cron(0 8 * * ? *)', '2026-11-23T08:00:00Z', '2026-11-24T08:00:00Z'],
  ['cron(0/15 * * * ? *)', '2026-11-23T08:01:00Z', '2026-11-23T08:15:00Z'],
  ['cron(5/20 * * * ? *)', '2026-11-23T08:46:00Z', '2026-11-23T09:05:00Z'],
  ['cron(*/10 * * * ? *)', '2026-11-23T08:01:00Z', '2026-11-23T08:10:00Z'],
  ['cron(0 9/4 * * ? *)', '2026-11-23T14:00:00Z', '2026-11-23T17:00:00Z'],
  ['cron(0 8 ? * 2-6 *)', '2026-11-20T09:00:00Z', '2026-11-23T08:00:00Z'],
  ['cron(0 8 ? * 7 *)', '2026-11-23T00:00:00Z', '2026-11-28T08:00:00Z'],
  ['cron(0 8 ? * 1,4 *)', '2026-11-23T00:00:00Z', '2026-11-25T08:00:00Z'],
  ['cron(0 8 ? * MON-FRI *)', '2026-11-27T09:00:00Z', '2026-11-30T08:00:00Z'],
  ['cron(0 8 ? * L *)', '2026-11-23T00:00:00Z', '2026-11-28T08:00:00Z'],
  ['cron(0 8 ? * 6L *)', '2026-11-01T00:00:00Z', '2026-11-27T08:00:00Z'],
  ['cron(0 8 ? * 3#2 *)', '2026-11-01T00:00:00Z', '2026-11-10T08:00:00Z'],
  ['cron(0 8 L * ? *)', '2027-02-01T00:00:00Z', '2027-02-28T08:00:00Z'],
  ['cron(0 8 15W * ? *)', '2026-11-01T00:00:00Z', '2026-11-16T08:00:00Z'],
  ['cron(0 8 1 JAN,JUL ? *)', '2026-11-01T00:00:00Z', '2027-01-01T08:00:00Z'],
  ['cron(0 0 1 1 ? 2030)', '2026-11-01T00:00:00Z', '2030-01-01T00:00:00Z'],
  ['at(2026-12-01T08:00:00)', '2026-11-01T00:00:00Z', '2026-12-01T08:00:00Z'],
])('%s after %s is %s', (expression, after, expected) => {
  expect(next(expression, after)).toEqual([expected]);
});

test('what has passed for good has no next occurrence', () => {
  expect(next('at(2026-12-01T08:00:00)', '2026-12-01T08:00:00Z')).toEqual([]);
  expect(next('cron(0 0 1 1 ? 2020)', '2026-01-01T00:00:00Z')).toEqual([]);
});

test('a rate counts from its beginning', () => {
  const { nextAfter } = parseExpression('rate(5 minutes)', 'UTC', 1000);
  expect([nextAfter(1000), nextAfter(301_000), nextAfter(1_000_000)]).toEqual([301_000, 601_000, 1_201_000]);
  expect(next('rate(1 day)', '2026-11-23T07:30:00Z', { count: 2 })).toEqual([
    '2026-11-24T07:30:00Z',
    '2026-11-25T07:30:00Z',
  ]);
});

test('local time is kept over the change of clocks', () => {
  const zone = 'Europe/Berlin';
  expect(next('cron(0 8 * * ? *)', '2026-03-28T00:00:00Z', { zone, count: 2 })).toEqual([
    '2026-03-28T07:00:00Z',
    '2026-03-29T06:00:00Z',
  ]);
  expect(next('cron(0 8 * * ? *)', '2026-11-23T00:00:00Z', { zone: 'Asia/Tehran' })).toEqual(['2026-11-23T04:30:00Z']);
  expect(next('at(2026-07-01T08:00:00)', '2026-01-01T00:00:00Z', { zone })).toEqual(['2026-07-01T06:00:00Z']);
});

test('a time the clocks jump over is skipped; one they show twice occurs once', () => {
  const zone = 'Europe/Berlin';
  expect(next('cron(30 2 * * ? *)', '2026-03-28T12:00:00Z', { zone })).toEqual(['2026-03-30T00:30:00Z']);
  expect(next('cron(30 2 * * ? *)', '2026-10-24T12:00:00Z', { zone, count: 2 })).toEqual([
    '2026-10-25T00:30:00Z',
    '2026-10-26T01:30:00Z',
  ]);
});

test.each([
  'every day',
  'cron(0 8 * * * *)',
  'cron(0 8 ? * ? *)',
  'cron(? 8 ? * MON *)',
  'cron(0 8 * * ?)',
  'cron(60 8 * * ? *)',
  'cron(0 8 ? * 0 *)',
  'cron(0 8 ? * 8 *)',
  'cron(0 8 ? * FUN *)',
  'cron(0 8 * * ? *',
  'rate(0 minutes)',
  'rate(1 minutes)',
  'rate(5 minute)',
  'rate(5 weeks)',
  'at(2026-02-31T08:00:00)',
  'at(tomorrow)',
  'at(2026-12-01T08:00:00Z)',
])('%s is refused', (expression) => {
  expect(() => parseExpression(expression, 'UTC', 0)).toThrow(ScheduleError);
});

test('a time zone nobody knows and a time it never shows are refused', () => {
  expect(() => parseExpression('rate(1 day)', 'Mars/Base', 0)).toThrow('Mars/Base is no time zone.');
  expect(() => parseExpression('at(2026-03-29T02:30:00)', 'Europe/Berlin', 0)).toThrow(ScheduleError);
});
