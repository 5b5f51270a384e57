import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../domain/change.ts';
import { withdraw } from '../../domain/citizen-word.ts';
import { moveFromClosure } from '../../domain/closure.ts';
import { chainOf, findEdit, type LedgerEntry, ledgerEntryOf, maskedCode, NO_LINES } from '../../domain/ledger.ts';
import { recordAttendance, recordOutcome } from '../../domain/meeting.ts';
import { acceptOffer, keepOffered, lapseOffer, offer, passOffer } from '../../domain/offers.ts';
import type { At, Request } from '../../domain/request.ts';
import { plusMinutes } from '../../domain/time.ts';
import { accept } from '../../domain/triage.ts';
import { cancel, move, schedule, tellOfNewPlace } from '../../domain/turns.ts';
import { agreed } from '../support/world.ts';
import { contextAt, MINUTES_A_DAY, reach, START, slotIn, submitted } from './stages-of-life.ts';

const context = contextAt(START);
const { request: waiting } = reach('waiting');
const { request: scheduled } = reach('scheduled');
const [one, two] = [slotIn(7, waiting, START), slotIn(8, waiting, START)];
const offered = agreed(offer(waiting, [one, two], context)).after as At<'offered'>;
const own = scheduled.appointment?.slot ?? '';
const onTheDay = contextAt(scheduled.appointment?.endsAt ?? START);

const entryOf = (change: Change) => ledgerEntryOf(change, START)?.entry;
const said = (change: Change) => {
  const { act, reason, holds, leaves } = entryOf(change) ?? {};
  return { act, reason, holds, leaves };
};

describe('The ledger notes', () => {
  test('who was offered a turn, when and since when they waited, without a name', () => {
    const entry = ledgerEntryOf(agreed(offer(waiting, [one], context)), START);
    expect(entry).toStrictEqual({
      official: 'harbour-alderman',
      entry: {
        ...{ at: START, act: 'offered', reason: 'offered', by: 'staff', code: maskedCode(waiting.code) },
        ...{ waitingSince: waiting.submittedAt, urgent: false, holds: [one.id], leaves: [] },
      },
    });
    expect(maskedCode('ABCDEFGHI')).toBe('•••GHI');
  });

  test('who was given a turn or offered one out of order, with the reason', () => {
    expect(entryOf(agreed(offer(waiting, [one], context, 'court-date')))).toMatchObject({
      ...{ act: 'jumped', reason: 'offered', why: 'court-date' },
    });
    expect(entryOf(agreed(schedule(waiting, one, context, 'court-date')))).toMatchObject({
      ...{ act: 'jumped', reason: 'scheduled', why: 'court-date' },
    });
  });

  test('the ground on which somebody comes first', () => {
    const urgent: Request = { ...waiting, urgent: true, priority: 'disability' } as Request;
    expect(entryOf(agreed(offer(urgent, [one], context)))).toMatchObject({ urgent: true, priority: 'disability' });
    const placedAt = '2026-06-09T23:00:00.000Z';
    const behind: Request = { ...waiting, placedAt } as Request;
    expect(entryOf(agreed(offer(behind, [one], context)))?.waitingSince).toBe(placedAt);
  });

  test.each<[string, () => Change, object]>([
    [
      'a turn that was given outright',
      () => agreed(schedule(waiting, one, context)),
      { act: 'given', reason: 'scheduled', holds: [one.id], leaves: [] },
    ],
    [
      'an offer that was taken, and what else was offered',
      () => agreed(acceptOffer(offered, two, context)),
      { act: 'given', reason: 'scheduled', holds: [two.id], leaves: [one.id] },
    ],
    [
      'an offer that silence kept',
      () => keepOffered(offered, context),
      { act: 'given', reason: 'scheduled', holds: [one.id], leaves: [two.id] },
    ],
    [
      'other turns that are offered instead',
      () => agreed(offer(offered, [two], context)),
      { act: 'offered', reason: 'offered', holds: [two.id], leaves: [one.id] },
    ],
    [
      'an offer that was passed',
      () => agreed(passOffer(offered, context)),
      { act: 'passed', reason: 'offer-passed', holds: [], leaves: [one.id, two.id] },
    ],
    [
      'an offer that lapsed',
      () => lapseOffer(offered, context),
      { act: 'lapsed', reason: 'offer-lapsed', holds: [], leaves: [one.id, two.id] },
    ],
    [
      'an offer that ended with the request',
      () => agreed(withdraw(offered, undefined, context)),
      { act: 'released', reason: 'withdrawn', holds: [], leaves: [one.id, two.id] },
    ],
    [
      'a turn that was moved',
      () => agreed(move(scheduled, two, context)),
      { act: 'moved', reason: 'moved', holds: [two.id], leaves: [own] },
    ],
    [
      'a turn that was given back',
      () => agreed(cancel(scheduled, {}, context)),
      { act: 'released', reason: 'cancelled', holds: [], leaves: [own] },
    ],
    [
      'a turn that was missed',
      () => agreed(recordAttendance(scheduled, 'no-show', onTheDay)),
      { act: 'missed', reason: 'no-show', holds: [], leaves: [own] },
    ],
    [
      'a turn that the host missed',
      () => agreed(recordAttendance(scheduled, 'host-absent', onTheDay)),
      { act: 'released', reason: 'host-absent', holds: [], leaves: [own] },
    ],
  ])('%s', (_, change, entry) => {
    expect(said(change())).toStrictEqual(entry);
  });

  test('what a closure took, and that it was not by the order of the queue', () => {
    const closed = { startsAt: START, endsAt: plusMinutes(START, 30 * MINUTES_A_DAY) };
    const taken = (next: typeof one | undefined) =>
      entryOf(agreed(moveFromClosure(scheduled, { closed, next, why: '' }, context)));
    expect(taken(undefined)).toMatchObject({ act: 'released', why: 'closure', priority: 'closure', leaves: [own] });
    const far = slotIn(40, scheduled, START);
    expect(taken(far)).toMatchObject({ act: 'released', why: 'closure', holds: [far.id], leaves: [own] });
  });

  test('nothing where no turn is touched', () => {
    const { request: met, at } = reach('met');
    const untouched: Change[] = [
      agreed(accept(submitted(), {}, context)),
      agreed(tellOfNewPlace(scheduled, context)),
      agreed(recordAttendance(scheduled, 'arrived', onTheDay)),
      agreed(recordOutcome(met, { result: 'met', orders: [{ text: 'Repair.', unit: 'homes' }] }, contextAt(at))),
      agreed(withdraw(waiting, undefined, context)),
      agreed(withdraw(submitted(), undefined, context)),
      { ...agreed(tellOfNewPlace(scheduled, context)), before: offered, after: { ...offered, version: 9 } },
    ];
    expect(untouched.map((change) => ledgerEntryOf(change, START))).toStrictEqual(untouched.map(() => undefined));
    expect(ledgerEntryOf({ ...agreed(cancel(scheduled, {}, context)), events: [] }, START)).toBeUndefined();
  });

  test('a meeting uses its turn up, to the closing and beyond', () => {
    const { request: awaiting } = reach('awaiting-confirmation');
    const { request: closed } = reach('closed');
    const event = { kind: 'closed' as const, at: START, by: context.by };
    const becoming = (before: Request, after: Request) =>
      ledgerEntryOf({ before, after, events: [event], letters: [], callTasks: [], slots: [] }, START);
    expect(becoming(awaiting, closed)).toBeUndefined();
    expect(becoming(reach('in-follow-up').request, awaiting)).toBeUndefined();
    // Who never met gives the turn back with the closing.
    const { metAt: _, ...unmet } = closed as At<'closed'>;
    expect(becoming(scheduled, unmet)?.entry).toMatchObject({ act: 'released', leaves: [own] });
  });

  test('in the ledger of the post that has the turn', () => {
    const change = agreed(schedule(waiting, one, context));
    const referred: Change = { ...change, before: { ...waiting, official: 'hq-mayor' } };
    expect(ledgerEntryOf(referred, START)?.official).toBe('harbour-alderman');
    const released: Change = agreed(cancel(scheduled, {}, context));
    expect(ledgerEntryOf({ ...released, after: { ...released.after, official: 'hq-mayor' } }, START)?.official).toBe(
      'harbour-alderman',
    );
  });
});

describe('A chain of three lines', () => {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const post = { city: 'eastmere', official: 'hq-mayor' };
  const entry = (code: string): LedgerEntry => ({
    ...{ at: START, act: 'given', reason: 'scheduled', by: 'staff', code, waitingSince: START },
    ...{ urgent: false, holds: ['S1'], leaves: [] },
  });
  const lines = chainOf(post, NO_LINES, [entry('A'), entry('B'), entry('C')], sha256);
  const head = { number: 3, hash: lines[2]?.hash ?? '' };

  test('counts from one, each line behind the hash of the one before', () => {
    expect(lines.map(({ number, previous }) => [number, previous])).toStrictEqual([
      [1, ''],
      [2, lines[0]?.hash],
      [3, lines[1]?.hash],
    ]);
    expect(findEdit(post, { lines, head }, sha256)).toBeUndefined();
    expect(findEdit(post, { lines: [], head: NO_LINES }, sha256)).toBeUndefined();
  });

  test('says where it was edited, and how', () => {
    const [first, second, third] = lines;
    if (!first || !second || !third) throw new Error('Three lines');
    const found = (...edited: typeof lines) => findEdit(post, { lines: edited, head }, sha256);
    expect(found(first, { ...second, code: 'X' }, third)).toStrictEqual({ line: 2, found: 'altered' });
    expect(found(first, third)).toStrictEqual({ line: 2, found: 'out-of-place' });
    expect(found(first, { ...second, number: 3 }, third)).toStrictEqual({ line: 2, found: 'out-of-place' });
    expect(found(first, { ...second, previous: '' }, third)).toStrictEqual({ line: 2, found: 'out-of-place' });
    expect(found(first, second)).toStrictEqual({ line: 3, found: 'cut-off' });
    expect(findEdit(post, { lines, head: { ...head, hash: 'x' } }, sha256)).toStrictEqual({
      line: 4,
      found: 'cut-off',
    });
    expect(findEdit(post, { lines, head: { ...head, number: 4 } }, sha256)).toStrictEqual({
      line: 4,
      found: 'cut-off',
    });
  });
});
