import { defineConfig } from 'vitest/config';

/** The tests that a mutant of the rules has to get past: those of the rules, but for the long walks at random. */
export default defineConfig({
  test: {
    include: ['test/domain/**/*.test.ts'],
    exclude: [
      'test/domain/held-by-somebody.test.ts',
      'test/domain/order-lives.test.ts',
      'test/domain/working-time-properties.test.ts',
    ],
    isolate: false,
    testTimeout: 30_000,
  },
});
