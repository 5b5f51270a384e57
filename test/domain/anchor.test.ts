import { expect, it } from 'vitest';
import { anchorOf, findRewrite } from '../../domain/anchor.ts';
import { chainOf, findEdit, type LedgerEntry, NO_LINES } from '../../domain/ledger.ts';
import { sha256 } from '../../functions/scheduled/chain-ledger.ts';

const POST = { city: 'eastmere', official: 'harbour-alderman' };
const AT = '2026-06-08T09:30:00.000Z';
const entry: LedgerEntry = {
  ...{ at: AT, act: 'given', reason: 'scheduled', by: 'staff', code: '•••7K3' },
  ...{ waitingSince: '2026-06-01T09:30:00.000Z', urgent: false, holds: ['slot-1'], leaves: [] },
};
const chain = (entries: readonly LedgerEntry[]) => {
  const lines = chainOf(POST, NO_LINES, entries, sha256);
  const { number, hash } = lines.at(-1) ?? NO_LINES;
  return { lines, head: { number, hash } };
};
const told = chain([entry, { ...entry, act: 'released' }, entry, { ...entry, act: 'moved' }]);
const noted = [2, 3].map((number) => anchorOf(told.lines[number - 1] ?? NO_LINES, `2026-06-0${number + 6}`, AT));

it('finds by what was noted alone that all lines and the head were written anew', () => {
  const anew = chain([entry, { ...entry, act: 'released', urgent: true }, entry, { ...entry, act: 'moved' }]);
  expect(findEdit(POST, anew, sha256)).toBeUndefined();
  expect(findRewrite(anew.lines, noted)).toEqual({ line: 2, notedOn: '2026-06-08' });
});

it('finds that lines were cut off together with the head', () => {
  const short = chain([entry, { ...entry, act: 'released' }]);
  expect(findEdit(POST, short, sha256)).toBeUndefined();
  expect(findRewrite(short.lines, noted)).toEqual({ line: 3, notedOn: '2026-06-09' });
});

it('finds nothing in a chain that has only grown', () => {
  expect(findRewrite(told.lines, noted)).toBeUndefined();
  expect(findRewrite(told.lines, [])).toBeUndefined();
});
