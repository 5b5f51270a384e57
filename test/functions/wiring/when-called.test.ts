import { expect, test } from 'vitest';
import { whenCalled } from '../../../functions/wiring/when-called.ts';

test('a handler is built once, at its first call', async () => {
  let built = 0;
  const handler = whenCalled(async () => {
    built += 1;
    return async (number: number) => number * 2;
  });
  expect(built).toBe(0);

  expect(await Promise.all([handler(1), handler(2)])).toEqual([2, 4]);
  expect(built).toBe(1);
});

test('a handler that could not be built is built anew at the next call', async () => {
  let tries = 0;
  const handler = whenCalled(async () => {
    tries += 1;
    if (tries === 1) throw new Error('The secret cannot be read.');
    return async () => 'served';
  });

  await expect(handler()).rejects.toThrow('secret');
  expect(await handler()).toBe('served');
});

test('a call that fails does not build the handler anew', async () => {
  let built = 0;
  const handler = whenCalled(async () => {
    built += 1;
    return async () => {
      throw new Error('No.');
    };
  });

  await expect(handler()).rejects.toThrow('No.');
  await expect(handler()).rejects.toThrow('No.');
  expect(built).toBe(1);
});
