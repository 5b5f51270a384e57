import { eastmere } from '../../cities/eastmere.ts';
import { planSession } from '../../domain/session.ts';
import { isFree, isHeldBy, type Slot } from '../../domain/slot.ts';
import { plusMinutes } from '../../domain/time.ts';
import { answer as pickSlot } from '../../functions/citizen/pick-slot.ts';
import { type Dice, diceOf } from '../../local/demo/dice.ts';
import { Interleaving } from '../support/interleaving.ts';
import type { MemoryCase } from '../support/memory/memory-house.ts';
import { agreed, createWorld, MONDAY_MORNING, type World } from '../support/world.ts';
import { type Claimant, claimantOf } from './claimant.ts';

const CLAIMANTS = 40;
/** Every fourth claimant claims from two tabs. */
const CLAIMS_PER_ROUND = CLAIMANTS + CLAIMANTS / 4;
/** So seldom that most decisions end within their hold, so often that some holds run out under them. */
const DRAWS_PER_PAUSE = 200;
const PAUSE_MINUTES = 6;

/**
 * Rounds of fifty claims on four turns by the citizens' own answer, on the twins of the ports in memory. A seed decides the
 * order of all that happens at the ports; now and then the clock moves on so far that holds run out in the middle of it.
 */
export const contendInMemory = async ({ claims, seed }: { claims: number; seed: string }) => {
  const dice = diceOf(seed);
  const stage = await setStage();
  const sums = { claims: 0, winners: 0, doubleBookings: 0, bookedTwice: 0, unbookableSlots: 0 };
  while (sums.claims < claims) {
    stage.reset();
    const agreements = await round(stage, dice);
    const { booked, ...faults } = stage.look();
    if (agreements !== booked) throw new Error(`${agreements} were told that they won, and ${booked} did`);
    sums.claims += CLAIMS_PER_ROUND;
    sums.winners += booked;
    sums.doubleBookings += faults.doubleBookings;
    sums.bookedTwice += faults.bookedTwice;
    sums.unbookableSlots += faults.unbookableSlots;
  }
  return { seed, ...sums };
};

type Stage = Awaited<ReturnType<typeof setStage>>;

const setStage = async () => {
  const world = await createWorld();
  const turns = await openTurns(world);
  const crowd = Array.from({ length: CLAIMANTS }, (_, number) => claimantOf(world.context(), world.keys, number));
  for (const { opening } of crowd) agreed(await world.requests.add(opening, { limited: false }));
  const cases = new Map(world.house.cases);
  const slots = [...turns, ...crowd.map(({ offered }) => offered)];
  const keyOf = (id: string) => `${world.city}/${id}`;

  const reset = (): void => {
    world.clock.moveTo(MONDAY_MORNING);
    for (const slot of slots) world.house.slots.set(keyOf(slot.id), slot);
    for (const { request } of crowd) {
      const kept = cases.get(keyOf(request.id)) as MemoryCase;
      world.house.cases.set(keyOf(request.id), { ...kept, request, events: [], letters: [] });
    }
  };

  const look = () => {
    const now = turns.flatMap(({ id }) => world.house.slots.get(keyOf(id)) ?? []);
    const isFor = (slot: Slot, id: string) => isHeldBy(slot, id) && slot.holdUntil === undefined;
    const scheduled = crowd.flatMap(({ request: { id } }) => {
      const slot = world.house.cases.get(keyOf(id))?.request.appointment?.slot;
      return slot === undefined ? [] : [{ id, slot }];
    });
    const holdsOver = plusMinutes(world.clock.now(), 24 * 60);
    const kept = now.filter((slot) => scheduled.some((turn) => turn.slot === slot.id && isFor(slot, turn.id)));
    return {
      booked: scheduled.length,
      /** Of two with one turn, its item names one at the most. */
      doubleBookings: scheduled.length - kept.length,
      bookedTwice: crowd.filter(({ request }) => now.filter((slot) => isFor(slot, request.id)).length > 1).length,
      unbookableSlots: now.filter((slot) => !kept.includes(slot) && !isFree(slot, holdsOver)).length,
    };
  };
  return { world, turns, crowd, reset, look };
};

/** Four turns that citizens may take. */
const openTurns = async (world: World): Promise<readonly Slot[]> => {
  const plan = { id: 'wanted', official: eastmere.officials[0]?.id ?? '', venue: eastmere.venues[0]?.id ?? '' };
  const { session, slots } = agreed(
    planSession(
      { ...plan, mode: 'in-person', on: '2026-06-15', from: '10:00', to: '11:00', slotMinutes: 15 },
      [],
      world.context(),
    ),
  );
  const turns = slots.map((slot): Slot => ({ ...slot, kind: 'regular' }));
  agreed(await world.sessions.add(session, turns));
  return turns;
};

/** @returns how many claimants were told that they have a turn */
const round = async ({ world, turns, crowd }: Stage, dice: Dice): Promise<number> => {
  const order = new Interleaving(dice);
  const { requests, slots, sessions, workflow, clock } = world;
  const needs = {
    ...{ workflow, clock },
    ...{ requests: order.interleaved(requests), slots: order.interleaved(slots) },
    sessions: order.interleaved(sessions),
  };
  const claim = ({ request, session }: Claimant) => {
    const slot = turns[dice(turns.length)]?.id ?? '';
    const call = {
      ...{ city: world.city, office: eastmere, params: { id: request.id }, query: {}, body: { slot } },
      ...{ caller: session, language: 'en', idempotencyKey: '', network: '' },
    };
    return async () => pickSlot(call, needs);
  };
  const tabs = [...crowd, ...crowd.slice(0, CLAIMS_PER_ROUND - CLAIMANTS)];
  const replies = await order.run(tabs.map(claim), () => {
    if (dice(DRAWS_PER_PAUSE) === 0) world.clock.forward(PAUSE_MINUTES);
  });
  return replies.filter(({ agreed }) => agreed).length;
};
