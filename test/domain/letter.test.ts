import { expect, test } from 'vitest';
import { stillHolds } from '../../domain/letter.ts';
import { START } from './stages-of-life.ts';

const BEFORE = '2026-06-08T09:29:59.999Z';
const scheduled = { status: 'scheduled', appointment: { number: 2 } } as const;
const closed = { status: 'closed', reason: 'resolved', closedAt: BEFORE } as const;

test.each([
  ['at any stage', {}, scheduled, true],
  ['at one of its stages', { statuses: ['offered', 'scheduled'] as const }, scheduled, true],
  ['at another stage', { statuses: ['offered'] as const }, scheduled, false],
  ['about its turn', { appointment: 2 }, scheduled, true],
  ['about an earlier turn', { appointment: 1 }, scheduled, false],
  ['about a turn, where there is none', { appointment: 1 }, closed, false],
  ['until a moment to come', { before: '2026-06-08T09:30:00.001Z' }, scheduled, true],
  ['until this very moment', { before: START }, scheduled, false],
  ['while its closing stands', { closedAt: BEFORE }, closed, true],
  ['about another closing', { closedAt: START }, closed, false],
  ['about a closing, where there is none', { closedAt: START }, scheduled, false],
  ['about a duplicate', {}, { ...closed, reason: 'duplicate' } as const, false],
])('A letter %s holds or not', (_, validWhile, request, holds) => {
  expect(stillHolds(validWhile, request, START)).toBe(holds);
});
