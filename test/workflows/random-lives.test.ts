import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { objectTo } from '../../domain/after-closing.ts';
import type { Change, Context } from '../../domain/change.ts';
import { confirmWhole, respond, withdraw } from '../../domain/citizen-word.ts';
import { recordAttendance, recordOutcome } from '../../domain/meeting.ts';
import { offer } from '../../domain/offers.ts';
import { confirmOrder, disputeOrder, renew, reportDone } from '../../domain/orders.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Request } from '../../domain/request.ts';
import type { Slot } from '../../domain/slot.ts';
import { later, localDateOf, plusDays, plusMinutes } from '../../domain/time.ts';
import { accept, answerInWriting, ask, decline } from '../../domain/triage.ts';
import { cancel, move, schedule } from '../../domain/turns.ts';
import { planMorning, take } from '../support/lives.ts';
import { openOffice, type RunningOffice } from '../support/running-office.ts';

type Act = (request: Request, context: Context, slot: Slot) => Outcome<Change>;

/** What staff and citizens may do; of what fits the stage, one is done. */
const ACTS: readonly Act[] = [
  (request, context) => ask(request, { text: 'Which street?' }, context),
  (request, context) => answerInWriting(request, { text: 'Soon.' }, context),
  (request, context) => accept(request, {}, context),
  (request, context) => accept(request, { urgent: true }, context),
  (request, context) => decline(request, { reasonCode: 'other', text: 'No.' }, context),
  (request, context) => respond(request, 'still-want-to-meet', context),
  (request, context) => objectTo(request, 'I object.', context),
  (request, context, slot) => offer(request, [slot], context),
  (request, context, slot) => schedule(request, slot, context),
  (request, context, slot) => move(request, slot, context),
  (request, context) => cancel(request, {}, context),
  (request, context) => recordAttendance(request, 'arrived', context),
  (request, context) => recordAttendance(request, 'no-show', context),
  (request, context) => recordAttendance(request, 'host-absent', context),
  (request, context) =>
    recordOutcome(request, { result: 'met', orders: [{ text: 'Mend it.', unit: request.unit }] }, context),
  (request, context) => reportDone(request, { order: 1, proof: { letterNumber: '7' } }, context),
  (request, context) =>
    renew(
      request,
      { order: 1, dueOn: plusDays(localDateOf(request.until, 'Europe/London'), 7), reason: 'Rain.' },
      context,
    ),
  (request, context) => confirmOrder(request, 1, context),
  (request, context) => disputeOrder(request, { order: 1, text: 'It is not.' }, context),
  (request, context) => confirmWhole(request, false, undefined, context),
  (request, context) => withdraw(request, undefined, context),
];

const MOVES = fc.array(
  fc.record({
    kind: fc.constantFrom('act' as const, 'act' as const, 'deadline' as const),
    roll: fc.nat(1000),
    wait: fc.nat(3 * 24 * 60),
    fault: fc.constantFrom(
      'none' as const,
      'none' as const,
      'lost wake' as const,
      'killed' as const,
      'duty fails' as const,
    ),
  }),
  { minLength: 6, maxLength: 14 },
);
type Move = typeof MOVES extends fc.Arbitrary<(infer One)[]> ? One : never;

const decide = async (office: RunningOffice, { id, city }: Request, { roll }: Move): Promise<void> => {
  const request = await office.request(id);
  const context = office.context({ actor: 'staff', username: 'secretary.hq' });
  const slot = await freshSlot(office, request, roll);
  const possible = ACTS.filter((act) => act(request, context, slot).agreed);
  const act = possible[roll % Math.max(1, possible.length)];
  if (!act) return;
  await office.slots.hold(city, slot.id, id, { at: context.at, until: slot.startsAt });
  await take(office, request, (read, now) => act(read, now, slot));
};

/** A slot of a day that nobody has planned yet, a Wednesday some weeks ahead. */
const freshSlot = async (office: RunningOffice, request: Request, roll: number): Promise<Slot> => {
  for (let days = 2 + (roll % 20); ; days += 1) {
    const [slot] = await planMorning(office, request, days).catch(() => []);
    if (slot) return slot;
  }
};

const step = async (office: RunningOffice, request: Request, move: Move): Promise<void> => {
  const { id, city } = request;
  const { run } = await office.wait(id);
  if (move.fault === 'killed') await office.kill(id, run).catch(() => {});
  if (move.fault === 'duty fails') {
    let times = 3;
    office.faults.beforeDuty = async () => {
      times -= 1;
      if (times >= 0) throw new Error('Out of order.');
    };
  }
  if (move.kind === 'deadline') {
    const { until } = await office.request(id);
    await office.clock.moveTo(plusMinutes(later(until, office.clock.now()), 2));
  } else {
    await office.clock.moveTo(plusMinutes(office.clock.now(), move.wait));
    office.faults.stepFunctionsAway = move.fault === 'lost wake';
    await decide(office, { ...request, city }, move);
    office.faults.stepFunctionsAway = false;
  }
  await office.settle();
  await office.sweepFor(6);
};

/**
 * In step; or killed since the last publication, and looked for at the deadline; or closed, where an execution that was not
 * told lingers until its timer and acts on nothing.
 */
const isWell = async (office: RunningOffice, id: string): Promise<boolean> => {
  const { step, until, expectedBy } = await office.wait(id);
  if (step === 'closed') return expectedBy === undefined;
  const lives = office.executions(id).some(({ status }) => status === 'RUNNING');
  return lives ? office.isInStep(id) : expectedBy === until;
};

describe('Random lives with lost wakes, killed executions and failing duties', () => {
  test('are always found again, and nobody is told anything twice', async () => {
    await fc.assert(
      fc.asyncProperty(MOVES, async (moves) => {
        const office = await openOffice();
        try {
          const request = await office.submit();
          for (const move of moves) {
            await step(office, request, move);
            const { status } = await office.request(request.id);
            expect(await isWell(office, request.id), `${status} after ${JSON.stringify(move)}`).toBe(true);
          }
          const letters = await office.letters.of(office.city, request.id);
          expect(new Set(letters.map(({ key }) => key)).size).toBe(letters.length);
          const { turns } = await office.request(request.id);
          expect(letters.filter(({ template }) => template.endsWith('reminder')).length).toBeLessThanOrEqual(2 * turns);
        } finally {
          await office.close();
        }
      }),
      { numRuns: 20, seed: 20_260_608 },
    );
  }, 120_000);
});
