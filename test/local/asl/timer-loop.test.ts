import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEngine, type Engine } from '../../../local/asl/engine.ts';
import { openSqliteStore } from '../../../local/asl/sqlite-store.ts';
import { type Clock, systemClock } from '../../../local/clock.ts';
import { MACHINE } from './lab.ts';

const DAY_MS = 86_400_000;
const waiting = (seconds: number) =>
  JSON.stringify({ StartAt: 'Wait', States: { Wait: { Type: 'Wait', Seconds: seconds, End: true } } });

let engine: Engine;
let clock: Clock;
let faults: unknown[];

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 2, 2, 9) });
  clock = systemClock;
  faults = [];
  const dispatch = { invoke: async () => null };
  const changing: Clock = { now: () => clock.now(), msUntil: (epochMs) => clock.msUntil(epochMs) };
  const report = (error: unknown) => faults.push(error);
  engine = createEngine({ store: openSqliteStore(':memory:'), clock: changing, dispatch, report });
});

afterEach(() => {
  engine.stop();
  vi.useRealTimers();
});

function startWait(seconds: number): () => string {
  engine.registerMachine(MACHINE, waiting(seconds));
  const { arn } = engine.startExecution({ machineArn: MACHINE, name: 'life', input: '{}' });
  return () => engine.execution(arn).status;
}

describe('the loop in real time', () => {
  it('wakes when the next timer is due, not before', async () => {
    engine.start();
    const status = startWait(90);
    await vi.advanceTimersByTimeAsync(89_999);
    expect(status()).toBe('RUNNING');
    await vi.advanceTimersByTimeAsync(1);
    expect(status()).toBe('SUCCEEDED');
  });

  it('sleeps through waits that are longer than a timer of the runtime can be', async () => {
    engine.start();
    const status = startWait((60 * DAY_MS) / 1000);
    await vi.advanceTimersByTimeAsync(60 * DAY_MS - 1);
    expect([status(), vi.getTimerCount()]).toEqual(['RUNNING', 1]);
    await vi.advanceTimersByTimeAsync(1);
    expect(status()).toBe('SUCCEEDED');
  });

  it('takes up what was due before it was started', async () => {
    const status = startWait(10);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(status()).toBe('RUNNING');
    engine.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(status()).toBe('SUCCEEDED');
  });

  it('follows a clock that begins to run faster', async () => {
    engine.start();
    const status = startWait(3600);
    await vi.advanceTimersByTimeAsync(1000);
    const begun = Date.now();
    clock = {
      now: () => begun + (Date.now() - begun) * 60,
      msUntil: (epochMs) => Math.max(0, (epochMs - begun) / 60 - (Date.now() - begun)),
    };
    engine.clockMoved();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(status()).toBe('SUCCEEDED');
  });

  it('stays quiet after it was stopped', async () => {
    engine.start();
    const status = startWait(10);
    await vi.advanceTimersByTimeAsync(0);
    engine.stop();
    await vi.advanceTimersByTimeAsync(20_000);
    expect([status(), vi.getTimerCount()]).toEqual(['RUNNING', 0]);
  });

  it('reports a fault and tries again', async () => {
    const store = openSqliteStore(':memory:');
    const due = vi.spyOn(store, 'due').mockImplementationOnce(() => {
      throw new Error('disk full');
    });
    const report = (error: unknown) => faults.push(error);
    engine = createEngine({ store, clock, dispatch: { invoke: async () => null }, report });
    engine.start();
    await vi.advanceTimersByTimeAsync(5000);
    expect(faults).toEqual([new Error('disk full')]);
    expect(due).toHaveBeenCalledTimes(2);
  });
});
