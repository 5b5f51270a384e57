import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { tehran } from '../../cities/tehran.ts';
import { objectTo } from '../../domain/after-closing.ts';
import type { Change, Context } from '../../domain/change.ts';
import { confirmWhole, respond, withdraw } from '../../domain/citizen-word.ts';
import { recordAttendance, recordOutcome } from '../../domain/meeting.ts';
import { nextStep } from '../../domain/next-step.ts';
import { offer } from '../../domain/offers.ts';
import type { Office } from '../../domain/office.ts';
import { bar, confirmOrder, disputeOrder, reportDone } from '../../domain/orders.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { climbOverdue } from '../../domain/overdue.ts';
import { passDeadline } from '../../domain/pass-deadline.ts';
import type { Request } from '../../domain/request.ts';
import { type Instant, later, plusMinutes } from '../../domain/time.ts';
import { THE_OFFICE } from '../../domain/timeline.ts';
import { accept, answerInWriting, ask, decline } from '../../domain/triage.ts';
import { cancel, move, schedule } from '../../domain/turns.ts';
import { MemoryKeys } from '../support/memory/memory-keys.ts';
import { agreed, MovableClock, openingOf } from '../support/world.ts';

const START: Instant = '2026-06-08T09:30:00.000Z';
const MINUTES_A_DAY = 24 * 60;

type Act = (request: Request, context: Context, roll: number) => Outcome<Change>;

/** A slot of the request's official, some days from now. */
const slotAfter = (days: number, { official }: Request, at: Instant) => ({
  ...{ id: `slot-${days}-${at}`, session: 'session', official },
  startsAt: plusMinutes(at, days * MINUTES_A_DAY + 60),
  endsAt: plusMinutes(at, days * MINUTES_A_DAY + 70),
});

/** Whatever staff and citizens may do; of what fits the stage, one is done. */
const ACTS: readonly Act[] = [
  (request, context) => ask(request, { text: 'Which street?' }, context),
  (request, context) => answerInWriting(request, { text: 'It is being repaired.' }, context),
  (request, context) => accept(request, {}, context),
  (request, context) => accept(request, { urgent: true }, context),
  (request, context) => decline(request, { reasonCode: 'other', text: 'No.' }, context),
  (request, context) => respond(request, 'still-want-to-meet', context),
  (request, context) => objectTo(request, 'I object.', context),
  (request, context, roll) => offer(request, [slotAfter(roll, request, context.at)], context),
  (request, context, roll) => schedule(request, slotAfter(roll, request, context.at), context),
  (request, context, roll) => move(request, slotAfter(roll, request, context.at), context),
  (request, context) => cancel(request, {}, context),
  (request, context) => recordAttendance(request, 'arrived', context),
  (request, context) => recordAttendance(request, 'no-show', context),
  (request, context) => recordAttendance(request, 'host-absent', context),
  (request, context, roll) =>
    recordOutcome(
      request,
      { result: 'met', orders: Array.from({ length: roll % 3 }, () => ({ text: 'Mend it.', unit: request.unit })) },
      context,
    ),
  (request, context) => reportDone(request, { order: 1, proof: { letterNumber: '7' } }, context),
  (request, context) => bar(request, { order: 2, ground: 'By-law 3' }, context),
  (request, context) => confirmOrder(request, 1, context),
  (request, context) => disputeOrder(request, { order: 1, text: 'It is not.' }, context),
  (request, context) => confirmWhole(request, false, undefined, context),
  (request, context) => withdraw(request, undefined, context),
];

const moves = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('deadline' as const), late: fc.constantFrom(0, 1, 600, 30 * MINUTES_A_DAY) }),
    fc.record({ kind: fc.constant('climb' as const), wait: fc.nat(60 * MINUTES_A_DAY) }),
    fc.record({
      kind: fc.constant('act' as const),
      act: fc.nat(ACTS.length - 1),
      wait: fc.nat(6 * MINUTES_A_DAY),
      roll: fc.integer({ min: 0, max: 12 }),
    }),
  ),
  { maxLength: 40 },
);

type Move = typeof moves extends fc.Arbitrary<(infer One)[]> ? One : never;

/** The moment of a move, and what becomes of the request. */
const step = (
  request: Request,
  at: Instant,
  move: Move,
  office: Office,
): { at: Instant; change?: Change | undefined } => {
  if (move.kind === 'deadline') {
    const then = plusMinutes(later(at, request.until), move.late);
    return { at: then, change: passDeadline(request, { at: then, by: THE_OFFICE, office }) };
  }
  const then = plusMinutes(at, move.wait);
  const context = { at: then, by: { actor: 'staff' as const, username: 'secretary.hq' }, office };
  if (move.kind === 'climb') return { at: then, change: climbOverdue(request, context) };
  const possible = ACTS.map((act) => act(request, context, move.roll)).filter((outcome) => outcome.agreed);
  return { at: then, change: possible[move.act % Math.max(1, possible.length)]?.value };
};

describe.each([eastmere, tehran])('In $city.id, over random lives', (office) => {
  const opened = () =>
    openingOf({ at: START, by: { actor: 'citizen' }, office }, new MemoryKeys(new MovableClock(START))).request;

  test('a duty always moves the deadline past now, or goes on to another step', () => {
    fc.assert(
      fc.property(moves, (life) => {
        let request = opened();
        let at = START;
        for (const move of life) {
          const { at: then, change } = step(request, at, move, office);
          at = then;
          if (move.kind === 'deadline' && request.step !== 'closed') {
            expect(change, `${request.status} at ${at}`).toBeDefined();
            expect((change?.after.until ?? '') > at || change?.after.step !== request.step).toBe(true);
          }
          request = change?.after ?? request;
        }
      }),
      { numRuns: 150 },
    );
  });

  test('what is published with a request is what its rule says', () => {
    fc.assert(
      fc.property(moves, (life) => {
        let request = opened();
        let at = START;
        for (const move of life) {
          const { at: then, change } = step(request, at, move, office);
          at = then;
          if (!change) continue;
          request = change.after;
          const next = nextStep(request, at);
          expect({ step: request.step, until: request.until, owner: request.owner }).toEqual({
            step: next.step,
            until: next.wakeAt,
            owner: next.owner,
          });
        }
      }),
      { numRuns: 100 },
    );
  });

  test('climbing further rungs leaves the wake of the workflow where it is', () => {
    const by = THE_OFFICE;
    const accepted = agreed(accept(opened(), {}, { at: START, by, office })).after;
    const slot = slotAfter(9, accepted, START);
    const scheduled = agreed(schedule(accepted, slot, { at: START, by, office })).after;
    const there = { at: slot.startsAt, by, office };
    const met = agreed(recordAttendance(scheduled, 'arrived', there)).after;
    const orders = [{ text: 'Mend it.', unit: met.unit }];
    let request = agreed(recordOutcome(met, { result: 'met', orders }, there)).after;
    const overdue = passDeadline(request, { at: request.until, by, office })?.after;
    expect(overdue?.orders[0]?.overdueSince).toBe(request.until);

    request = overdue ?? request;
    for (let rung = 0; rung < 8; rung += 1) {
      const climbed = climbOverdue(request, { at: request.orders[0]?.climbsAt ?? START, by, office })?.after;
      expect(climbed?.until).toBe(overdue?.until);
      request = climbed ?? request;
    }
  });
});
