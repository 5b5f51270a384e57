import { describe, expect, it } from 'vitest';
import { FakeClock, systemClock } from '../../local/clock.ts';

describe('the fake clock', () => {
  it('stands still until it is moved, and never goes back', () => {
    const clock = new FakeClock(1000);
    expect([clock.now(), clock.msUntil(1500), clock.msUntil(500)]).toEqual([1000, 500, 0]);
    clock.moveTo(1200);
    expect(clock.now()).toBe(1200);
    expect(() => clock.moveTo(1199)).toThrow('cannot go back');
  });
});

describe('the system clock', () => {
  it('waits no time for what has passed', () => {
    expect(systemClock.msUntil(systemClock.now() - 1000)).toBe(0);
    expect(systemClock.msUntil(systemClock.now() + 60_000)).toBeGreaterThan(0);
  });
});
