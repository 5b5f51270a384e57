import { describe, expect, test } from 'vitest';
import { listMyDigests, showAgenda } from '../../../contract/staff/agenda.ts';
import { renewOrder } from '../../../contract/staff/order.ts';
import { recordAttendance } from '../../../domain/meeting.ts';
import { plusMinutes } from '../../../domain/time.ts';
import { accept } from '../../../domain/triage.ts';
import { run as chainLedger } from '../../../functions/scheduled/chain-ledger.ts';
import { run as escalate } from '../../../functions/scheduled/escalate-overdue.ts';
import { run as sendDigests } from '../../../functions/scheduled/send-digests.ts';
import { giveTurn, meet, planMorning, take, toScheduled } from '../../support/lives.ts';
import { createStaffWorld } from './staff-world.ts';

const ALDERMAN = 'harbour-alderman';

/** Two orders of the alderman, one to the ward and one to the trams, and the session a month later. */
const aMonthLater = async () => {
  const world = await createStaffWorld();
  const scheduled = await toScheduled(world, await world.submitRequest({ official: ALDERMAN }), 1);
  const request = await meet(world, scheduled, [
    { text: 'Mend the rail.', unit: 'harbour' },
    { text: 'Stop at the quay.', unit: 'trams' },
    { text: 'Build a new pier.', unit: 'harbour', dueOn: '2026-12-01' },
  ]);
  world.clock.moveTo(plusMinutes(request.orders[0]?.due.at ?? '', 24 * 60));
  await escalate(world);
  const [slot] = await planMorning(world, request, 5);
  return { world, request, slot, session: slot?.session ?? '' };
};

describe('The agenda of a session', () => {
  test('opens with what the post has promised and is due, whichever unit must do it, the longest due first', async () => {
    const { world, session, request } = await aMonthLater();
    const { status, body } = await world.call('secretary.harbour', showAgenda, { params: { session } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ official: ALDERMAN, more: false, counts: { due: 2, overdue: 2, renewals: 0 } });
    expect(body.cards).toMatchObject([
      { request: request.id, order: { text: 'Mend the rail.', overdue: true } },
      { request: request.id, order: { text: 'Stop at the quay.', overdue: true } },
    ]);
  });

  test('leads to the acts on an order: what was renewed beyond the week is gone from it', async () => {
    const { world, session, request } = await aMonthLater();
    const renewal = { params: { id: request.id, number: '1' }, body: { dueOn: '2026-09-01', reason: 'Parts.' } };
    expect((await world.call('secretary.harbour', renewOrder, renewal)).status).toBe(200);
    const { body } = await world.call('secretary.harbour', showAgenda, { params: { session } });
    expect(body.cards).toMatchObject([{ order: { number: 2 } }]);
  });

  test('counts the turns that its host let down', async () => {
    const { world, session, slot } = await aMonthLater();
    const next = await world.submitRequest({ official: ALDERMAN });
    if (!slot) throw new Error('A morning has slots');
    await take(world, next, (read, context) => accept(read, {}, context));
    await giveTurn(world, next, slot);
    world.clock.moveTo(slot.startsAt);
    await take(world, next, (read, context) => recordAttendance(read, 'host-absent', context));
    await chainLedger(world);
    const { body } = await world.call('secretary.harbour', showAgenda, { params: { session } });
    expect(body.counts).toMatchObject({ hostAbsences: 1 });
  });

  test('is for those who may read the cases of the post', async () => {
    const { world, session } = await aMonthLater();
    expect((await world.call('owner.harbour', showAgenda, { params: { session } })).status).toBe(403);
    expect((await world.call('secretary.homes', showAgenda, { params: { session } })).status).toBe(404);
  });
});

describe('What has come to oneself', () => {
  test('is read day by day, each by themself alone', async () => {
    const { world } = await aMonthLater();
    world.clock.forward(17 * 60);
    await sendDigests(world);
    const { body } = await world.call('manager.harbour', listMyDigests);
    expect(body.items).toMatchObject([{ lines: [{ kind: 'climbed', unit: 'harbour', order: 1 }] }]);
    expect((await world.call('manager.homes', listMyDigests)).body).toEqual({ items: [] });
  });
});
