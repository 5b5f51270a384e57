import { expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { toBeGathered } from '../../domain/gathered-letter.ts';
import { letter } from '../../domain/letter.ts';
import { CITIZEN, staff } from '../../domain/owner.ts';
import { START } from './stages-of-life.ts';

const now = { office: eastmere, at: START };

test('What came to somebody of the staff waits until their office opens', () => {
  const told = letter('escalated', staff('owner', 'trams'));
  expect(toBeGathered(told, now)).toStrictEqual({ ...told, gatheredAt: '2026-06-09T07:00:00.000Z' });
  const atHomes = letter('escalated', staff('owner', 'homes'));
  expect(toBeGathered(atHomes, now).gatheredAt).toBe('2026-06-09T08:00:00.000Z');
});

test('Everything else is told at once', () => {
  const others = [
    letter('escalated', 'applicant'),
    letter('escalated', CITIZEN),
    letter('message', staff('owner', 'homes')),
  ];
  for (const told of others) expect(toBeGathered(told, now)).toBe(told);
});
