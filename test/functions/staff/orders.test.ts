import { beforeEach, describe, expect, test } from 'vitest';
import type { UploadedDocument } from '../../../contract/citizen/documents.ts';
import { showCase } from '../../../contract/staff/case.ts';
import { recordCitizenAct } from '../../../contract/staff/citizen-act.ts';
import {
  addOrder,
  barOrder,
  listOrders,
  renewOrder,
  reportOrderDone,
  showOrder,
} from '../../../contract/staff/order.ts';
import { recordOutcome, startScan } from '../../../contract/staff/outcome.ts';
import { keepScan } from '../../../contract/staff/scan.ts';
import { recordAttendance } from '../../../domain/meeting.ts';
import { passDeadline } from '../../../domain/pass-deadline.ts';
import type { Request } from '../../../domain/request.ts';
import { run as developScans } from '../../../functions/scheduled/develop-scans.ts';
import { take, toScheduled } from '../../support/lives.ts';
import { MemoryPageMaker } from '../../support/memory/memory-pictures.ts';
import { createStaffWorld, type StaffWorld } from './staff-world.ts';

const SECRETARY = 'secretary.harbour';

describe('The outcome of a meeting', () => {
  let world: StaffWorld;
  let request: Request;
  beforeEach(async () => {
    world = await createStaffWorld();
    request = await world.submitRequest({ official: 'harbour-alderman' });
    const scheduled = await toScheduled(world, request, 7);
    world.clock.moveTo(scheduled.appointment?.startsAt ?? '');
    await take(world, request, (read, context) => recordAttendance(read, 'arrived', context));
  });
  const act = (operation: Parameters<StaffWorld['call']>[1], body: object, username = SECRETARY) =>
    world.call(username, operation, { params: { id: request.id, number: '1' }, body });
  const orders = [{ text: 'Repair the pier.', unit: 'homes' }];
  const recorded = (more: object = {}) => act(recordOutcome, { result: 'met', comment: 'Agreed.', orders, ...more });

  /** A document that was announced and posted. */
  const uploaded = async (name: string, type: UploadedDocument['type'] = 'image/png') => {
    const started = await world.call(SECRETARY, startScan, { params: {}, body: { name, type, size: 1000 } });
    expect(started.status).toBe(201);
    const id = String(started.body.id);
    world.documents.receive('eastmere', id, { size: 1000 });
    world.pictures.receive('eastmere', id, Buffer.from('1'));
    return { id, name, type, size: 1000 };
  };

  test('is written down with its scan and orders, each with an owner and a date', async () => {
    const scan = await uploaded('orders.png');
    expect((await act(keepScan, scan)).status).toBe(201);
    world.clock.forward(1);
    expect(await developScans({ ...world, malwareCheck: world.pictures, pageMaker: new MemoryPageMaker() })).toEqual({
      ...{ ready: 1, refused: 0, failed: 0 },
    });
    const box = { document: scan.id, page: 1, x: 10, y: 20, width: 500, height: 80 };
    const done = await recorded({ scan, orders: [{ ...orders[0], box, dueOn: '2026-07-01' }] });
    expect(done).toMatchObject({
      status: 200,
      body: { status: 'in-follow-up', orders: [{ number: 1, unit: 'homes', box, owner: { role: 'owner' } }] },
    });
    expect((done.body as unknown as Request).orders[0]?.due.at).toBe('2026-07-01T16:00:00.000Z');
    const shown = await world.call(SECRETARY, showCase, { params: { id: request.id } });
    expect(shown.body.documents).toMatchObject([{ id: scan.id, kind: 'scan' }]);
  });

  test('waits for the citizen where there is no order', async () => {
    expect((await recorded({ orders: [] })).body).toMatchObject({ status: 'awaiting-confirmation' });
  });

  test('is refused with a scan that has not arrived, or a box on another document', async () => {
    const scan = await uploaded('orders.png');
    expect(await recorded({ scan: { ...scan, size: 999 } })).toMatchObject({
      status: 422,
      body: { type: 'document-missing' },
    });
    const box = { document: 'A'.repeat(22), page: 1, x: 0, y: 0, width: 1, height: 1 };
    expect((await recorded({ scan, orders: [{ ...orders[0], box }] })).body.fields).toMatchObject([
      { problem: 'box-on-another-document' },
    ]);
    expect((await world.caseFiles.read('eastmere', request.id))?.documents).toEqual([]);
  });

  test.each([
    [{ dueOn: '2026-06-20' }, 'orders.0.dueOn', 'closed-that-day'],
    [{ dueOn: '2026-06-01' }, 'orders.0.dueOn', 'in-the-past'],
    [{ dueOn: '9999-12-31' }, 'orders.0.dueOn', 'wrong-format'],
    [{ unit: 'nowhere' }, 'orders.0.unit', 'outside-the-city'],
  ])('is refused with %o, and says where', async (more, path, problem) => {
    const refused = await recorded({ orders: [{ ...orders[0], ...more }] });
    expect(refused).toMatchObject({ status: 422, body: { fields: [{ path, problem }] } });
  });

  describe('with an order', () => {
    const OWNER = 'owner.homes';
    const params = () => ({ id: request.id, number: '1' });
    beforeEach(async () => {
      await recorded();
    });

    test('shows the order’s owners the card, and nothing of the case', async () => {
      const listed = await world.call(OWNER, listOrders, { params: { unit: 'homes' } });
      expect(listed.body.items).toMatchObject([{ request: request.id, order: { text: 'Repair the pier.' } }]);
      const shown = await world.call(OWNER, showOrder, { params: params() });
      expect(shown.body).not.toHaveProperty('shared');
      expect(JSON.stringify([listed, shown])).not.toContain('Applicant One');
      expect((await world.call(OWNER, showCase, { params: { id: request.id } })).status).toBe(403);
    });

    test('is not found by the owners of another unit', async () => {
      expect((await world.call('owner.waste', listOrders, { params: { unit: 'homes' } })).status).toBe(404);
      expect((await world.call('owner.waste', showOrder, { params: params() })).status).toBe(404);
      expect((await act(reportOrderDone, { letterNumber: '7' }, 'owner.waste')).status).toBe(404);
    });

    test('shares the case where the secretary says so, and keeps the look', async () => {
      const added = await act(addOrder, { ...orders[0], text: 'Paint it.', sharedWithOwner: true });
      expect(added.status).toBe(201);
      const shown = await world.call(OWNER, showOrder, { params: { ...params(), number: '2' } });
      expect(shown.body).toMatchObject({ shared: { parties: [{ name: 'Applicant One' }] } });
      expect(await world.caseFiles.looks('eastmere', request.id)).toMatchObject([{ username: OWNER }]);
    });

    test('is reported with proof by its owner, and settled by the citizen’s word', async () => {
      expect((await act(reportOrderDone, {}, OWNER)).body.fields).toMatchObject([{ path: 'proof', problem: 'empty' }]);
      const document = await uploaded('photo.jpg', 'image/jpeg');
      const reported = await act(reportOrderDone, { document, note: 'Done.' }, OWNER);
      expect(reported.body).toMatchObject({ order: { status: 'reported-done', proof: { document: document.id } } });
      expect((await act(reportOrderDone, { letterNumber: '7' }, OWNER)).body.type).toBe('wrong-state');
      const said = { act: 'confirm-order', means: 'phone', order: 1 };
      const confirmed = await act(recordCitizenAct, said, 'clerk.harbour');
      expect(confirmed.body).toMatchObject({ status: 'closed', reason: 'resolved' });
    });

    test('disputed, stands one rung higher and may be reported from there', async () => {
      await act(reportOrderDone, { letterNumber: '7' }, OWNER);
      const said = { act: 'dispute-order', means: 'counter', order: 1, text: 'It is still broken.' };
      const disputed = await act(recordCitizenAct, said, 'clerk.harbour');
      expect(disputed.body).toMatchObject({
        status: 'in-follow-up',
        orders: [{ status: 'open', rung: 1, disputes: 1, owner: { role: 'unit-manager', unit: 'homes' } }],
      });
      expect((await world.call('manager.homes', showCase, { params: { id: request.id } })).status).toBe(200);
      expect((await act(reportOrderDone, { letterNumber: '8' }, 'manager.homes')).status).toBe(200);
    });

    test('is renewed to a later open day, for a reason, and counted', async () => {
      const renewed = await act(renewOrder, { dueOn: '2026-09-01', reason: 'Steel is late.' });
      expect(renewed.body).toMatchObject({ orders: [{ renewals: 1, renewalReason: 'Steel is late.' }] });
      const earlier = await act(renewOrder, { dueOn: '2026-07-01', reason: 'x' });
      expect(earlier.body.fields).toMatchObject([{ path: 'dueOn', problem: 'not-later' }]);
      const nowhere = await world.call(SECRETARY, renewOrder, {
        params: { id: request.id, number: '9' },
        body: { dueOn: '2026-09-02', reason: 'x' },
      });
      expect(nowhere.status).toBe(404);
    });

    test('is barred by law, and the citizen objects once', async () => {
      const barred = await act(barOrder, { ground: 'By-law 3' });
      expect(barred.body).toMatchObject({ status: 'closed', reason: 'legally-barred' });
      const objection = { act: 'object', means: 'letter', text: 'By-law 3 was repealed.' };
      expect((await act(recordCitizenAct, objection, 'clerk.harbour')).body).toMatchObject({ status: 'in-follow-up' });
      await act(barOrder, { ground: 'By-law 4' });
      expect((await act(recordCitizenAct, objection, 'clerk.harbour')).body.type).toBe('objection-used');
    });

    test('overdue, climbs and lets the manager act', async () => {
      const stored = await world.requests.find('eastmere', request.id);
      world.clock.moveTo(stored?.until ?? '');
      const climbed = stored && passDeadline(stored, world.context({ actor: 'office' }));
      if (climbed) await world.requests.replace(climbed);
      const listed = await world.call('manager.homes', listOrders, { params: { unit: 'homes' } });
      expect(listed.body.items).toMatchObject([{ order: { rung: 1, overdue: true, veryLate: false } }]);
      world.clock.forward(30 * 24 * 60);
      const later = await world.call('manager.homes', listOrders, { params: { unit: 'homes' } });
      expect(later.body.items).toMatchObject([{ order: { veryLate: true } }]);
    });
  });
});
