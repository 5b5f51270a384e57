import { describe, expect, test } from 'vitest';
import { commitmentOf, type DrawRecord } from '../../domain/draw.ts';
import { chainOf, type LedgerEntry, type LedgerLine, NO_LINES } from '../../domain/ledger.ts';
import { findUnfairDraw } from '../../domain/unfair-draw.ts';

const NOON = '2026-06-10T12:00:00.000Z';
const NEXT_NOON = '2026-06-11T12:00:00.000Z';
const digest = (text: string) => `digest of ${text}`;

const announced = (number: number): LedgerEntry => ({
  ...{ at: NOON, act: 'draw-announced', reason: 'draw', by: 'office', code: '', waitingSince: NOON, urgent: false },
  ...{ holds: [], leaves: [], draw: { number, commitment: commitmentOf('s', digest), drawsAt: NEXT_NOON } },
});
const passed: LedgerEntry = { ...announced(1), act: 'passed', draw: undefined };
const chain = (...entries: LedgerEntry[]): LedgerLine[] =>
  chainOf({ city: 'eastmere', official: 'hq-mayor' }, NO_LINES, entries, digest).map((line, index) => ({
    ...line,
    hash: `h${index + 1}`,
  }));
/** The draw of that number, over the head of that line. */
const drawn = (number: number, head: number, more: Partial<DrawRecord> = {}): LedgerEntry => ({
  ...{ ...announced(number), act: 'drawn', at: NEXT_NOON },
  draw: {
    ...{ number, commitment: commitmentOf('s', digest), drawsAt: NEXT_NOON },
    drawn: { secret: 's', head: { number: head, hash: `h${head}` }, places: 1, pool: [] },
    ...more,
  },
});
const found = (...entries: LedgerEntry[]) => findUnfairDraw(chain(...entries), digest);

describe('A draw', () => {
  test('is fair as it was announced, over any head from its announcement until itself', () => {
    expect(found(announced(1), passed, drawn(1, 2))).toBeUndefined();
    expect(found(announced(1), passed, drawn(1, 1))).toBeUndefined();
    expect(found(passed)).toBeUndefined();
    expect(found(announced(1), drawn(1, 1), announced(2), drawn(2, 3))).toBeUndefined();
  });

  test('is announced once, in its turn', () => {
    expect(found(announced(1), announced(1))).toBe(2);
    expect(found(announced(2))).toBe(1);
    expect(found(announced(1), announced(2))).toBe(2);
    expect(found(announced(1), drawn(1, 1), announced(1))).toBe(3);
  });

  test('is drawn once, after it was announced', () => {
    expect(found(drawn(1, 1))).toBe(1);
    expect(found(announced(1), drawn(1, 1), drawn(1, 1))).toBe(3);
    expect(found(announced(1), drawn(1, 1, { drawn: undefined }))).toBe(2);
  });

  test('has the commitment and the moment that were announced', () => {
    const other = { secret: 't', head: { number: 1, hash: 'h1' }, places: 1, pool: [] };
    expect(found(announced(1), drawn(1, 1, { commitment: commitmentOf('t', digest), drawn: other }))).toBe(2);
    expect(found(announced(1), drawn(1, 1, { drawn: other }))).toBe(2);
    expect(found(announced(1), drawn(1, 1, { drawsAt: NOON }))).toBe(2);
    expect(found(announced(1), { ...drawn(1, 1), at: NOON })).toBe(2);
  });

  test('is drawn over a head of this chain, neither older than its announcement nor its own or a later line', () => {
    expect(found(passed, announced(1), passed, drawn(1, 1))).toBe(4);
    expect(found(announced(1), drawn(1, 2), passed)).toBe(2);
    expect(found(announced(1), drawn(1, 3), passed)).toBe(2);
    expect(found(announced(1), drawn(1, 9))).toBe(2);
    const forged = { secret: 's', head: { number: 1, hash: 'x' }, places: 1, pool: [] };
    expect(found(announced(1), drawn(1, 1, { drawn: forged }))).toBe(2);
  });
});
