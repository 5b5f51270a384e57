import { describe, expect, test } from 'vitest';
import { isFree, isFreeForQueue, isHeldBy, isTaken } from '../../domain/slot.ts';
import { someSlot } from './some-slot.ts';

const BEFORE = '2026-06-10T08:59:59.999Z';
const AT = '2026-06-10T09:00:00.000Z';
const AFTER = '2026-06-10T09:00:00.001Z';

describe('A slot', () => {
  test('is taken for good once nothing limits the hold', () => {
    expect(isTaken(someSlot(), AT)).toBe(false);
    expect(isTaken(someSlot({ holder: 'r1' }), AT)).toBe(true);
  });

  test('is held until its limit, and not at it', () => {
    const held = someSlot({ holder: 'r1', holdUntil: AT });
    expect(isTaken(held, BEFORE)).toBe(true);
    expect(isTaken(held, AT)).toBe(false);
    expect(isTaken(someSlot({ holdUntil: AFTER }), AT)).toBe(false);
  });

  test('is free for the queue until it begins', () => {
    const slot = someSlot({ startsAt: AT });
    expect(isFreeForQueue(slot, BEFORE)).toBe(true);
    expect(isFreeForQueue(slot, AT)).toBe(false);
  });

  test('is free for the queue only while nobody has it', () => {
    expect(isFreeForQueue(someSlot({ holder: 'r1' }), AT)).toBe(false);
    expect(isFreeForQueue(someSlot({ holder: 'r1', holdUntil: AT }), AT)).toBe(true);
  });

  test('that was given back is offered again from its moment on', () => {
    const slot = someSlot({ freeFrom: AT });
    expect(isFreeForQueue(slot, BEFORE)).toBe(false);
    expect(isFreeForQueue(slot, AT)).toBe(true);
    expect(isFree(slot, BEFORE)).toBe(false);
    expect(isFree(slot, AT)).toBe(true);
  });

  test('that the queue has first is open to others only later', () => {
    const slot = someSlot({ openFrom: AT });
    expect(isFreeForQueue(slot, BEFORE)).toBe(true);
    expect(isFree(slot, BEFORE)).toBe(false);
    expect(isFree(slot, AT)).toBe(true);
    expect(isFree({ ...slot, holder: 'r1' }, AT)).toBe(false);
  });

  test('is held by the request that it names', () => {
    expect(isHeldBy(someSlot({ holder: 'r1' }), 'r1')).toBe(true);
    expect(isHeldBy(someSlot({ holder: 'r1' }), 'r2')).toBe(false);
  });
});
