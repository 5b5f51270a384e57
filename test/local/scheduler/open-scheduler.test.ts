import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { FakeClock, systemClock } from '../../../local/clock.ts';
import { openScheduler, type Target } from '../../../local/scheduler/open-scheduler.ts';
import { newFolder } from '../new-folder.ts';

const START = '2026-11-23T07:00:00.000Z';
const HOURLY = { name: 'hourly', expression: 'rate(1 hour)', timeZone: 'UTC', target: 'note', input: { n: 1 } };

/** A scheduler on a clock that is moved by hand; `fired` lists what reached the target. */
function openOffice() {
  const clock = new FakeClock(Date.parse(START));
  const file = join(newFolder(), 'scheduler.sqlite');
  const fired: [unknown, string][] = [];
  let fault: Error | undefined;
  const note: Target = async (input, scheduledAt) => {
    fired.push([input, scheduledAt]);
    if (fault) throw fault;
  };
  const open = () => openScheduler({ file, clock, targets: { note } });
  let scheduler = open();
  onTestFinished(() => scheduler.close());
  const office = {
    clock,
    fired,
    get scheduler() {
      return scheduler;
    },
    failWith: (error: Error | undefined) => {
      fault = error;
    },
    async fireAt(time: string) {
      clock.moveTo(Date.parse(time));
      await scheduler.fireDue();
    },
    async reopen() {
      await scheduler.close();
      scheduler = open();
    },
    nextDue: () => new Date(scheduler.nextDue() ?? Number.NaN).toISOString(),
  };
  return office;
}

beforeEach(() => {
  vi.spyOn(console, 'error')
    .mockReset()
    .mockImplementation(() => {});
});

test('a schedule fires when it is due, not before and not twice', async () => {
  const office = openOffice();
  office.scheduler.ensure(HOURLY);
  expect(office.nextDue()).toBe('2026-11-23T08:00:00.000Z');
  await office.fireAt('2026-11-23T07:59:59.999Z');
  expect(office.fired).toEqual([]);
  await office.fireAt('2026-11-23T08:00:00.000Z');
  await office.scheduler.fireDue();
  expect(office.fired).toEqual([[{ n: 1 }, '2026-11-23T08:00:00.000Z']]);
});

test('what was missed many times fires once, then goes on from now in its own step', async () => {
  const office = openOffice();
  office.scheduler.ensure(HOURLY);
  await office.fireAt('2026-12-24T12:34:00.000Z');
  expect(office.fired).toHaveLength(1);
  expect(office.nextDue()).toBe('2026-12-24T13:00:00.000Z');
});

test('schedules survive a restart, and what fell due meanwhile fires once', async () => {
  const office = openOffice();
  office.scheduler.ensure(HOURLY);
  office.scheduler.ensure({ ...HOURLY, name: 'once', expression: 'at(2026-11-23T09:30:00)', input: 'once' });
  office.clock.moveTo(Date.parse('2026-11-23T10:00:00.000Z'));
  await office.reopen();
  await office.scheduler.fireDue();
  expect(office.fired).toEqual([
    [{ n: 1 }, '2026-11-23T08:00:00.000Z'],
    ['once', '2026-11-23T09:30:00.000Z'],
  ]);
  await office.reopen();
  await office.fireAt('2026-11-23T10:30:00.000Z');
  expect(office.fired).toHaveLength(2);
});

test('ensuring a schedule again keeps its step and what it has fired; new times start anew', async () => {
  const office = openOffice();
  office.scheduler.ensure(HOURLY);
  await office.fireAt('2026-11-23T08:20:00.000Z');
  office.scheduler.ensure({ ...HOURLY, input: 'changed' });
  expect(office.nextDue()).toBe('2026-11-23T09:00:00.000Z');
  expect(office.scheduler.find('hourly')?.last_fired_at).toBe(Date.parse('2026-11-23T08:00:00.000Z'));
  office.scheduler.ensure({ ...HOURLY, expression: 'rate(2 hours)' });
  expect(office.nextDue()).toBe('2026-11-23T10:20:00.000Z');
});

test('a one-time schedule whose time has passed fires once, also when it is ensured again', async () => {
  const office = openOffice();
  const late = { ...HOURLY, name: 'late', expression: 'at(2026-11-01T08:00:00)' };
  office.scheduler.ensure(late);
  await office.scheduler.fireDue();
  office.scheduler.ensure(late);
  await office.scheduler.fireDue();
  expect(office.fired).toHaveLength(1);
  expect(office.scheduler.nextDue()).toBeUndefined();
});

test('a schedule that is to be deleted when done is gone after it fired', async () => {
  const office = openOffice();
  office.scheduler.ensure({ ...HOURLY, expression: 'at(2026-11-23T08:00:00)', deleteWhenDone: true });
  await office.fireAt('2026-11-23T08:00:00.000Z');
  expect(office.scheduler.find('hourly')).toBeUndefined();
});

test('a disabled schedule waits until it is enabled', async () => {
  const office = openOffice();
  office.scheduler.ensure({ ...HOURLY, enabled: false });
  expect(office.scheduler.nextDue()).toBeUndefined();
  await office.fireAt('2026-11-23T09:00:00.000Z');
  office.scheduler.ensure(HOURLY);
  expect(office.nextDue()).toBe('2026-11-23T10:00:00.000Z');
  expect(office.fired).toEqual([]);
});

test('a target that fails is tried again after ever longer waits, also after a restart', async () => {
  const office = openOffice();
  office.scheduler.ensure(HOURLY);
  office.failWith(new Error('down'));
  await office.fireAt('2026-11-23T08:00:00.000Z');
  expect(office.nextDue()).toBe('2026-11-23T08:00:01.000Z');
  await office.fireAt('2026-11-23T08:00:01.000Z');
  expect(office.nextDue()).toBe('2026-11-23T08:00:03.000Z');
  await office.reopen();
  office.failWith(undefined);
  await office.fireAt('2026-11-23T08:00:03.000Z');
  expect(office.fired.map(([, at]) => at)).toEqual(Array(3).fill('2026-11-23T08:00:00.000Z'));
  expect(office.nextDue()).toBe('2026-11-23T09:00:00.000Z');
});

test('an occurrence that fails a whole day long is given up, and the next one has its chance', async () => {
  const office = openOffice();
  office.scheduler.ensure({ ...HOURLY, expression: 'rate(7 days)' });
  office.failWith(new Error('down'));
  for (let attempt = 0; attempt < 186; attempt += 1) {
    office.clock.moveTo(office.scheduler.nextDue() ?? Number.NaN);
    await office.scheduler.fireDue();
  }
  expect(office.nextDue()).toBe('2026-12-07T07:00:00.000Z');
});

test('one failing schedule does not hold up the others', async () => {
  const office = openOffice();
  office.scheduler.ensure({ ...HOURLY, name: 'a' });
  office.scheduler.ensure({ ...HOURLY, name: 'b' });
  office.failWith(new Error('down'));
  await office.fireAt('2026-11-23T08:00:00.000Z');
  expect(office.fired).toHaveLength(2);
});

test('a change made while a schedule is firing is not undone', async () => {
  const clock = new FakeClock(Date.parse(START));
  let change = () => {};
  const scheduler = openScheduler({ file: ':memory:', clock, targets: { note: async () => change() } });
  onTestFinished(() => scheduler.close());
  scheduler.ensure(HOURLY);
  change = () => scheduler.ensure({ ...HOURLY, expression: 'rate(3 hours)' });
  clock.moveTo(Date.parse('2026-11-23T08:00:00.000Z'));
  await scheduler.fireDue();
  expect(scheduler.nextDue()).toBe(Date.parse('2026-11-23T11:00:00.000Z'));
});

test('two callers at once fire it once', async () => {
  const office = openOffice();
  office.scheduler.ensure(HOURLY);
  office.clock.moveTo(Date.parse('2026-11-23T08:00:00.000Z'));
  await Promise.all([office.scheduler.fireDue(), office.scheduler.fireDue()]);
  expect(office.fired).toHaveLength(1);
});

test('a schedule for nobody and one nobody understands are refused and leave nothing', () => {
  const { scheduler } = openOffice();
  expect(() => scheduler.ensure({ ...HOURLY, target: 'absent' })).toThrow('No target is called absent.');
  expect(() => scheduler.ensure({ ...HOURLY, expression: 'often' })).toThrow('often is neither');
  expect(scheduler.find('hourly')).toBeUndefined();
});

test('once started it fires by itself what is due, what becomes due, and what a moved clock makes due', async () => {
  const offset = { ms: 0 };
  const clock = {
    now: () => Date.now() + offset.ms,
    msUntil: (at: number) => Math.max(0, at - Date.now() - offset.ms),
  };
  const fired = Promise.withResolvers<unknown>();
  const moved = Promise.withResolvers<unknown>();
  const targets = { soon: async () => fired.resolve('soon'), later: async () => moved.resolve('later') };
  const scheduler = openScheduler({ file: ':memory:', clock, targets });
  onTestFinished(() => scheduler.close());
  scheduler.start();
  const past = new Date(systemClock.now() - 5000).toISOString().slice(0, 19);
  scheduler.ensure({ ...HOURLY, name: 'soon', target: 'soon', expression: `at(${past})` });
  expect(await fired.promise).toBe('soon');
  scheduler.ensure({ ...HOURLY, name: 'later', target: 'later' });
  offset.ms = 2 * 3_600_000;
  scheduler.clockMoved();
  expect(await moved.promise).toBe('later');
});
