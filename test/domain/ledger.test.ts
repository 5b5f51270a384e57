import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainOf, findEdit, LedgerEntry, type LedgerHead, type LedgerLine, NO_LINES } from '../../domain/ledger.ts';

const POST = { city: 'eastmere', official: 'hq-mayor' };
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const instants = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const ids = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const draws = fc.record({
  ...{ number: fc.nat(), commitment: ids, drawsAt: instants },
  drawn: maybe(
    fc.record({
      ...{ secret: ids, head: fc.record({ number: fc.nat(), hash: ids }) },
      ...{ places: fc.nat(), pool: fc.array(ids, { maxLength: 4 }) },
    }),
  ),
});
const entries: fc.Arbitrary<LedgerEntry> = fc.record({
  at: instants,
  act: fc.constantFrom(...LedgerEntry.shape.act.options),
  reason: fc.constantFrom(...LedgerEntry.shape.reason.options),
  by: fc.constantFrom(...LedgerEntry.shape.by.options),
  code: ids,
  waitingSince: instants,
  urgent: fc.boolean(),
  holds: fc.array(ids, { maxLength: 3 }),
  leaves: fc.array(ids, { maxLength: 3 }),
  ...{ why: maybe(ids), priority: maybe(ids), draw: maybe(draws) },
});
const chains = fc.array(entries, { minLength: 2, maxLength: 12 }).map((all) => chainOf(POST, NO_LINES, all, sha256));

const headOf = (lines: readonly LedgerLine[]): LedgerHead => {
  const last = lines.at(-1);
  return last ? { number: last.number, hash: last.hash } : NO_LINES;
};
const check = (lines: readonly LedgerLine[], head: LedgerHead) => findEdit(POST, { lines, head }, sha256);
const place = fc.nat();

/** What somebody may do to a stored chain, each so that it differs from what was written. */
const EDITS: Record<string, (lines: readonly LedgerLine[], a: number, b: number, entry: LedgerEntry) => LedgerLine[]> =
  {
    'A line that was dropped': (lines, a) => lines.toSpliced(a, 1),
    'A line that was put in': (lines, a, _, entry) => {
      const before = lines.slice(0, a);
      return [...before, ...chainOf(POST, headOf(before), [entry], sha256), ...lines.slice(a)];
    },
    'A line that was written twice': (lines, a) => lines.flatMap((line, at) => (at === a ? [line, line] : [line])),
    'A swap of two lines': (lines, a, b) => {
      const [one, other] = [lines[a], lines[b]];
      return lines.map((line, at) => (at === a ? (other ?? line) : at === b ? (one ?? line) : line));
    },
    'A swap of what two lines say, under their old numbers': (lines, a, b) =>
      lines.map((line, at) => {
        const said = at === a ? lines[b] : at === b ? lines[a] : undefined;
        return said ? { ...said, number: line.number, previous: line.previous, hash: line.hash } : line;
      }),
    'Another order': (lines) => lines.toReversed(),
    'A line that was changed and hashed anew': (lines, a, _, entry) =>
      lines.map((line, at) =>
        at === a ? (chainOf(POST, headOf(lines.slice(0, a)), [entry], sha256)[0] ?? line) : line,
      ),
  };

describe('A chain', () => {
  test('is whole as it was written, and goes on from any line', () => {
    fc.assert(
      fc.property(chains, fc.array(entries, { maxLength: 5 }), (lines, more) => {
        const longer = [...lines, ...chainOf(POST, headOf(lines), more, sha256)];
        expect(check(longer, headOf(longer))).toBeUndefined();
      }),
    );
  });

  test('shows every change of any field of any line', () => {
    const names = Object.keys({ ...LedgerEntry.shape, number: 0, previous: 0, hash: 0 }) as (keyof LedgerLine)[];
    fc.assert(
      fc.property(chains, place, fc.constantFrom(...names), chains, (lines, at, name, [other]) => {
        const index = at % lines.length;
        const edited = lines.map((line, n) => (n === index ? { ...line, [name]: other?.[name] } : line));
        fc.pre(JSON.stringify(edited) !== JSON.stringify(lines));
        expect(check(edited, headOf(lines))).toMatchObject({ line: expect.any(Number) });
      }),
    );
  });

  test.each(Object.entries(EDITS))('%s is found', (_, edit) => {
    fc.assert(
      fc.property(chains, place, place, entries, (lines, a, b, entry) => {
        const edited = edit(lines, a % lines.length, b % lines.length, entry);
        fc.pre(JSON.stringify(edited) !== JSON.stringify(lines));
        expect(check(edited, headOf(lines))).toMatchObject({ line: expect.any(Number) });
      }),
    );
  });

  test('that lost its last lines, or all of them, is cut off', () => {
    fc.assert(
      fc.property(chains, place, (lines, at) => {
        const left = lines.slice(0, at % lines.length);
        expect(check(left, headOf(lines))).toEqual({ line: left.length + 1, found: 'cut-off' });
      }),
    );
  });

  test('of one post is not the chain of another', () => {
    fc.assert(
      fc.property(chains, (lines) => {
        const elsewhere = { ...POST, official: 'hq-deputy' };
        expect(findEdit(elsewhere, { lines, head: headOf(lines) }, sha256)).toEqual({ line: 1, found: 'altered' });
      }),
    );
  });
});
