import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { tehran } from '../../cities/tehran.ts';
import { lotsOf, ticketOf } from '../../domain/draw.ts';
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

  test('takes who asked at the same moment for one before, and only who asked later for a passer', () => {
    const same = entry('offered', '•••AAA', { waitingSince: waiting.submittedAt });
    expect(told([same])).toMatchObject({ before: 1, passed: [] });
    const ahead = { id: 'X', code: '•••BBB', since: LATER };
    expect(told([], { ahead: [{ ...ahead, rank: 1 }] }).passed).toMatchObject([{ reason: 'disability' }]);
    expect(told([], { ahead: [{ ...ahead, rank: 0 }] }).passed).toMatchObject([{ reason: 'urgent' }]);
  });

  test('names as the ground a reason before a class, a class before urgency, and else what happened', () => {
    const reasons = [
      { why: 'court-date', priority: 'disability', urgent: true },
      { priority: 'disability', urgent: true },
      { urgent: true },
      { reason: 'scheduled' as const },
    ].map((more, index) => told([entry('given', `•••${index}`, { waitingSince: LATER, ...more })]).passed[0]?.reason);
    expect(reasons).toEqual(['court-date', 'disability', 'urgent', 'scheduled']);
  });

  test('begins with the acceptance, and says nothing before it', () => {
    const passing = (at: string) => entry('offered', '•••AAA', { waitingSince: LATER, urgent: true, at });
    expect(told([passing(MONDAY_MORNING)]).passed).toHaveLength(1);
    expect(told([passing('2026-06-08T09:29:59.999Z')]).passed).toEqual([]);
    const lines = chainOf({ city: 'eastmere', official: 'homes-director' }, NO_LINES, [passing(LATER)], sha256);
    expect(explain(asked, { lines, ahead: [], isCut: true }, eastmere, sha256)).toStrictEqual({
      ...{ before: 0, passed: [], lots: [], isCut: true },
    });
  });

  test('knows the request’s own lines by code and time; another’s with the same last symbols is another’s', () => {
    const twin = entry('offered', own, { waitingSince: LATER, urgent: true });
    const passer = entry('offered', '•••AAA', { waitingSince: LATER, urgent: true });
    expect(told([twin, passer]).passed.map(({ code }) => code)).toEqual([own, '•••AAA']);
    const sameMoment = entry('offered', '•••BBB', mine);
    expect(told([sameMoment, passer]).passed.map(({ code }) => code)).toEqual(['•••AAA']);
    // A line that neither gives nor takes a turn changes nothing.
    expect(told([entry('moved', own, mine), passer]).passed).toHaveLength(1);
    expect(told([entry('given', own, mine), entry('missed', own, mine), passer]).passed).toHaveLength(1);
  });

  test('tells which lot the request drew, and takes a win in a draw for no passing', () => {
    const ticket = ticketOf(waiting.id, sha256);
    const record = (pool: string[]) => ({
      ...{ number: 3, commitment: 'c', drawsAt: LATER },
      drawn: { secret: 's', head: { number: 1, hash: 'h' }, places: 2, pool },
    });
    const lot = lotsOf(record([ticket, 'a', 'b']).drawn, sha256).indexOf(ticket) + 1;
    const drawn = (pool: string[]) => entry('drawn', '', { reason: 'draw', draw: record(pool) });
    const won = entry('offered', '•••AAA', { waitingSince: LATER });
    const urgent = entry('offered', '•••BBB', { waitingSince: LATER, urgent: true });
    expect(told([drawn([ticket, 'a', 'b']), won, urgent])).toMatchObject({
      ...{ passed: [{ code: '•••BBB', reason: 'urgent' }], lots: [{ draw: 3, lot, of: 3, places: 2 }] },
    });
    expect(told([drawn(['a', 'b'])]).lots).toEqual([]);
    const announced = entry('draw-announced', '', { draw: { number: 3, commitment: 'c', drawsAt: LATER } });
    expect(told([announced, won])).toMatchObject({ lots: [], passed: [{ code: '•••AAA' }] });
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
