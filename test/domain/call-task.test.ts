import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { byReach, callTaskFor } from '../../domain/call-task.ts';
import { letter } from '../../domain/letter.ts';
import { staff } from '../../domain/owner.ts';
import { START, submitted } from './stages-of-life.ts';

const now = { office: eastmere, at: START };
const request = submitted();

describe('A call', () => {
  const task = (more: { before?: string; sendAt?: string } = {}) => {
    const { sendAt, ...validWhile } = more;
    const told = letter('last-reminder', 'applicant', { slot: 'S1' }, validWhile);
    return callTaskFor(request, sendAt ? { ...told, sendAt } : told, { ...now, why: 'no-contact' });
  };

  test('tells what the letter would have told', () => {
    expect(task()).toStrictEqual({
      ...{ city: 'eastmere', id: `${request.id}.1.last-reminder`, request: request.id, unit: 'harbour' },
      ...{ about: 'last-reminder', facts: { slot: 'S1' }, validWhile: {}, why: 'no-contact' },
      dueAt: '2026-06-09T16:00:00.000Z',
    });
  });

  test('is due after a working day, but before what it is about', () => {
    expect(task({ before: '2026-06-09T08:00:00.000Z' }).dueAt).toBe('2026-06-09T08:00:00.000Z');
    expect(task({ before: '2026-06-12T08:00:00.000Z' }).dueAt).toBe('2026-06-09T16:00:00.000Z');
  });

  test('is not made before its time, and due a working day after it', () => {
    expect(task({ sendAt: '2026-06-10T09:00:00.000Z' })).toMatchObject({
      ...{ from: '2026-06-10T09:00:00.000Z', dueAt: '2026-06-11T16:00:00.000Z' },
    });
  });
});

describe('What is told to the applicant', () => {
  const letters = [letter('accepted', 'applicant'), letter('escalated', staff('owner', 'homes'))];
  const told = (reach: typeof request.reach) => {
    const { letters: written, callTasks } = byReach({ ...request, reach }, letters, now);
    return { written: written.map(({ template }) => template), called: callTasks.map(({ about }) => about) };
  };

  test.each([
    ['sms', { written: ['accepted', 'escalated'], called: [] }],
    ['email', { written: ['accepted', 'escalated'], called: [] }],
    ['call', { written: ['escalated'], called: ['accepted'] }],
    ['silent', { written: ['escalated'], called: [] }],
  ] as const)('by %s', (reach, ways) => {
    expect(told(reach)).toStrictEqual(ways);
  });

  test('is told at once; what came to the staff waits for the morning', () => {
    const { letters: written } = byReach(request, letters, now);
    expect(written.map(({ gatheredAt }) => gatheredAt)).toStrictEqual([undefined, '2026-06-09T08:00:00.000Z']);
  });
});
