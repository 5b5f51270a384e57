import { beforeEach, describe, expect, test } from 'vitest';
import {
  closeCommittee,
  decideMatter,
  listCommittees,
  openCommittee,
  planCommittee,
  showCommittee,
} from '../../../contract/staff/committee.ts';
import { disputeOrder, renew, reportDone } from '../../../domain/orders.ts';
import type { Request } from '../../../domain/request.ts';
import { instantAt, plusMinutes } from '../../../domain/time.ts';
import { run as escalate } from '../../../functions/scheduled/escalate-overdue.ts';
import { run as sendDigests } from '../../../functions/scheduled/send-digests.ts';
import { meet, take, toScheduled } from '../../support/lives.ts';
import { createStaffWorld, type StaffWorld } from './staff-world.ts';

const CHAIR = 'manager.hq';
const TUESDAY = '2026-07-14';
const WEEKLY = { on: TUESDAY, from: '10:00', to: '11:30' };

type Agenda = { matters: { number: number; order: number; unit: string; why: string; carried: number }[] };

describe('The committee of the city', () => {
  let world: StaffWorld;
  let request: Request;

  /** One order overdue at the ward, one disputed at the trams, one still in time. */
  beforeEach(async () => {
    world = await createStaffWorld();
    const scheduled = await toScheduled(world, await world.submitRequest({ official: 'harbour-alderman' }), 1);
    request = await meet(world, scheduled, [
      { text: 'Mend the rail.', unit: 'harbour', dueOn: '2026-07-10' },
      { text: 'Stop at the quay.', unit: 'trams', dueOn: '2026-07-14' },
      { text: 'Build a new pier.', unit: 'harbour', dueOn: '2026-07-15' },
    ]);
    await take(world, request, (read, context) =>
      reportDone(read, { order: 2, proof: { letterNumber: '7' } }, context),
    );
    world.clock.moveTo(plusMinutes(request.orders[0]?.due.at ?? '', 1));
    await escalate(world);
    await take(world, request, (read, context) => disputeOrder(read, { order: 2, text: 'It does not.' }, context));
  });

  const planned = async () => {
    const { status, body } = await world.call(CHAIR, planCommittee, { params: { unit: 'hq' }, body: WEEKLY });
    expect(status).toBe(201);
    return { committee: String(body.id) };
  };
  const begin = async (params: { committee: string }) => {
    world.clock.moveTo(instantAt(TUESDAY, '10:00', 'Europe/London'));
    return world.call(CHAIR, openCommittee, { params, body: {} });
  };
  const decide = (params: { committee: string }, number: number, body: object) =>
    world.call(CHAIR, decideMatter, { params: { ...params, number: String(number) }, body });
  const orderNow = async (number: number) =>
    (await world.requests.find('eastmere', request.id))?.orders.find((order) => order.number === number);

  test('finds by itself what is disputed and overdue in all units below, and seats their managers', async () => {
    const params = await planned();
    const shown = await world.call(CHAIR, showCommittee, { params });
    expect(shown.body).toMatchObject({
      matters: [
        { number: 1, order: 2, unit: 'trams', why: 'disputed', carried: 0, card: { text: 'Stop at the quay.' } },
        { number: 2, order: 1, unit: 'harbour', why: 'overdue', rung: 1 },
      ],
    });
    const { attendees } = shown.body.committee as { attendees: { role: string; unit: string }[] };
    expect(attendees).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ role: 'unit-manager', unit: 'trams' }),
        expect.objectContaining({ role: 'inspector', unit: 'hq' }),
      ]),
    );
  });

  test('of a ward speaks of the ward alone, and is held by its own manager', async () => {
    const told = { params: { unit: 'harbour' }, body: WEEKLY };
    expect((await world.call('manager.homes', planCommittee, told)).status).toBe(404);
    const { body } = await world.call('manager.harbour', planCommittee, told);
    const params = { committee: String(body.id) };
    expect((await world.call('manager.harbour', showCommittee, { params })).body.matters).toMatchObject([{ order: 1 }]);
    expect((await world.call('manager.homes', showCommittee, { params })).status).toBe(404);
  });

  test('is told to everybody who sits in it on the morning of its day, in their one message', async () => {
    const params = await planned();
    world.clock.moveTo(instantAt(TUESDAY, '09:05', 'Europe/London'));
    await sendDigests(world);
    const [digest] = await world.digests.of('eastmere', 'manager.trams', 1);
    expect(digest?.lines.map(({ kind }) => kind)).toContain('committee');
    expect(digest?.lines.find(({ kind }) => kind === 'committee')).toMatchObject({ ...params, unit: 'hq' });
  });

  test('decides each matter once, while it sits: the decision is an act on the order, written with it', async () => {
    const params = await planned();
    const early = await world.call(CHAIR, openCommittee, { params, body: {} });
    expect(early).toMatchObject({ status: 422, body: { type: 'session-impossible' } });
    await begin(params);
    const back = await decide(params, 1, { kind: 'return', text: 'Show us the timetable.' });
    expect(back).toMatchObject({ status: 200, body: { matter: { decision: { kind: 'return' } } } });
    expect(await orderNow(2)).toMatchObject({
      status: 'open',
      rung: 1,
      owner: { role: 'unit-manager', unit: 'trams' },
    });
    const file = await world.caseFiles.read('eastmere', request.id);
    expect(file?.events.slice(-2)).toMatchObject([
      { kind: 'order-returned', text: 'Show us the timetable.' },
      { kind: 'committee-decided', facts: { decision: 'return', unit: 'hq', order: '2' } },
    ]);
    expect((await decide(params, 1, { kind: 'bar', text: 'No.' })).body.type).toBe('already-recorded');
    expect((await decide(params, 9, { kind: 'bar', text: 'No.' })).status).toBe(404);
  });

  test.each([
    [
      { kind: 'renew', text: 'Parts are late.', dueOn: '2026-08-03' },
      { renewals: 1, rung: 0 },
    ],
    [{ kind: 'bar', text: 'A monument.' }, { status: 'legally-barred' }],
    [{ kind: 'settle', text: 'Seen on the spot.', letterNumber: 'C-7' }, { status: 'reported-done' }],
  ])('may decide %o', async (body, order) => {
    const params = await planned();
    await begin(params);
    expect((await decide(params, 2, body)).status).toBe(200);
    expect(await orderNow(1)).toMatchObject(order);
  });

  test('may order somebody else, or have the matter heard by an official, both leading to each other', async () => {
    const params = await planned();
    await begin(params);
    await decide(params, 1, { kind: 'order', text: 'Pay for the stop.', unit: 'homes' });
    expect(await orderNow(4)).toMatchObject({ text: 'Pay for the stop.', unit: 'homes' });
    const heard = await decide(params, 2, { kind: 'meet', text: 'The director decides.', official: 'homes-director' });
    const { decision } = heard.body.matter as { decision: { meeting: string } };
    const meeting = await world.requests.find('eastmere', decision.meeting);
    expect(meeting?.links).toEqual([{ kind: 'converted-from', request: request.id }]);
    expect(await world.requests.find('eastmere', request.id)).toMatchObject({
      status: 'in-follow-up',
      links: [{ kind: 'converted-from', request: meeting?.id, incoming: true }],
    });
  });

  test('closes with its minutes, plans the next, and carries over what it left undecided and what is not settled', async () => {
    const params = await planned();
    await begin(params);
    await decide(params, 2, { kind: 'return', text: 'By Friday.' });
    const unread = await world.call(CHAIR, closeCommittee, { params, body: {} });
    expect(unread.status).toBe(422);
    const closed = await world.call(CHAIR, closeCommittee, { params, body: { minutes: 'Two matters, one decided.' } });
    const next = { committee: String(closed.body.next) };
    expect((await decide(params, 1, { kind: 'bar', text: 'No.' })).body.type).toBe('wrong-state');
    const { items } = (await world.call(CHAIR, listCommittees, { params: { unit: 'hq' } })).body as {
      items: { on: string; minutes?: string }[];
    };
    expect(items).toMatchObject([{ on: '2026-07-21' }, { on: TUESDAY, minutes: 'Two matters, one decided.' }]);
    const { matters } = (await world.call(CHAIR, showCommittee, { params: next })).body as Agenda;
    expect(matters.map(({ order, carried }) => [order, carried])).toEqual([
      [2, 1],
      [1, 0],
    ]);
  });

  test('loses nothing to a clerk who is faster: what was settled meanwhile is refused, and gone from the next agenda', async () => {
    const params = await planned();
    await begin(params);
    await take(world, request, (read, context) =>
      renew(read, { order: 1, dueOn: '2026-08-03', reason: 'Parts.' }, context),
    );
    await take(world, request, (read, context) =>
      reportDone(read, { order: 2, proof: { letterNumber: '9' } }, context),
    );
    expect((await decide(params, 1, { kind: 'return', text: 'Again.' })).body.type).toBe('wrong-state');
    const closed = await world.call(CHAIR, closeCommittee, { params, body: { minutes: 'Nothing left.' } });
    const next = { committee: String(closed.body.next) };
    expect((await world.call(CHAIR, showCommittee, { params: next })).body.matters).toEqual([]);
  });
});
