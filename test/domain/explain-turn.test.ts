import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { tehran } from '../../cities/tehran.ts';
import { explain, type QueueStory } from '../../domain/explain-turn.ts';
import { chainOf, type LedgerEntry, maskedCode, NO_LINES } from '../../domain/ledger.ts';
import { sayTurn } from '../../domain/say-turn.ts';
import { accept } from '../../domain/triage.ts';
import { MemoryKeys } from '../support/memory/memory-keys.ts';
import { agreed, MONDAY_MORNING, openingOf } from '../support/world.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const clock = { now: () => MONDAY_MORNING };
const context = { at: MONDAY_MORNING, by: { actor: 'office' }, office: eastmere } as const;
const { request: asked } = openingOf(context, new MemoryKeys(clock), { official: 'homes-director' });
const waiting = agreed(accept(asked, {}, context)).after;

const EARLIER = '2026-06-01T08:00:00.000Z';
const LATER = '2026-06-08T10:00:00.000Z';
const entry = (act: LedgerEntry['act'], code: string, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  ...{ at: '2026-06-09T09:00:00.000Z', act, reason: 'offered', by: 'office', code, waitingSince: EARLIER },
  ...{ urgent: false, holds: [], leaves: [], ...more },
});
const own = maskedCode(waiting.code);
const mine = { waitingSince: waiting.submittedAt };
const told = (entries: readonly LedgerEntry[], more: Partial<QueueStory> = {}) => {
  const lines = chainOf({ city: 'eastmere', official: 'homes-director' }, NO_LINES, entries, sha256);
  return explain(waiting, { lines, ahead: [], isCut: false, ...more }, eastmere, sha256);
};

describe('The explanation of a place', () => {
  test('counts who asked before, and names the ground of each who asked later and came earlier', () => {
    const explanation = told(
      [
        entry('offered', '•••AAA'),
        entry('offered', '•••BBB', { waitingSince: LATER, priority: 'disability' }),
        entry('jumped', '•••CCC', { waitingSince: LATER, why: 'court-date' }),
      ],
      { ahead: [{ id: 'X', code: '', rank: 9, since: EARLIER.replace('08:', '07:') }] },
    );
    expect(explanation).toMatchObject({
      before: 2,
      passed: [
        { code: '•••BBB', reason: 'disability' },
        { code: '•••CCC', reason: 'court-date' },
      ],
    });
    expect(sayTurn(explanation, eastmere, 'en')).toBe(
      '2 were before you. 2 passed you: 1 for the reason “Disability” and 1 for the reason “Court date”.',
    );
    expect(sayTurn(explanation, tehran, 'fa')).toBe(
      '۲ نفر پیش از شما بودند. ۲ نفر از شما پیش افتادند: ۱ نفر به سبب معلولیت و ۱ نفر به سبب موعد رسیدگی قضایی.',
    );
  });

  test('leaves out what happened before acceptance, and while the request had a turn itself', () => {
    const passes = { waitingSince: LATER, priority: 'disability' };
    const explanation = told([
      entry('offered', '•••AAA', { ...passes, at: EARLIER }),
      entry('offered', own, mine),
      entry('offered', '•••BBB', passes),
      entry('passed', own, mine),
      entry('offered', '•••CCC', passes),
    ]);
    expect(explanation.passed.map(({ code }) => code)).toEqual(['•••CCC']);
  });

  test('counts once whoever was offered a turn, passed it and waits again', () => {
    const again = { id: 'X', code: '•••AAA', rank: 9, since: EARLIER };
    const lines = [entry('offered', '•••AAA'), entry('passed', '•••AAA'), entry('offered', '•••AAA')];
    expect(told(lines, { ahead: [again] }).before).toBe(1);
  });

  test('says that nobody was before, and what is only the least', () => {
    expect(sayTurn(told([]), eastmere, 'en')).toBe('Nobody was before you. Nobody passed you.');
    expect(sayTurn(told([]), eastmere, 'fa')).toBe('هیچ‌کس پیش از شما نبود. کسی از شما پیش نیفتاد.');
    expect(sayTurn(told([entry('offered', '•••AAA')], { isCut: true }), eastmere, 'en')).toContain('At least 1 was');
  });

  test('speaks of closures as of the city’s own reasons', () => {
    const closed = entry('jumped', '•••AAA', { waitingSince: LATER, why: 'closure' });
    expect(sayTurn(told([closed]), eastmere, 'en')).toContain(
      '1 passed you: 1 for the reason “a closure of the office”.',
    );
  });
});
