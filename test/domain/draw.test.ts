import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { announce, type DrawRecord, draw, drawText, lotsOf, NO_DRAWS, ticketOf } from '../../domain/draw.ts';
import { chainOf, findEdit, type LedgerEntry, type LedgerLine, NO_LINES } from '../../domain/ledger.ts';
import { findUnfairDraw } from '../../domain/unfair-draw.ts';

const POST = { city: 'eastmere', official: 'hq-mayor' };
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const NOON = '2026-06-10T12:00:00.000Z';
const NEXT_NOON = '2026-06-11T12:00:00.000Z';

const entryOf = (act: LedgerEntry['act'], at: string, record?: DrawRecord): LedgerEntry => ({
  ...{ at, act, reason: 'draw', by: 'office', code: '', waitingSince: at, urgent: false, holds: [], leaves: [] },
  ...(record && { draw: record }),
});

/** A whole draw, from its announcement to its line, as the office writes it. */
const drawn = (secret: string, requests: readonly string[], places: number) => {
  const said = announce(NO_DRAWS, { secret, drawsAt: NEXT_NOON }, sha256);
  const before = chainOf(
    POST,
    NO_LINES,
    [entryOf('draw-announced', NOON, said.record), entryOf('passed', NOON)],
    sha256,
  );
  const last = before.at(-1);
  const head = { number: last?.number ?? 0, hash: last?.hash ?? '' };
  const { announced } = said.state;
  if (!announced) throw new Error('It was announced');
  const line = requests.map((id) => ({ id, since: NOON }));
  const { state, record } = draw({ ...said.state, announced }, { secret, head, places, line }, sha256);
  const lines = [...before, ...chainOf(POST, head, [entryOf('drawn', NEXT_NOON, record)], sha256)];
  return { lines, record, state };
};
const ids = fc.uniqueArray(fc.stringMatching(/^[A-Z0-9]{26}$/), { minLength: 2, maxLength: 30 });

describe('A draw', () => {
  test('is made again by anyone from the ledger, whatever the order in which people stood', () => {
    fc.assert(
      fc.property(fc.string(), ids, fc.nat({ max: 30 }), (secret, requests, places) => {
        const { lines, record, state } = drawn(secret, requests, places);
        expect(findUnfairDraw(lines, sha256)).toBeUndefined();
        expect(drawn(secret, requests.toReversed(), places).record).toEqual(record);
        const lots = record.drawn ? lotsOf(record.drawn, sha256) : [];
        expect(state.winners.map(({ id }) => ticketOf(id, sha256))).toEqual(lots.slice(0, places));
        expect(new Set(lots)).toEqual(new Set(requests.map((id) => ticketOf(id, sha256))));
      }),
    );
  });

  test('gives everybody the same chance', () => {
    const requests = Array.from({ length: 8 }, (_, number) => `REQUEST-${number}`);
    const wins = new Map<string, number>();
    const draws = 4000;
    for (let seed = 0; seed < draws; seed += 1) {
      for (const { id } of drawn(`secret ${seed}`, requests, 2).state.winners) wins.set(id, (wins.get(id) ?? 0) + 1);
    }
    const expected = (draws * 2) / requests.length;
    // Chi-square with 7 degrees of freedom: 24.3 is passed once in a thousand, and the seeds are fixed.
    const chi = requests.reduce((sum, id) => sum + ((wins.get(id) ?? 0) - expected) ** 2 / expected, 0);
    expect(chi).toBeLessThan(24.3);
  });

  test('is numbered behind the one before, and leaves its winners behind the earlier ones', () => {
    const earlier = { id: 'W', since: NOON };
    const said = announce({ number: 4, winners: [earlier], version: 7 }, { secret: 's', drawsAt: NEXT_NOON }, sha256);
    const announced = { commitment: sha256('draw s'), drawsAt: NEXT_NOON };
    expect(said).toStrictEqual({
      state: { number: 4, winners: [earlier], announced, version: 8 },
      record: { number: 5, ...announced },
    });
    const head = { number: 9, hash: 'h' };
    const line = [{ id: 'A', since: NEXT_NOON }];
    expect(draw({ ...said.state, announced }, { secret: 's', head, places: 1, line }, sha256)).toStrictEqual({
      state: { number: 5, winners: [earlier, ...line], version: 9 },
      record: {
        ...{ number: 5, ...announced },
        drawn: { secret: 's', head, places: 1, pool: [sha256('ticket A').slice(0, 20)] },
      },
    });
  });

  test('puts the tickets in the order of their lots, each the digest of secret, head and ticket', () => {
    const lots = (...pool: string[]) =>
      lotsOf({ secret: 's', head: { number: 1, hash: 'h' }, places: 1, pool }, (text) => `lot of ${text}`);
    expect([lots('a', 'b', 'c'), lots('c', 'b', 'a')]).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ]);
  });

  test('is hashed with all that it says', () => {
    const { record } = drawn('secret', ['A'], 1);
    const { number, commitment, drawsAt, drawn: made } = record;
    expect(drawText({ number, commitment, drawsAt })).toStrictEqual([1, commitment, NEXT_NOON, null]);
    expect(drawText(record)).toStrictEqual([
      ...[1, commitment, NEXT_NOON],
      ['secret', made?.head.number, made?.head.hash, 1, made?.pool],
    ]);
  });

  /** What the office could try, each over a chain that is whole: it rewrites the line and hashes it anew. */
  const TRICKS: Record<string, (record: DrawRecord & { drawn: NonNullable<DrawRecord['drawn']> }) => DrawRecord> = {
    'Another secret': (record) => ({ ...record, drawn: { ...record.drawn, secret: 'chosen afterwards' } }),
    'Another commitment': (record) => ({ ...record, commitment: 'x' }),
    'A head of its own making': (record) => ({ ...record, drawn: { ...record.drawn, head: { number: 2, hash: 'x' } } }),
    'A draw that nobody announced': (record) => ({ ...record, number: 2 }),
    'An earlier moment': (record) => ({ ...record, drawsAt: NOON }),
    'A result without its making': ({ drawn: _, ...record }) => record,
  };
  test.each(Object.entries(TRICKS))('%s is found', (_, trick) => {
    const { lines, record } = drawn('secret', ['A', 'B', 'C'], 1);
    if (!record.drawn) throw new Error('It was drawn');
    const faked = trick({ ...record, drawn: record.drawn });
    const before = lines.slice(0, 2);
    const head = { number: 2, hash: before[1]?.hash ?? '' };
    const edited = [...before, ...chainOf(POST, head, [entryOf('drawn', NEXT_NOON, faked)], sha256)];
    expect(findUnfairDraw(edited, sha256)).toBe(3);
  });

  test('that comes too early, twice, or with a head from before its announcement is found', () => {
    const { lines, record } = drawn('secret', ['A', 'B', 'C'], 1);
    const [first, second] = lines;
    if (!first || !second || !record.drawn) throw new Error('Three lines');
    const again = (entry: LedgerEntry, upTo: readonly LedgerLine[]) => {
      const last = upTo.at(-1);
      return [...upTo, ...chainOf(POST, { number: upTo.length, hash: last?.hash ?? '' }, [entry], sha256)];
    };
    expect(findUnfairDraw(again(entryOf('drawn', NOON, record), [first, second]), sha256)).toBe(3);
    expect(findUnfairDraw(again(entryOf('drawn', NEXT_NOON, record), lines), sha256)).toBe(4);
    const old = { ...record, drawn: { ...record.drawn, head: { number: 0, hash: '' } } };
    expect(findUnfairDraw(again(entryOf('drawn', NEXT_NOON, old), [first, second]), sha256)).toBe(3);
  });

  test('is under the chain’s hashes like every other line', () => {
    const { lines, record } = drawn('secret', ['A', 'B', 'C'], 1);
    const last = lines.at(-1);
    if (!last || !record.drawn) throw new Error('It was drawn');
    const fewer = { ...record, drawn: { ...record.drawn, pool: record.drawn.pool.slice(1) } };
    const edited = [...lines.slice(0, -1), { ...last, draw: fewer }];
    expect(findEdit(POST, { lines: edited, head: last }, sha256)).toEqual({ line: 3, found: 'altered' });
  });
});
