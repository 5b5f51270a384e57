import { expect, test } from 'vitest';
import type { Answered } from '../../../../web/api/client.ts';
import { below } from '../../../../web/console/admin/fields/below.ts';

const refused = (...paths: string[]): Answered<never> => ({
  agreed: false,
  problem: {
    ...{ type: 'invalid', title: 'No', status: 422 },
    fields: paths.map((path) => ({ path, problem: 'too-short', message: 'Too short' })),
  },
});

test('A refusal names fields as the form does, and leaves those that stand beside the group', async () => {
  const answered = below('overrides', Promise.resolve(refused('overrides.reminders.daysBefore', 'unit')));
  expect(await answered).toEqual(refused('reminders.daysBefore', 'unit'));
});
