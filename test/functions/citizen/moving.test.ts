import { beforeEach, describe, expect, test } from 'vitest';
import { explainTurn, trackRequest } from '../../../contract/citizen/requests.ts';
import { moveAppointment, wishForEarlier } from '../../../contract/citizen/turns.ts';
import { acceptOffer, offer } from '../../../domain/offers.ts';
import type { Request } from '../../../domain/request.ts';
import type { Slot } from '../../../domain/slot.ts';
import { accept } from '../../../domain/triage.ts';
import { move } from '../../../domain/turns.ts';
import { run as allocate } from '../../../functions/scheduled/allocate-turns.ts';
import { type CitizenWorld, createCitizenWorld, OFFICIAL } from './citizen-world.ts';

const LATE = '2026-06-22';
const EARLY = '2026-06-18';

describe('A turn', () => {
  let world: CitizenWorld;
  let token: string;
  let slots: Slot[];
  let request: Request;
  beforeEach(async () => {
    world = await createCitizenWorld();
    token = await world.sessionOf();
    slots = await world.planMonday(LATE);
    request = await world.submitted();
    await world.take(request.id, (read, context) => accept(read, {}, context));
    const first = slotAt(0);
    await hold(first);
    await world.take(request.id, (read, context) => offer(read, [first], context));
    await world.take(request.id, (read, context) => acceptOffer(read, first, context));
  });
  const slotAt = (index: number, of = slots): Slot => {
    const slot = of[index];
    if (!slot) throw new Error(`No slot ${index}`);
    return slot;
  };
  const hold = (slot: Slot) =>
    world.slots.hold(world.city, slot.id, request.id, { at: world.clock.now(), until: '2026-06-12T00:00:00.000Z' });
  const call = (operation: Parameters<CitizenWorld['call']>[0], body?: object) =>
    world.call(operation, { token, params: { id: request.id }, ...(body && { body }) });
  const moveTo = (slot: Slot) => call(moveAppointment, { slot: slot.id });
  const now = () => world.requests.find(world.city, request.id);
  const holders = async () =>
    (await Promise.all(slots.map(({ id }) => world.slots.find(world.city, id)))).filter((slot) => slot?.holder);
  const letters = async () => (await world.letters.of(world.city, request.id)).map(({ template }) => template);
  const events = async () => (await world.caseFiles.read(world.city, request.id))?.events ?? [];

  test('is moved in one act: one turn, one message, the old one kept in its history, reminders of the new one', async () => {
    const before = await now();
    const told = (await letters()).length;
    expect((await moveTo(slotAt(3))).status).toBe(200);
    expect((await holders()).map((slot) => slot?.id)).toEqual([slotAt(3).id]);
    expect((await letters()).slice(told)).toEqual(['moved']);
    expect((await events()).find(({ kind }) => kind === 'moved')).toMatchObject({
      facts: { slot: slotAt(3).id, from: slotAt(0).id, fromStartsAt: slotAt(0).startsAt },
    });
    const after = await now();
    if (before?.status !== 'scheduled' || after?.status !== 'scheduled') throw new Error('It has a turn');
    expect(after.appointment.number).toBe(before.appointment.number + 1);
    const length = (turn: Extract<Request, { status: 'scheduled' }>) => turn.reminders.length;
    expect(length(after)).toBe(length(before));
    // What was written about the old turn holds no longer.
    const [old] = (await world.letters.of(world.city, request.id)).filter(({ template }) => template === 'scheduled');
    expect(old?.validWhile.appointment).toBe(before.appointment.number);
  });

  test('is moved once by two tabs at the same moment: one turn is held at the end, and no other', async () => {
    for (const pair of [
      [1, 2],
      [3, 4],
    ]) {
      const [one = 0, other = 0] = pair;
      await Promise.all([moveTo(slotAt(one)), moveTo(slotAt(other))]);
      const standing = await now();
      if (standing?.status !== 'scheduled') throw new Error('It has a turn');
      expect((await holders()).map((slot) => slot?.id)).toEqual([standing.appointment.slot]);
    }
  });

  test('is moved by the same click twice as by one', async () => {
    const both = await Promise.all([moveTo(slotAt(5)), moveTo(slotAt(5))]);
    expect(both.map(({ status }) => status)).toContain(200);
    expect((await holders()).map((slot) => slot?.id)).toEqual([slotAt(5).id]);
    expect((await letters()).filter((template) => template === 'moved')).toHaveLength(1);
    expect(await now()).toMatchObject({ moves: 1 });
  });

  test('costs the citizen no move when the staff move it', async () => {
    const fifth = slotAt(5);
    await hold(fifth);
    await world.take(request.id, (read, context) => move(read, fifth, context));
    expect(await now()).toMatchObject({ moves: 0, appointment: { slot: fifth.id } });
  });

  describe('for which its citizen wishes to come earlier', () => {
    const run = () => allocate(world);
    const offers = async () => (await events()).filter(({ kind }) => kind === 'earlier-offered');
    beforeEach(async () => {
      world.clock.forward(90);
      token = await world.sessionOf();
      await run();
      expect((await call(wishForEarlier, { wanted: true })).status).toBe(200);
      expect((await call(trackRequest)).body).toMatchObject({ wishesEarlier: true });
    });

    test('is kept until the earlier one is taken, which costs no move', async () => {
      const early = await world.planMonday(EARLY);
      await run();
      const [told] = await offers();
      expect(told?.facts).toMatchObject({ slot: slotAt(0, early).id });
      expect(await now()).toMatchObject({ status: 'scheduled', appointment: { slot: slotAt(0).id } });
      expect((await letters()).at(-1)).toBe('earlier-offered');
      expect((await moveTo(slotAt(0, early))).body).toMatchObject({ appointment: { slot: slotAt(0, early).id } });
      expect(await now()).toMatchObject({ moves: 0 });
    });

    test('stays when nobody answers, and the earlier one goes to others', async () => {
      const early = await world.planMonday(EARLY);
      await run();
      const [told] = await offers();
      world.clock.moveTo(told?.facts?.until ?? '');
      expect(await now()).toMatchObject({ appointment: { slot: slotAt(0).id } });
      const taken = { at: world.clock.now(), until: '2026-06-18T00:00:00.000Z' };
      expect((await world.slots.hold(world.city, slotAt(0, early).id, 'OTHER', taken)).agreed).toBe(true);
    });

    test('is not offered another earlier one soon after the last, and none once the wish is taken back', async () => {
      await world.planMonday('2026-06-17');
      await run();
      expect(await offers()).toHaveLength(1);
      await world.planMonday(EARLY);
      await run();
      expect(await offers()).toHaveLength(1);
      await call(wishForEarlier, { wanted: false });
      expect((await call(trackRequest)).body).toMatchObject({ wishesEarlier: false });
      expect(await world.earlierWishes.of({ city: world.city, official: OFFICIAL }, 9)).toEqual([]);
    });

    test('goes behind those who wait for any turn at all', async () => {
      const other = await world.submitRequest({ official: OFFICIAL });
      await world.take(other.id, (read, context) => accept(read, {}, context));
      await world.planMonday(EARLY);
      expect(await run()).toMatchObject({ offered: 1 });
      expect(await offers()).toEqual([]);
      expect(await world.requests.find(world.city, other.id)).toMatchObject({ status: 'offered' });
    });
  });

  test('can be wished for earlier only by somebody who has one', async () => {
    const waiting = await world.submitRequest({ official: OFFICIAL });
    const refused = await world.call(wishForEarlier, { token, params: { id: waiting.id }, body: { wanted: true } });
    expect(refused.body).toMatchObject({ type: 'wrong-state' });
  });

  test('is waited for at a place with the session that may be expected, and its way there is explained', async () => {
    const waiting = await world.submitRequest({ official: OFFICIAL });
    await world.take(waiting.id, (read, context) => accept(read, {}, context));
    const params = { id: waiting.id };
    expect((await world.call(trackRequest, { token, params })).body).toMatchObject({
      queue: {
        rule: 'first-come',
        place: 1,
        length: 1,
        isFar: false,
        expectedSession: { startsAt: slotAt(0).startsAt },
      },
    });
    expect((await world.call(explainTurn, { token, params })).body).toEqual({
      ...{ before: 0, passed: [], lots: [], isCut: false },
      says: 'Nobody was before you. Nobody passed you.',
    });
  });
});
