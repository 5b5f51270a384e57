import { describe, expect, test } from 'vitest';
import { refuse } from '../../domain/outcome.ts';
import { staff } from '../../domain/owner.ts';
import type { Status } from '../../domain/request.ts';
import { takeBack } from '../../domain/take-back.ts';
import type { EventKind, TimelineEvent } from '../../domain/timeline.ts';
import { agreed } from '../support/world.ts';
import { contextAt, reach, reachAt, SECRETARY, START } from './stages-of-life.ts';

const lines = (...kinds: readonly EventKind[]): TimelineEvent[] =>
  kinds.map((kind) => ({ kind, at: START, by: SECRETARY }));
const context = contextAt('2026-06-09T09:30:00.000Z');
const ANEW = '2026-06-12T16:00:00.000Z';

const LED_TO: readonly (readonly [Status, EventKind])[] = [
  ['needs-info', 'question-asked'],
  ['answered', 'answered'],
  ['declined', 'declined'],
  ['waiting', 'accepted'],
];

describe('A decision that should not have been taken', () => {
  test.each(LED_TO)('leads from %s back to the desk, straight after it was %s', (status, kind) => {
    const draft = agreed(takeBack(reach(status).request, lines('submitted', kind), context));
    expect(draft).toMatchObject({ status: 'submitted', owner: staff('expert', 'harbour'), deadline: { at: ANEW } });
  });

  test('that was a question leaves the unit what was left of its limit', () => {
    const asked = { ...reachAt('needs-info'), triageDaysLeft: 1 };
    const draft = agreed(takeBack(asked, lines('question-asked'), context));
    expect(draft.deadline.at).toBe('2026-06-10T16:00:00.000Z');
  });

  test('that was an acceptance promises nothing any more', () => {
    const draft = agreed(takeBack(reachAt('waiting'), lines('accepted'), context));
    expect(draft).not.toHaveProperty('acceptedAt');
    expect(draft).not.toHaveProperty('promised');
  });

  test('that was an arrival leaves the turn, and no reminder of it', () => {
    const met = reachAt('met');
    const draft = agreed(takeBack(met, lines('scheduled', 'arrived'), context));
    expect(draft).toMatchObject({ status: 'scheduled', appointment: met.appointment, reminders: [] });
    const { appointment: _, ...paper } = met;
    expect(takeBack(paper, lines('arrived'), context)).toStrictEqual(refuse('wrong-state', { status: 'met' }));
  });

  test.each([
    'document-added',
    'asked',
    'escalated',
    'rung-vacant',
    'outcome-chased',
    'slip-printed',
    'noted',
    'referred-in',
    'corrected',
  ] as const)('is still the last one after %s', (remark) => {
    expect(takeBack(reachAt('waiting'), lines('accepted', remark), context).agreed).toBe(true);
    expect(takeBack(reachAt('waiting'), lines(remark), context)).toStrictEqual(
      refuse('wrong-state', { status: 'waiting' }),
    );
  });

  test.each(['offered', 'cancelled', 'no-show', 'linked'] as const)('is past after %s', (kind) => {
    expect(takeBack(reachAt('waiting'), lines('accepted', kind), context)).toStrictEqual(
      refuse('wrong-state', { status: 'waiting' }),
    );
  });

  test('is taken back once', () => {
    const corrected = (field: string): TimelineEvent => ({
      ...{ kind: 'corrected', at: START, by: SECRETARY },
      facts: { field },
    });
    const waiting = reachAt('waiting');
    expect(takeBack(waiting, [...lines('accepted'), corrected('status')], context)).toMatchObject({ agreed: false });
    expect(takeBack(waiting, [...lines('accepted'), corrected('topic')], context).agreed).toBe(true);
  });

  test.each(['submitted', 'offered', 'scheduled', 'in-follow-up', 'awaiting-confirmation', 'closed'] as const)(
    'does not exist at %s',
    (status) => {
      const { request } = reach(status);
      for (const kind of ['submitted', 'offered', 'scheduled', 'outcome-recorded', 'closed'] as const) {
        expect(takeBack(request, lines(kind), context)).toStrictEqual(refuse('wrong-state', { status }));
      }
      expect(takeBack(request, [], context)).toStrictEqual(refuse('wrong-state', { status }));
    },
  );
});
