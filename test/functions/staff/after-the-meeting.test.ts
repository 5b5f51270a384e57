import { beforeEach, describe, expect, test } from 'vitest';
import { briefRequest, briefSession } from '../../../contract/staff/brief.ts';
import { listCallTasks } from '../../../contract/staff/call-task.ts';
import { recordCitizenAct } from '../../../contract/staff/citizen-act.ts';
import { linkRequests, mergeRequests, unlinkRequests } from '../../../contract/staff/link.ts';
import { listOrders, reportOrderDone, showOrder } from '../../../contract/staff/order.ts';
import { askAboutOrder, handOverOrder } from '../../../contract/staff/order-acts.ts';
import { recordOutcome, startScan } from '../../../contract/staff/outcome.ts';
import { recordAttendance } from '../../../domain/meeting.ts';
import { bar, confirmOrder, reportDone } from '../../../domain/orders.ts';
import type { Request } from '../../../domain/request.ts';
import { plusMinutes } from '../../../domain/time.ts';
import { acceptIt, giveTurn, meet, planMorning, take, toScheduled } from '../../support/lives.ts';
import { applicantOf } from '../../support/world.ts';
import { createStaffWorld, type StaffWorld } from './staff-world.ts';

const SECRETARY = 'secretary.harbour';
const A_DAY = 24 * 60;

let world: StaffWorld;
beforeEach(async () => {
  world = await createStaffWorld();
});

const submit = () => world.submitRequest({ official: 'harbour-alderman' });
const metWith = async (...orders: { text: string; unit: string }[]): Promise<Request> =>
  meet(world, await toScheduled(world, await submit(), 7), orders);
const on = (
  username: string,
  operation: Parameters<StaffWorld['call']>[1],
  request: Request,
  body?: object,
  number = 1,
) => world.call(username, operation, { params: { id: request.id, number: String(number) }, ...(body && { body }) });

describe('An order of a body outside the city', () => {
  test('lies at the desk of its liaison, which reports it', async () => {
    const request = await metWith({ text: 'Move the main.', unit: 'water' });
    const listed = await world.call('owner.hq', listOrders, { params: { unit: 'hq' } });
    expect(listed.body.items).toMatchObject([{ request: request.id, order: { unit: 'water', desk: 'hq' } }]);
    expect((await on('owner.hq', reportOrderDone, request, { letterNumber: '7' })).status).toBe(200);
  });
});

describe('An order', () => {
  test('waits for the citizen at its owner’s word, and goes on at the citizen’s', async () => {
    const request = await metWith({ text: 'Repair.', unit: 'homes' });
    const asked = await on('owner.homes', askAboutOrder, request, { text: 'Which flat?' });
    expect(asked.body).toMatchObject({ order: { waitsForCitizen: true, owner: { kind: 'citizen' }, overdue: false } });
    const said = { act: 'answer-order', means: 'phone', order: 1, text: 'Flat 3.' };
    const answered = await on('clerk.harbour', recordCitizenAct, request, said);
    expect(answered.body).toMatchObject({ orders: [{ waitsForCitizen: false, questions: [{ answer: 'Flat 3.' }] }] });
  });

  test('that was handed over is still read where it was, and carried out where it is', async () => {
    const request = await metWith({ text: 'Repair.', unit: 'homes' });
    const handed = await on('manager.homes', handOverOrder, request, { unit: 'waste', reason: 'It is theirs.' });
    expect(handed.body).toMatchObject({ order: { unit: 'waste', formerUnits: ['homes'] } });
    expect((await on('owner.homes', showOrder, request)).status).toBe(200);
    const refused = await on('owner.homes', reportOrderDone, request, { letterNumber: '7' });
    expect(refused).toMatchObject({ status: 403, body: { facts: { decides: 'owner' } } });
    expect((await on('owner.waste', reportOrderDone, request, { letterNumber: '7' })).status).toBe(200);
  });

  test('is not proven by what was brought for an order of another request', async () => {
    const [one, other] = [
      await metWith({ text: 'Repair.', unit: 'homes' }),
      await metWith({ text: 'Paint.', unit: 'homes' }),
    ];
    const file = { name: 'photo.jpg', type: 'image/jpeg', size: 1000 } as const;
    const started = await world.call('owner.homes', startScan, { params: {}, body: file });
    const id = String(started.body.id);
    world.documents.receive('eastmere', id, { size: 1000 });
    const document = { id, ...file };
    expect((await on('owner.homes', reportOrderDone, one, { document })).status).toBe(200);
    expect((await on('owner.homes', reportOrderDone, other, { document })).body.type).toBe('document-missing');
  });
});

describe('A meeting at which nobody received the citizen', () => {
  test('ends as that, and the next free turn is held', async () => {
    const scheduled = await toScheduled(world, await submit(), 7);
    const [free] = await planMorning(world, scheduled, 21);
    world.clock.moveTo(scheduled.appointment?.startsAt ?? '');
    await take(world, scheduled, (read, context) => recordAttendance(read, 'arrived', context));
    const recorded = await on(SECRETARY, recordOutcome, scheduled, { result: 'host-absent', orders: [] });
    expect(recorded.body).toMatchObject({ status: 'offered', offered: [{ session: free?.session }] });
  });
});

describe('A closing', () => {
  test('is called about for those who cannot be written to, not before its day', async () => {
    const { office } = world.context();
    const [applicant] = [applicantOf(office, world.clock.now())];
    const submitted = await world.submitRequest({
      official: 'harbour-alderman',
      parties: [{ ...applicant, contacts: [{ kind: 'landline', value: '0207000000', proven: false }] }],
    });
    const open = await meet(world, await toScheduled(world, submitted, 7), [{ text: 'Repair.', unit: 'homes' }]);
    const report = { order: 1, proof: { letterNumber: '7' } };
    await take(world, open, (read, context) => reportDone(read, report, context));
    await take(world, open, (read, context) => confirmOrder(read, 1, context));
    const abouts = async () => {
      const { body } = await world.call('clerk.harbour', listCallTasks, { params: { unit: 'harbour' }, query: {} });
      return (body.items as { about: string }[]).map(({ about }) => about);
    };
    expect(await abouts()).not.toContain('still-done');
    world.clock.moveTo(plusMinutes(world.clock.now(), 61 * A_DAY));
    expect(await abouts()).toContain('still-done');
    const no = { act: 'still-done', means: 'phone', done: false, text: 'It leaks again.' };
    expect((await on('clerk.harbour', recordCitizenAct, open, no)).body).toMatchObject({ status: 'in-follow-up' });
  });
});

describe('Requests that belong together', () => {
  test('are linked and separated with a reason, and lead to each other', async () => {
    const [one, other] = [await submit(), await submit()];
    const link = { kind: 'same-matter', to: other.id, reason: 'The same wall.' };
    expect((await on(SECRETARY, linkRequests, one, link)).body).toMatchObject({ links: [{ request: other.id }] });
    expect(await world.requests.find('eastmere', other.id)).toMatchObject({
      ...{ links: [{ request: one.id, incoming: true }] },
    });
    expect((await on(SECRETARY, linkRequests, one, link)).body.type).toBe('already-recorded');
    const unlink = { params: { id: other.id, other: one.id }, body: { reason: 'Another wall.' } };
    expect((await world.call(SECRETARY, unlinkRequests, unlink)).body).toMatchObject({ links: [] });
    expect((await on(SECRETARY, linkRequests, one, { ...link, to: 'A'.repeat(26) })).body.fields).toMatchObject([
      { path: 'to', problem: 'unknown' },
    ]);
  });

  test('become one where they are one applicant’s, and the execution of the duplicate is told', async () => {
    const [duplicate, survivor] = [await submit(), await submit()];
    const merge = { duplicate: duplicate.id, reason: 'Sent twice.' };
    const merged = await on(SECRETARY, mergeRequests, survivor, merge);
    expect(merged.body).toMatchObject({ id: survivor.id, links: [{ kind: 'duplicate-of', request: duplicate.id }] });
    expect(world.workflow.woken).toContain(duplicate.id);
    expect((await on(SECRETARY, mergeRequests, survivor, merge)).body.type).toBe('wrong-state');
    const stranger = await world.submitRequest({ official: 'harbour-alderman', keys: { readers: [], search: [] } });
    expect(
      (await on(SECRETARY, mergeRequests, survivor, { ...merge, duplicate: stranger.id })).body.fields,
    ).toMatchObject([{ path: 'duplicate', problem: 'other-applicant' }]);
  });
});

describe('The brief before a meeting', () => {
  test('tells the matter, earlier meetings, open promises and legal bars; the look is written down', async () => {
    const earlier = await metWith({ text: 'Repair.', unit: 'homes' }, { text: 'Trams at night.', unit: 'trams' });
    await take(world, earlier, (read, context) => bar(read, { order: 2, ground: 'The concession.' }, context));
    const foreign = await world.submitRequest({ official: 'homes-director' });
    const coming = await submit();
    const { body } = await on(SECRETARY, briefRequest, coming);
    expect(body).toMatchObject({
      ...{ request: coming.id, text: 'The street lamp has been dark for weeks.', people: [{ name: 'Applicant One' }] },
      meetings: [{ request: earlier.id, result: 'met' }],
      promises: [{ request: earlier.id, order: { text: 'Repair.', status: 'open' } }],
      bars: [{ order: { text: 'Trams at night.', legalGround: 'The concession.' } }],
    });
    expect(JSON.stringify(body)).not.toContain(foreign.id);
    expect(await world.caseFiles.looks('eastmere', coming.id)).toMatchObject([{ username: SECRETARY, why: 'brief' }]);
  });

  test('of a session has everybody who was given a turn, in the order of their turns', async () => {
    const [first, second] = [await submit(), await submit()];
    const [slot, next] = await planMorning(world, first, 7);
    if (!slot || !next) throw new Error('A morning has slots');
    for (const [request, turn] of [
      [first, next],
      [second, slot],
    ] as const) {
      await acceptIt(world, request);
      await giveTurn(world, request, turn);
    }
    const { body } = await world.call(SECRETARY, briefSession, { params: { session: slot.session } });
    expect((body.briefs as { request: string }[]).map(({ request }) => request)).toEqual([second.id, first.id]);
    const unread = await world.call('clerk.homes', briefSession, { params: { session: slot.session } });
    expect(unread.status).toBe(404);
  });
});
