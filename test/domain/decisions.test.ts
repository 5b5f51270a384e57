import { describe, expect, test } from 'vitest';
import { STATUSES, type Status } from '../../domain/request.ts';
import { canBeTaken, citizenDecisionsIn, DECISIONS, decisionsIn, mayBecome } from '../../domain/transitions.ts';
import { contextAt, RULES, reach } from './stages-of-life.ts';

const decisions = Object.keys(RULES) as (keyof typeof RULES)[];
const walk = STATUSES.flatMap((status) => decisions.map((decision) => ({ status, decision })));

describe('The table of decisions', () => {
  test.each(STATUSES.map((status) => ({ status })))('knows how to come to $status', ({ status }) => {
    expect(reach(status).request.status).toBe(status);
  });

  test.each(walk)('is what the rule says: $decision at $status', ({ status, decision }) => {
    const { request, at } = reach(status);
    const outcome = RULES[decision](request, contextAt(at));
    if (!canBeTaken(decision, status)) {
      expect(outcome).toMatchObject({ agreed: false, reason: 'wrong-state' });
    } else if (outcome.agreed) {
      const { before, after } = outcome.value;
      expect(mayBecome(before.status, after.status) || ['rate', 'still-done'].includes(decision)).toBe(true);
      expect(after.version).toBe(before.version + 1);
    } else {
      // What is refused at its own stage is refused for a fact of the case, such as an order that is settled already.
      expect([decision, outcome]).toEqual([
        expect.stringMatching(/^(record-attendance|confirm|dispute|answer-order)$/),
        expect.objectContaining({ reason: expect.stringMatching(/^(wrong-state|session-impossible)$/) }),
      ]);
    }
  });

  test('lists for a stage exactly the decisions that name it', () => {
    const listed = (status: Status) =>
      decisionsIn(status).filter((name) => DECISIONS[name].some((one) => one === status));
    for (const status of STATUSES) expect(decisionsIn(status)).toEqual(listed(status));
    expect(decisionsIn('met')).toEqual(['record-outcome', 'take-back']);
    expect(citizenDecisionsIn('offered')).toEqual(['accept-offer', 'pass-offer', 'pick-slot', 'withdraw']);
    expect(citizenDecisionsIn('met')).toEqual([]);
  });
});
