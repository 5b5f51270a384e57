import { beforeEach, describe, expect, test } from 'vitest';
import { listSessions, planSession, showSession } from '../../../contract/staff/session.ts';
import { cancelSession, changeSession } from '../../../contract/staff/session-change.ts';
import { cancelTurn, giveTurn, moveTurn, offerSlots, recordAttendance } from '../../../contract/staff/turn.ts';
import type { Request } from '../../../domain/request.ts';
import { run as chain } from '../../../functions/scheduled/chain-ledger.ts';
import { acceptIt } from '../../support/lives.ts';
import { createStaffWorld, type StaffWorld } from './staff-world.ts';

const SECRETARY = 'secretary.harbour';
const official = { official: 'harbour-alderman' };
const monday = { venue: 'harbour-office', mode: 'in-person', on: '2026-06-15', from: '10:00', to: '11:00' };

const plan = async (world: StaffWorld, more: object = {}, key?: string) =>
  world.call(SECRETARY, planSession, { params: official, body: { ...monday, ...more }, ...(key && { key }) });

describe('A session', () => {
  let world: StaffWorld;
  beforeEach(async () => {
    world = await createStaffWorld();
  });
  const planned = async (more: object = {}) => ({ session: String((await plan(world, more)).body.id) });

  test('is planned with its slots, the last ones kept', async () => {
    const { status, body } = await plan(world);
    expect(status).toBe(201);
    expect(body).toMatchObject({ slots: 6, unit: 'harbour', startsAt: '2026-06-15T09:00:00.000Z' });
    const shown = await world.call(SECRETARY, showSession, { params: { session: String(body.id) } });
    const slots = shown.body.slots as { kind: string; state: string }[];
    expect(slots.map(({ kind }) => kind)).toEqual(['regular', 'regular', 'regular', 'urgent', 'urgent', 'walk-in']);
    expect(slots.every(({ state }) => state === 'free')).toBe(true);
  });

  test('is planned once for one key, and the key serves no other time', async () => {
    const first = await plan(world, {}, 'plan-monday');
    expect((await plan(world, {}, 'plan-monday')).body.id).toBe(first.body.id);
    expect((await plan(world, { from: '10:10' }, 'plan-monday')).body.type).toBe('idempotency-key-reused');
  });

  test('is not planned over one that is planned at the same instant; both are where they do not meet', async () => {
    const over = await Promise.all([plan(world), plan(world, { from: '10:10', to: '11:10' })]);
    expect(over.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    expect(over.find(({ status }) => status === 422)?.body).toMatchObject({ facts: { why: 'overlaps' } });
    const beside = await Promise.all([
      plan(world, { on: '2026-06-17', from: '09:00', to: '10:00' }),
      plan(world, { on: '2026-06-17', from: '10:00', to: '11:00' }),
    ]);
    expect(beside.map(({ status }) => status)).toEqual([201, 201]);
  });

  test.each([
    ['over another one', monday, 422, 'session-impossible'],
    ['in the past', { ...monday, on: '2026-06-01' }, 422, 'session-impossible'],
    ['on a closed day', { ...monday, on: '2026-06-14' }, 422, 'session-impossible'],
    ['at night', { ...monday, from: '22:00', to: '23:00' }, 422, 'session-impossible'],
    ['backwards', { ...monday, from: '11:00', to: '10:00' }, 422, 'invalid'],
    ['without room for a turn', { ...monday, on: '2026-06-17', slotMinutes: 90 }, 422, 'invalid'],
    ['at a place that nobody knows', { ...monday, on: '2026-06-17', venue: 'moon' }, 422, 'invalid'],
  ])('is not planned %s', async (_, body, status, type) => {
    await plan(world);
    expect(await plan(world, body)).toMatchObject({ status, body: { type } });
  });

  test('is planned for the officials whom one serves, and listed from a moment on', async () => {
    const params = { official: 'old-town-alderman' };
    expect((await world.call(SECRETARY, planSession, { params, body: monday })).status).toBe(404);
    expect((await world.call(SECRETARY, planSession, { params: { official: 'nobody' }, body: monday })).status).toBe(
      404,
    );
    for (const on of ['2026-06-15', '2026-06-17', '2026-06-18']) await plan(world, { on });
    const first = await world.call('clerk.harbour', listSessions, { params: official, query: { limit: '2' } });
    const after = String(first.body.next);
    const second = await world.call('clerk.harbour', listSessions, { params: official, query: { limit: '2', after } });
    expect([first, second].map(({ body }) => (body.items as unknown[]).length)).toEqual([2, 1]);
    expect((await world.call('clerk.old-town', listSessions, { params: official })).status).toBe(404);
  });

  test('changes place and way, and not once it is cancelled', async () => {
    const params = await planned();
    const changed = await world.call(SECRETARY, changeSession, { params, body: { venue: 'phone', mode: 'phone' } });
    expect(changed.body).toMatchObject({ venue: 'phone', mode: 'phone', slots: 6 });
    expect((await world.call(SECRETARY, changeSession, { params, body: { venue: 'moon' } })).status).toBe(422);
    await world.call(SECRETARY, cancelSession, { params, body: {} });
    const late = await world.call(SECRETARY, changeSession, { params, body: { mode: 'video' } });
    expect(late.body).toMatchObject({ type: 'session-impossible', facts: { why: 'cancelled' } });
  });

  test('is cancelled with all its slots, twice if asked twice', async () => {
    const params = await planned();
    const cancelled = await world.call(SECRETARY, cancelSession, { params, body: {} });
    expect(cancelled.body.cancelledAt).toBe(world.clock.now());
    expect((await world.call(SECRETARY, cancelSession, { params, body: {} })).status).toBe(200);
    expect((await world.call(SECRETARY, showSession, { params })).body.slots).toEqual([]);
  });
});

describe('Turns', () => {
  let world: StaffWorld;
  let request: Request;
  let session: string;
  const slot = (number: number) => `${session}-0${number}`;
  beforeEach(async () => {
    world = await createStaffWorld();
    request = await world.submitRequest(official);
    session = String((await plan(world)).body.id);
    await acceptIt(world, request);
  });
  const act = (operation: Parameters<StaffWorld['call']>[1], body: object, of = request) =>
    world.call(SECRETARY, operation, { params: { id: of.id }, body });
  const another = async () => {
    const other = await world.submitRequest(official);
    await acceptIt(world, other);
    return other;
  };
  const kept = async (id: string) => world.slots.find('eastmere', id);

  test('are offered, each held until the offer ends', async () => {
    const offered = await act(offerSlots, { slots: [slot(1), slot(2)] });
    expect(offered).toMatchObject({ status: 200, body: { status: 'offered', next: { owner: { kind: 'citizen' } } } });
    const until = (offered.body.next as { deadline: { at: string } }).deadline.at;
    expect(await kept(slot(1))).toMatchObject({ holder: request.id, holdUntil: until });
    expect(await kept(slot(2))).toMatchObject({ holder: request.id, holdUntil: until });
  });

  test('are not offered at all if one of them is gone', async () => {
    const other = await another();
    await act(giveTurn, { slot: slot(2), reason: 'court-date' }, other);
    const offered = await act(offerSlots, { slots: [slot(1), slot(2)] });
    expect(offered).toMatchObject({ status: 409, body: { type: 'slot-gone' } });
    expect(await kept(slot(1))).not.toHaveProperty('holder');
    expect((await act(offerSlots, { slots: [slot(1)] })).status).toBe(200);
  });

  test('are offered one to three at a time, each once, and only those that exist', async () => {
    expect((await act(offerSlots, { slots: [] })).status).toBe(422);
    expect((await act(offerSlots, { slots: [1, 2, 3, 4].map(slot) })).status).toBe(422);
    expect((await act(offerSlots, { slots: [slot(1), slot(1)] })).body.fields).toMatchObject([
      { problem: 'same-slot' },
    ]);
    expect((await act(offerSlots, { slots: ['nowhere-01'] })).body.fields).toMatchObject([{ problem: 'unknown' }]);
  });

  test('are given outright out of an offer, and the other slots are let go', async () => {
    await act(offerSlots, { slots: [slot(1), slot(2)] });
    const given = await act(giveTurn, { slot: slot(1) });
    expect(given.body).toMatchObject({ status: 'scheduled', appointment: { slot: slot(1) } });
    expect(await kept(slot(1))).toEqual(expect.not.objectContaining({ holdUntil: expect.anything() }));
    expect(await kept(slot(2))).toMatchObject({ freeFrom: expect.any(String) });
  });

  test('are given to one of two who want the same', async () => {
    const other = await another();
    const results = await Promise.all([
      act(giveTurn, { slot: slot(1) }),
      act(giveTurn, { slot: slot(1), reason: 'urgent-need' }, other),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const winner = results[0]?.status === 200 ? request : other;
    expect(await kept(slot(1))).toMatchObject({ holder: winner.id });
  });

  test('are given out of order for a reason that the city knows, and the ledger says so', async () => {
    world.clock.forward(1);
    const other = await another();
    const ask = (body: object) => act(giveTurn, { slot: slot(1), ...body }, other);
    const fields = [{ path: 'reason', problem: 'needed-to-pass-others' }];
    expect(await ask({})).toMatchObject({ status: 422, body: { type: 'invalid', fields } });
    expect((await ask({ reason: 'a-favour' })).body.fields).toMatchObject([{ path: 'reason', problem: 'unknown' }]);
    expect(await kept(slot(1))).not.toHaveProperty('holder');
    expect((await act(offerSlots, { slots: [slot(1)] }, other)).status).toBe(422);
    expect((await ask({ reason: 'court-date' })).status).toBe(200);
    world.clock.forward(1);
    expect((await act(giveTurn, { slot: slot(2) })).status).toBe(200);
    await chain(world);
    const lines = await world.ledger.list({ city: 'eastmere', ...official }, { limit: 9, after: 0 });
    expect(lines.map(({ act, why, reason }) => [act, why, reason])).toEqual([
      ['jumped', 'court-date', 'scheduled'],
      ['given', undefined, 'scheduled'],
    ]);
  });

  test('kept for urgent cases are for those who have a ground', async () => {
    const refused = await act(giveTurn, { slot: slot(4) });
    expect(refused.body.fields).toMatchObject([{ path: 'slot', problem: 'kept-for-urgent' }]);
    expect((await act(giveTurn, { slot: slot(4), reason: 'urgent-need' })).status).toBe(200);
  });

  test('are moved and taken back, and the slot rests before it is free again', async () => {
    await act(giveTurn, { slot: slot(1) });
    expect((await act(moveTurn, { slot: slot(1) })).body.fields).toMatchObject([{ problem: 'same-slot' }]);
    expect((await act(moveTurn, { slot: slot(2) })).body).toMatchObject({ appointment: { slot: slot(2) } });
    const shown = await world.call(SECRETARY, showSession, { params: { session } });
    expect((shown.body.slots as unknown[]).slice(0, 2)).toMatchObject([
      { state: 'resting' },
      { state: 'given', holder: { request: request.id } },
    ]);
    const cancelled = await act(cancelTurn, { text: 'The alderman is ill.' });
    expect(cancelled.body).toMatchObject({ status: 'waiting' });
    expect(cancelled.body.appointment).toBeUndefined();
    expect(await kept(slot(2))).not.toHaveProperty('holder');
  });

  test('are refused before acceptance, and by those who may not give them', async () => {
    const fresh = await world.submitRequest(official);
    expect((await act(giveTurn, { slot: slot(1) }, fresh)).body).toMatchObject({ type: 'wrong-state' });
    expect(await kept(slot(1))).not.toHaveProperty('holder');
    expect((await act(moveTurn, { slot: slot(1) })).body).toMatchObject({ type: 'wrong-state' });
    const params = { id: request.id };
    expect((await world.call('clerk.harbour', giveTurn, { params, body: { slot: slot(1) } })).status).toBe(403);
    expect((await world.call('secretary.homes', giveTurn, { params, body: { slot: slot(1) } })).status).toBe(404);
  });

  test('keep a session from being cancelled while they are held', async () => {
    await act(offerSlots, { slots: [slot(1)] });
    const refused = await world.call(SECRETARY, cancelSession, { params: { session }, body: {} });
    expect(refused).toMatchObject({ status: 409, body: { type: 'session-has-turns', facts: { taken: 1 } } });
    expect(await world.slots.find('eastmere', slot(3))).toBeDefined();
  });

  test('are attended, missed, or left waiting by the host; never before the day', async () => {
    await act(giveTurn, { slot: slot(1) });
    const early = await act(recordAttendance, { attendance: 'arrived' });
    expect(early.body).toMatchObject({ type: 'session-impossible', facts: { why: 'not-yet' } });
    world.clock.moveTo('2026-06-15T09:05:00.000Z');
    const arrived = await world.call('clerk.harbour', recordAttendance, {
      params: { id: request.id },
      body: { attendance: 'arrived' },
    });
    expect(arrived.body).toMatchObject({ status: 'met' });
    expect((await act(recordAttendance, { attendance: 'no-show' })).body.type).toBe('wrong-state');
  });

  test('that the host missed are made good: another session’s next free one is held, else the head of the queue', async () => {
    await act(giveTurn, { slot: slot(1) });
    world.clock.moveTo('2026-06-15T09:05:00.000Z');
    const without = await act(recordAttendance, { attendance: 'host-absent' });
    expect(without.body).toMatchObject({ status: 'waiting', urgent: true });
    expect((await world.slots.find('eastmere', slot(2)))?.holder).toBeUndefined();

    await act(giveTurn, { slot: slot(3) });
    const other = String((await plan(world, { on: '2026-06-17' })).body.id);
    const held = await act(recordAttendance, { attendance: 'host-absent' });
    expect(held.body).toMatchObject({ status: 'offered', offered: [{ session: other, slot: `${other}-01` }] });
    expect((await world.slots.find('eastmere', `${other}-01`))?.holder).toBe(request.id);
    const events = (await world.caseFiles.read('eastmere', request.id))?.events ?? [];
    expect(events.slice(-2)).toMatchObject([{ kind: 'host-absent' }, { kind: 'offered', by: { actor: 'office' } }]);
  });
});
