import { expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { callTaskFor } from '../../domain/call-task.ts';
import { letter } from '../../domain/letter.ts';
import { START, submitted } from './stages-of-life.ts';

test('A call is due after a working day, but before what it is about', () => {
  const dueAt = (before?: string) =>
    callTaskFor(submitted(), letter('last-reminder', 'applicant', {}, before ? { before } : {}), {
      ...{ office: eastmere, at: START, why: 'no-contact' },
    }).dueAt;
  expect(dueAt()).toBe('2026-06-09T16:00:00.000Z');
  expect(dueAt('2026-06-09T08:00:00.000Z')).toBe('2026-06-09T08:00:00.000Z');
  expect(dueAt('2026-06-12T08:00:00.000Z')).toBe('2026-06-09T16:00:00.000Z');
});
