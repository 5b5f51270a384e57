import { expect, test } from 'vitest';
import { readOptions, UsageError } from '../../../local/demo/options.ts';

test('without options the first seed is told of as text', () => {
  expect(readOptions([])).toEqual({ json: false, seed: '1' });
  expect(readOptions(['--json', '--seed', '12'])).toEqual({ json: true, seed: '12' });
});

test.each([[['--seed', 'spring']], [['--seed', '-1']], [['--seed']], [['--colour']], [['plain']], [['--help']]])(
  '%j is answered with how to use the command',
  (args) => {
    expect(() => readOptions(args)).toThrow(UsageError);
    expect(() => readOptions(args)).toThrow('npm run demo -- [--json] [--seed N]');
  },
);
