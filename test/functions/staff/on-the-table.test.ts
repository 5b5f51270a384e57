import { expect, test } from 'vitest';
import { findCases, showCase } from '../../../contract/staff/case.ts';
import { recordCitizenAct } from '../../../contract/staff/citizen-act.ts';
import { correctRequest } from '../../../contract/staff/correction.ts';
import { STAFF_OPERATIONS } from '../../../contract/staff/operations.ts';
import { listOrders, reportOrderDone } from '../../../contract/staff/order.ts';
import { recordOutcome } from '../../../contract/staff/outcome.ts';
import { registerRequest } from '../../../contract/staff/registration.ts';
import { planSession } from '../../../contract/staff/session.ts';
import { cancelSession } from '../../../contract/staff/session-change.ts';
import { acceptRequest } from '../../../contract/staff/triage.ts';
import { giveTurn, offerSlots, recordAttendance } from '../../../contract/staff/turn.ts';
import { createTableWorld } from '../../adapters/both-worlds.ts';
import { MemoryAccounts } from '../../support/memory/memory-accounts.ts';
import { MemoryAnchors } from '../../support/memory/memory-anchors.ts';
import { MemoryDarkroom } from '../../support/memory/memory-darkroom.ts';
import { MemoryDocuments } from '../../support/memory/memory-documents.ts';
import { MemoryWorkflow } from '../../support/memory/memory-workflow.ts';
import { agreed } from '../../support/world.ts';
import { operationNamed, tellings } from './every-operation.ts';
import { EVERYBODY } from './everybody.ts';
import { type Reply, withStaffApi } from './staff-world.ts';

const createWorldOnTheTable = async () => {
  const rest = {
    darkroom: new MemoryDarkroom(),
    documents: new MemoryDocuments(),
    workflow: new MemoryWorkflow(),
    accounts: new MemoryAccounts(),
    anchors: new MemoryAnchors(),
  };
  const world = withStaffApi({ ...(await createTableWorld()), ...rest });
  agreed(await world.directory.put('eastmere', 'user', EVERYBODY));
  return world;
};

test('Every operation answers on the table as it does in memory', async () => {
  const world = await createWorldOnTheTable();
  const calls = await tellings(world);
  for (const { name } of STAFF_OPERATIONS) {
    const { status } = await world.call('everybody', operationNamed(name), calls[name]);
    expect([name, status >= 200 && status < 500]).toEqual([name, true]);
  }
});

test.each(STAFF_OPERATIONS.filter(({ query }) => 'after' in query.shape).map(({ name }) => name))(
  '%s gets no further than a refusal with a place to go on that nobody gave',
  async (name) => {
    const world = await createWorldOnTheTable();
    const calls = await tellings(world);
    for (const after of ['x', '#', '{"pk":"x"}', 'A'.repeat(2000), '2026-06-08T09:30:00.000Z#x#y']) {
      const { status } = await world.call('everybody', operationNamed(name), { ...calls[name], query: { after } });
      expect([after.slice(0, 30), status < 500]).toEqual([after.slice(0, 30), true]);
    }
  },
);

test('A paper case goes from the counter to its citizen’s last word', async () => {
  const world = await createWorldOnTheTable();
  const seen = (reply: Reply): Record<string, unknown> => {
    expect(reply).toMatchObject({ status: expect.toBeOneOf([200, 201]) });
    return reply.body;
  };
  const official = { official: 'harbour-alderman' };
  const body = {
    ...{ ...official, topic: 'other', channel: 'counter', text: 'The pier is unsafe.' },
    applicant: { name: 'Applicant Two', identity: { kind: 'resident-card', value: 'EM000002' } },
  };
  const registered = seen(await world.call('clerk.harbour', registerRequest, { body }));
  const { id } = registered.request as { id: string };
  const params = { id };
  const act = async (operation: Parameters<typeof world.call>[1], told: object, number = '1') =>
    seen(await world.call('everybody', operation, { params: { ...params, number }, body: told }));

  const day = { venue: 'harbour-office', mode: 'in-person', on: '2026-06-15', from: '10:00', to: '11:00' };
  const session = seen(await world.call('secretary.harbour', planSession, { params: official, body: day }));
  await act(acceptRequest, {});
  await act(offerSlots, { slots: [`${session.id}-01`, `${session.id}-02`] });
  await act(giveTurn, { slot: `${session.id}-01` });
  const cancelled = await world.call('secretary.harbour', cancelSession, {
    params: { session: String(session.id) },
    body: {},
  });
  expect(cancelled.body.type).toBe('session-has-turns');
  await act(correctRequest, { field: 'name', party: 1, name: 'Somebody Else', reason: 'Misread.' });
  const found = seen(await world.call('clerk.harbour', findCases, { body: { by: 'name', name: 'somebody' } }));
  expect(found.items).toMatchObject([{ id }]);
  world.clock.moveTo('2026-06-15T09:00:00.000Z');
  await act(recordAttendance, { attendance: 'arrived' });
  await act(recordOutcome, { result: 'met', orders: [{ text: 'Repair the pier.', unit: 'homes' }] });
  const orders = seen(await world.call('owner.homes', listOrders, { params: { unit: 'homes' } }));
  expect(orders.items).toMatchObject([{ request: id, order: { number: 1 } }]);
  const reported = { params: { id, number: '1' }, body: { letterNumber: '7' } };
  seen(await world.call('owner.homes', reportOrderDone, reported));
  const closed = await act(recordCitizenAct, { act: 'confirm-order', means: 'phone', order: 1 });
  expect(closed).toMatchObject({ status: 'closed', reason: 'resolved' });
  const shown = seen(await world.call('clerk.harbour', showCase, { params }));
  expect((shown.timeline as { kind: string }[]).map(({ kind }) => kind)).toEqual([
    ...[
      'submitted',
      'accepted',
      'offered',
      'scheduled',
      'reminder-dropped',
      'corrected',
      'arrived',
      'outcome-recorded',
      'order-issued',
    ],
    ...['order-reported', 'order-confirmed', 'closed'],
  ]);
  expect(shown.looks).toHaveLength(1);
});
