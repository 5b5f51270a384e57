import { beforeEach, describe, expect, test } from 'vitest';
import { listSessionsAhead } from '../../../contract/citizen/sessions-ahead.ts';
import {
  acceptOffer,
  cancelAppointment,
  listFreeSlots,
  moveAppointment,
  passOffer,
  pickSlot,
} from '../../../contract/citizen/turns.ts';
import { offer } from '../../../domain/offers.ts';
import { refuse } from '../../../domain/outcome.ts';
import type { Request } from '../../../domain/request.ts';
import type { Slot } from '../../../domain/slot.ts';
import { accept } from '../../../domain/triage.ts';
import { type CitizenWorld, createCitizenWorld, OFFICIAL } from './citizen-world.ts';

describe('Turns', () => {
  let world: CitizenWorld;
  let token: string;
  let slots: Slot[];
  let request: Request;
  beforeEach(async () => {
    world = await createCitizenWorld();
    token = await world.sessionOf();
    slots = await world.planMonday();
    request = await world.submitted();
  });
  const slotAt = (index: number): Slot => {
    const slot = slots[index];
    if (!slot) throw new Error(`No slot ${index}`);
    return slot;
  };
  const accepted = () => world.take(request.id, (read, context) => accept(read, {}, context));
  const offered = async (...indexes: number[]) => {
    await accepted();
    for (const index of indexes) await hold(index, request.id);
    return world.take(request.id, (read, context) => offer(read, indexes.map(slotAt), context));
  };
  const hold = (index: number, holder: string) =>
    world.slots.hold(world.city, slotAt(index).id, holder, {
      at: world.clock.now(),
      until: '2026-06-14T00:00:00.000Z',
    });
  const holderOf = async (index: number) => (await world.slots.find(world.city, slotAt(index).id))?.holder;
  const act = (operation: Parameters<CitizenWorld['call']>[0], body?: object) =>
    world.call(operation, { token, params: { id: request.id }, ...(body && { body }) });
  const onSlot = (operation: Parameters<CitizenWorld['call']>[0], index: number) =>
    act(operation, { slot: slotAt(index).id });

  test('are published as a timetable with the number of free ones', async () => {
    await hold(0, 'SOMEBODY');
    const regular = slots.filter(({ kind }) => kind === 'regular').length;
    expect(await world.call(listSessionsAhead, { params: { official: OFFICIAL } })).toMatchObject({
      status: 200,
      body: {
        official: { id: OFFICIAL },
        sessions: [{ venue: { name: 'Harbour Ward office' }, slots: 12, freeSlots: regular - 1 }],
      },
    });
    expect((await world.call(listSessionsAhead, { params: { official: 'nobody' } })).status).toBe(404);
  });

  test('that are held, kept for others or just given back are not shown as free', async () => {
    await offered(0);
    await hold(2, 'SOMEBODY');
    const given = slotAt(1);
    world.house.slots.set(`${world.city}/${given.id}`, { ...given, freeFrom: '2026-06-09T09:00:00.000Z' });
    const { body } = await act(listFreeSlots);
    const shown = (body.sessions as { slots: { id: string }[] }[]).flatMap((session) =>
      session.slots.map(({ id }) => id),
    );
    expect(shown).toEqual(
      slots
        .slice(3)
        .filter(({ kind }) => kind === 'regular')
        .map(({ id }) => id),
    );
  });

  test('are shown only while one can be taken', async () => {
    expect(await act(listFreeSlots)).toMatchObject({ status: 409, body: { type: 'wrong-state', state: 'submitted' } });
  });

  test('that were offered can be accepted, and the others go back', async () => {
    await offered(0, 1);
    expect(await onSlot(acceptOffer, 1)).toMatchObject({
      status: 200,
      body: { status: 'scheduled', appointment: { slot: slotAt(1).id, says: 'Monday 15 June 2026, 09:10' } },
    });
    expect([await holderOf(0), await holderOf(1)]).toEqual([undefined, request.id]);
    expect((await world.slots.find(world.city, slotAt(1).id))?.holdUntil).toBeUndefined();
  });

  test('that were not offered cannot be accepted, but picked', async () => {
    await offered(0);
    expect((await onSlot(acceptOffer, 3)).body.fields).toMatchObject([{ path: 'slot', problem: 'not-offered' }]);
    expect(await holderOf(3)).toBeUndefined();
    expect((await onSlot(pickSlot, 3)).body).toMatchObject({ appointment: { slot: slotAt(3).id } });
    expect(await holderOf(0)).toBeUndefined();
  });

  test('have one winner, and the loser is told the nearest that are free', async () => {
    await offered(7);
    await hold(4, 'SOMEBODY');
    const lost = await onSlot(pickSlot, 4);
    expect(lost).toMatchObject({ status: 409, body: { type: 'slot-gone' } });
    expect((lost.body.facts as { nearest: Slot[] }).nearest.map(({ id }) => id)).toEqual(
      [slotAt(3), slotAt(5), slotAt(2)].map(({ id }) => id),
    );
  });

  test('known to be taken cost whoever comes too late no write', async () => {
    await offered(7);
    await hold(4, 'SOMEBODY');
    world.slots.hold = async () => {
      throw new Error('A write.');
    };
    expect(await onSlot(pickSlot, 4)).toMatchObject({ status: 409, body: { type: 'slot-gone' } });
  });

  test('kept for urgent cases and walk-ins are not the citizen’s to take', async () => {
    await offered(7);
    const kept = slots.findIndex(({ kind }) => kind === 'urgent');
    expect((await onSlot(pickSlot, kept)).body.type).toBe('slot-gone');
    expect(await holderOf(kept)).toBeUndefined();
  });

  test('that are unknown or another official’s are named as such', async () => {
    await offered(7);
    expect((await act(pickSlot, { slot: 'none' })).body.fields).toMatchObject([{ path: 'slot', problem: 'unknown' }]);
    world.house.slots.set(`${world.city}/other`, { ...slotAt(0), id: 'other', official: 'homes-director' });
    expect((await act(pickSlot, { slot: 'other' })).body.fields).toMatchObject([{ problem: 'other-official' }]);
  });

  test('are let go again when the decision loses its race twice', async () => {
    await offered(7);
    world.requests.replace = async () => refuse('changed-meanwhile');
    expect(await onSlot(pickSlot, 2)).toMatchObject({ status: 409, body: { type: 'changed-meanwhile' } });
    expect(await holderOf(2)).toBeUndefined();
  });

  test('are offered to those whose turn it is: nobody picks one ahead of the queue', async () => {
    await accepted();
    expect(await onSlot(pickSlot, 0)).toMatchObject({ status: 409, body: { type: 'wrong-state', state: 'waiting' } });
    expect(await holderOf(0)).toBeUndefined();
  });

  test('that do not suit are passed, and the place in the queue stays', async () => {
    await offered(0);
    expect((await act(passOffer)).body).toMatchObject({ status: 'waiting', submittedAt: request.submittedAt });
    expect(await holderOf(0)).toBeUndefined();
  });

  test('that were offered too long ago are too late', async () => {
    const { deadline } = await offered(0);
    world.clock.moveTo(deadline.at);
    token = await world.sessionOf();
    expect(await onSlot(acceptOffer, 0)).toMatchObject({ status: 409, body: { type: 'too-late' } });
  });

  test('can be moved twice, not onto themselves, and not on the last day', async () => {
    await offered(7);
    await onSlot(pickSlot, 0);
    expect((await onSlot(moveAppointment, 0)).body.fields).toMatchObject([{ problem: 'same-slot' }]);
    expect((await world.slots.find(world.city, slotAt(0).id))?.holdUntil).toBeUndefined();
    expect((await onSlot(moveAppointment, 1)).status).toBe(200);
    expect(await holderOf(0)).toBeUndefined();
    expect((await onSlot(moveAppointment, 2)).status).toBe(200);
    expect(await onSlot(moveAppointment, 3)).toMatchObject({ status: 409, body: { type: 'moves-used-up' } });
    expect(await holderOf(3)).toBeUndefined();
    world.clock.moveTo('2026-06-14T09:00:00.000Z');
    token = await world.sessionOf();
    expect((await act(cancelAppointment, {})).body.type).toBe('too-late');
  });

  test('can be given back', async () => {
    await offered(7);
    await onSlot(pickSlot, 0);
    expect((await act(cancelAppointment, { text: 'I am away.' })).body.status).toBe('waiting');
    expect(await holderOf(0)).toBeUndefined();
  });

  test.each([acceptOffer, pickSlot, moveAppointment])('cannot be taken at another stage: $name', async (operation) => {
    expect(await onSlot(operation, 0)).toMatchObject({ status: 409, body: { state: 'submitted' } });
    expect(await holderOf(0)).toBeUndefined();
  });
});
