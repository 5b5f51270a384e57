import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ProductClock } from '../../local/product-clock.ts';
import { newFolder } from './new-folder.ts';

const START = Date.parse('2026-11-23T08:00:00.000Z');

/** A product clock over a real time that the test turns by hand. */
function openClock() {
  const folder = newFolder();
  const file = join(folder, 'clock.json');
  const real = { now: START };
  const open = () => new ProductClock(file, () => real.now);
  return { folder, file, real, open, clock: open() };
}

test('untouched it shows real time', () => {
  const { clock, real } = openClock();
  real.now += 1500;
  expect(clock.now()).toBe(START + 1500);
  expect(clock.msUntil(START + 2000)).toBe(500);
  expect(clock.msUntil(START)).toBe(0);
});

test('a moved clock goes on from where it was put', () => {
  const { clock, real } = openClock();
  clock.moveTo(START + 86_400_000);
  real.now += 1000;
  expect(clock.now()).toBe(START + 86_401_000);
});

test('a fast clock waits less, from the time it shows now', () => {
  const { clock, real } = openClock();
  real.now += 1000;
  clock.setSpeed(60);
  real.now += 1000;
  expect(clock.now()).toBe(START + 61_000);
  expect(clock.msUntil(START + 121_000)).toBe(1000);
  expect(clock.msUntil(START + 61_001)).toBe(1);
});

test('a moved clock survives a restart, and goes on meanwhile', () => {
  const { clock, real, open } = openClock();
  clock.setSpeed(10);
  clock.moveTo(START + 1_000_000);
  real.now += 500;
  const again = open();
  expect([again.now(), again.speed]).toEqual([START + 1_005_000, 10]);
});

test('it goes forward to a time, or on as it is where that time has come', () => {
  const { clock, real } = openClock();
  clock.forwardTo(START + 5000);
  expect(clock.now()).toBe(START + 5000);
  real.now += 10;
  clock.forwardTo(START + 5001);
  expect(clock.now()).toBe(START + 5010);
});

test("it never goes back: not when asked, and not when the computer's clock does", () => {
  const { clock, real, open } = openClock();
  clock.moveTo(START + 5000);
  expect(() => clock.moveTo(START + 4999)).toThrow(RangeError);
  expect(() => clock.moveTo(Number.NaN)).toThrow(RangeError);
  real.now -= 3_600_000;
  expect(clock.now()).toBe(START + 5000);
  expect(open().now()).toBe(START + 5000);
  clock.setSpeed(2);
  expect(clock.now()).toBe(START + 5000);
});

test('a speed must be a positive number', () => {
  const { clock } = openClock();
  for (const speed of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => clock.setSpeed(speed)).toThrow(RangeError);
});

test('listeners hear of every move until they leave', () => {
  const { clock } = openClock();
  const heard: number[] = [];
  const leave = clock.onMoved(() => heard.push(clock.now()));
  clock.moveTo(START + 1000);
  clock.setSpeed(5);
  leave();
  clock.moveTo(START + 2000);
  expect(heard).toEqual([START + 1000, START + 1000]);
});

test('a spoilt file is told, not guessed at; a good one leaves no draft beside it', () => {
  const { clock, file, folder, open } = openClock();
  clock.moveTo(START + 1);
  expect(readdirSync(folder)).toEqual(['clock.json']);
  writeFileSync(file, '{"realAt":0,"shownAt":0,"speed":-1}');
  expect(open).toThrow();
});
