import { beforeEach, describe, expect, test } from 'vitest';
import { addDocument, startUpload } from '../../../contract/citizen/documents.ts';
import { confirmOrder, confirmOutcome, disputeOrder, viewOrders } from '../../../contract/citizen/orders.ts';
import { findMyRequest, myRequests, trackRequest, withdrawRequest } from '../../../contract/citizen/requests.ts';
import { addInformation, askOffice, object, rate, respondToAnswer } from '../../../contract/citizen/words.ts';
import { correct } from '../../../domain/correction.ts';
import type { OrderWish } from '../../../domain/issue-orders.ts';
import { recordAttendance, recordOutcome } from '../../../domain/meeting.ts';
import { offer } from '../../../domain/offers.ts';
import { reportDone } from '../../../domain/orders.ts';
import type { Request } from '../../../domain/request.ts';
import { toPersianDigits } from '../../../domain/say-time.ts';
import { keypadForm, showTrackingCode } from '../../../domain/tracking-code.ts';
import { accept, answerInWriting, ask, decline } from '../../../domain/triage.ts';
import { schedule } from '../../../domain/turns.ts';
import { type CitizenWorld, createCitizenWorld } from './citizen-world.ts';

const FILE = { name: 'Photo.png', type: 'image/png', size: 5 };

describe('Following a request', () => {
  let world: CitizenWorld;
  let token: string;
  let request: Request;
  beforeEach(async () => {
    world = await createCitizenWorld();
    token = await world.sessionOf();
    request = await world.submitted();
  });
  type Asked = Parameters<CitizenWorld['call']>[0];
  const act = (operation: Asked, body?: object, params: object = {}) =>
    world.call(operation, { token, params: { id: request.id, ...params }, ...(body && { body }) });
  const accepted = (id = request.id) => world.take(id, (read, context) => accept(read, {}, context));

  const met = async (orders: OrderWish[], scan?: string) => {
    const [slot] = await world.planMonday();
    if (!slot) throw new Error('A Monday has slots');
    await accepted();
    await world.slots.hold(world.city, slot.id, request.id, { at: request.submittedAt, until: slot.startsAt });
    await world.take(request.id, (read, context) => schedule(read, slot, context));
    world.clock.moveTo(slot.startsAt);
    token = await world.sessionOf();
    await world.take(request.id, (read, context) => recordAttendance(read, 'arrived', context));
    const outcome = { result: 'met' as const, comment: 'Mend it soon.', orders, ...(scan && { scan }) };
    return world.take(request.id, (read, context) => recordOutcome(read, outcome, context));
  };
  const reported = () =>
    world.take(request.id, (read, context) => reportDone(read, { order: 1, proof: { letterNumber: '7' } }, context));
  const ORDER = { text: 'Mend the street lamp.', unit: 'harbour' };

  test('shows its timeline, its text and, while it waits, its place in the queue', async () => {
    const later = await world.submitted();
    await accepted();
    await accepted(later.id);
    const { status, body } = await act(trackRequest);
    expect(status).toBe(200);
    const [first, second] = [request, later].toSorted((a, b) => a.id.localeCompare(b.id));
    expect(body).toMatchObject({
      request: { status: 'waiting', promised: { sum: expect.stringContaining('20 working days') } },
      text: 'The street lamp has been dark for weeks.',
      queue: { place: request === first ? 1 : 2, length: 2 },
    });
    expect(second).toBeDefined();
    const events = body.events as { kind: string; internal: boolean; username?: string }[];
    expect(events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['submitted', 'accepted']));
    expect(events.some(({ internal, username }) => internal || username !== undefined)).toBe(false);
  });

  test('says where an offered turn, and a turn that was given, will be', async () => {
    const [slot] = await world.planMonday();
    if (!slot) throw new Error('A Monday has slots');
    const place = { sessions: [{ id: slot.session, mode: 'in-person', venue: { name: 'Harbour Ward office' } }] };
    expect((await act(trackRequest)).body.sessions).toEqual([]);
    await accepted();
    await world.slots.hold(world.city, slot.id, request.id, { at: request.submittedAt, until: slot.startsAt });
    await world.take(request.id, (read, context) => offer(read, [slot], context));
    expect((await act(trackRequest)).body).toMatchObject(place);
    await world.take(request.id, (read, context) => schedule(read, slot, context));
    expect((await act(trackRequest)).body).toMatchObject(place);
  });

  test('speaks to the citizen, and lists the citizen’s own decisions only', async () => {
    await world.take(request.id, (read, context) => ask(read, { text: 'Which pier?' }, context));
    const { body } = await act(trackRequest);
    expect(body.request).toMatchObject({
      next: { owner: { says: 'You' } },
      decisions: ['add-information', 'withdraw'],
    });
  });

  test('finds a request by its code in any digits and case, or by its keypad digits', async () => {
    const { code } = request;
    for (const typed of [code, showTrackingCode(code), toPersianDigits(code.toLowerCase()), keypadForm(code)]) {
      expect((await world.call(findMyRequest, { token, query: { code: typed } })).body.id).toBe(request.id);
    }
  });

  test('makes no difference between a wrong, an unknown and a foreign code', async () => {
    const stranger = await world.sessionOf('+447700900999');
    const replies = await Promise.all([
      world.call(findMyRequest, { token, query: { code: 'nonsense' } }),
      world.call(findMyRequest, { token, query: { code: '22222222P' } }),
      world.call(findMyRequest, { token: stranger, query: { code: request.code } }),
    ]);
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(replies[0]?.status).toBe(404);
  });

  test('lists the requests of the proven contact only, the newest first', async () => {
    world.clock.forward(5);
    const second = await world.submitted();
    const { body } = await world.call(myRequests, { token });
    expect((body.requests as { id: string }[]).map(({ id }) => id)).toEqual([second.id, request.id]);
    const stranger = await world.sessionOf('+447700900999');
    expect((await world.call(myRequests, { token: stranger })).body.requests).toEqual([]);
  });

  test('answers the office’s question, with documents', async () => {
    await world.take(request.id, (read, context) => ask(read, { text: 'Where?' }, context));
    const { body } = await world.call(startUpload, { token, body: FILE });
    const document = { id: body.id, ...FILE };
    expect((await act(addInformation, { text: 'There.', documents: [document] })).body.type).toBe('document-missing');
    world.documents.receive(world.city, body.id as string, FILE);
    expect((await act(addInformation, { text: 'There.', documents: [document] })).body.status).toBe('submitted');
    expect((await act(trackRequest)).body.documents).toMatchObject([{ name: 'Photo.png', kind: 'attachment' }]);
  });

  test('gains documents at any stage, up to a limit', async () => {
    const { body } = await world.call(startUpload, { token, body: FILE });
    world.documents.receive(world.city, body.id as string, FILE);
    expect((await act(addDocument, { id: body.id, ...FILE })).status).toBe(201);
    for (let number = 0; number < 40; number += 1) {
      const document = { ...FILE, id: `d${number}`, kind: 'attachment' as const, addedAt: world.clock.now() };
      await world.caseFiles.addDocument(world.city, request.id, document);
    }
    expect(await act(addDocument, { id: body.id, ...FILE })).toMatchObject({
      status: 409,
      body: { type: 'limit-reached', facts: { limit: 40 } },
    });
  });

  test.each([
    ['solved', 'closed'],
    ['still-want-to-meet', 'waiting'],
  ])('takes a written answer: %s', async (response, status) => {
    await world.take(request.id, (read, context) => answerInWriting(read, { text: 'Soon.' }, context));
    expect((await act(respondToAnswer, { response })).body.status).toBe(status);
  });

  test('objects to a decline once, and not after the limit', async () => {
    const no = { reasonCode: 'other', text: 'No.' };
    const declined = await world.take(request.id, (read, context) => decline(read, no, context));
    const text = 'I see it otherwise.';
    world.clock.moveTo(declined.deadline.at);
    world.clock.forward(1);
    token = await world.sessionOf();
    expect(await act(object, { text })).toMatchObject({ status: 409, body: { type: 'too-late' } });
    world.clock.moveTo(declined.submittedAt);
    expect((await act(object, { text })).body).toMatchObject({ status: 'submitted', rung: 1 });
  });

  test('shows the outcome as it was put right, and not as it was', async () => {
    await met([ORDER]);
    const { events = [] } = (await world.caseFiles.read(world.city, request.id)) ?? {};
    const outcome = { field: 'outcome', result: 'partly', because: 'other', attendees: [{ name: 'A guest' }] } as const;
    await world.take(request.id, (read, context) => correct(read, outcome, { reason: 'A slip.', events }, context));
    expect((await act(viewOrders)).body.outcomes).toEqual([
      expect.objectContaining({ result: 'partly', because: 'other', attendees: ['A guest'] }),
    ]);
  });

  test('shows the orders with the image, the comment and the proof, and confirms them', async () => {
    const scan = { id: 'scan1', ...FILE, kind: 'scan' as const, addedAt: world.clock.now() };
    await world.caseFiles.addDocument(world.city, request.id, scan);
    await met([ORDER], 'scan1');
    expect((await act(viewOrders)).body).toMatchObject({
      orders: [{ number: 1, text: ORDER.text, owner: { unit: 'harbour' } }],
      outcomes: [{ comment: 'Mend it soon.', scan: { id: 'scan1', scan: { state: 'being-looked-at', pages: [] } } }],
    });
    expect(await act(confirmOrder, undefined, { order: '1' })).toMatchObject({ status: 409, body: { state: 'open' } });
    await reported();
    expect((await act(confirmOrder, undefined, { order: '1' })).body).toMatchObject({
      status: 'closed',
      reason: 'resolved',
    });
    expect((await act(rate, { stars: 4, text: 'Thanks.' })).body.rating).toBe(4);
    expect(await act(rate, { stars: 5 })).toMatchObject({ status: 409, body: { type: 'already-recorded' } });
    expect((await act(object, { text: 'It is dark again.' })).body.status).toBe('in-follow-up');
    await reported();
    await act(confirmOrder, undefined, { order: '1' });
    expect(await act(object, { text: 'It is dark again.' })).toMatchObject({ body: { type: 'objection-used' } });
  });

  test('disputes an order one rank up, and knows no order that was not given', async () => {
    await met([ORDER]);
    await reported();
    expect((await act(disputeOrder, { text: 'It is dark still.' }, { order: '1' })).body).toMatchObject({
      status: 'in-follow-up',
      orders: [{ disputes: 1, status: 'open' }],
    });
    expect((await act(confirmOrder, undefined, { order: '9' })).status).toBe(404);
    expect((await act(confirmOrder, undefined, { order: 'x' })).status).toBe(404);
  });

  test.each([
    [true, 'closed'],
    [false, 'met'],
  ])('says whether a meeting without orders settled the matter: %s', async (settled, status) => {
    await met([]);
    expect((await act(confirmOutcome, { settled })).body.status).toBe(status);
  });

  test('asks whoever holds it, about an order too', async () => {
    expect((await act(askOffice, { text: 'When?' })).status).toBe(200);
    expect((await act(askOffice, { text: 'When?', order: 3 })).status).toBe(404);
  });

  test('ends when it is withdrawn, and then takes nothing more', async () => {
    expect((await act(withdrawRequest, { text: 'Solved itself.' })).body).toMatchObject({ reason: 'withdrawn' });
    for (const [operation, body] of [
      [withdrawRequest, {}],
      [addInformation, { text: 'x' }],
      [respondToAnswer, { response: 'solved' }],
      [askOffice, { text: 'x' }],
      [confirmOutcome, { settled: true }],
      [object, { text: 'I see it otherwise.' }],
    ] as const) {
      expect(await act(operation, body)).toMatchObject({ status: 409, body: { type: 'wrong-state', state: 'closed' } });
    }
  });
});
