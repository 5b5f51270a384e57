import { expect, test } from 'vitest';
import { backOff } from '../../domain/back-off.ts';

test('the wait doubles with every try, and never exceeds four hours', () => {
  const waits = [0, 1, 2, 7, 8, 60, 2000].map((tries) => backOff(tries, '2027-01-01T00:00:00.000Z').slice(11, 16));

  expect(waits).toEqual(['00:01', '00:02', '00:04', '02:08', '04:00', '04:00', '04:00']);
});
