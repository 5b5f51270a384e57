import { beforeEach, describe, expect, test } from 'vitest';
import { checkInMyself, lookAtPlace, showTicket } from '../../../contract/citizen/meeting-day.ts';
import {
  checkIn,
  giveWalkIn,
  recordStation,
  showMeetingDay,
  undoStation,
} from '../../../contract/staff/meeting-day.ts';
import { recordAttendance } from '../../../contract/staff/turn.ts';
import { agree } from '../../../domain/outcome.ts';
import { printSlip } from '../../../domain/papers.ts';
import type { At, Request } from '../../../domain/request.ts';
import { plusMinutes } from '../../../domain/time.ts';
import { showTrackingCode } from '../../../domain/tracking-code.ts';
import { move, schedule } from '../../../domain/turns.ts';
import { citizenAnswers } from '../../../functions/citizen/answers.ts';
import { serveAll } from '../../../functions/http/serve.ts';
import { acceptIt, planMorning, take } from '../../support/lives.ts';
import { agreed } from '../../support/world.ts';
import { eventOf } from '../citizen/citizen-world.ts';
import { createStaffWorld, type Reply, type StaffWorld } from './staff-world.ts';

const SECRETARY = 'secretary.harbour';
const CLERK = 'clerk.harbour';
const OFFICIAL = 'harbour-alderman';

type Scheduled = At<'scheduled'>;
let world: StaffWorld;
let people: Scheduled[];

/** Somebody with the nth turn of the morning. */
const withTurn = async (slots: Awaited<ReturnType<typeof planMorning>>, number: number): Promise<Scheduled> => {
  const slot = slots[number - 1];
  const waiting = await acceptIt(world, await world.submitRequest({ official: OFFICIAL }));
  if (!slot) throw new Error(`There is no slot ${number}`);
  const until = plusMinutes(world.clock.now(), 10);
  agreed(await world.slots.hold(world.city, slot.id, waiting.id, { at: world.clock.now(), until }));
  const given = await take(world, waiting, (now, context) => schedule(now, slot, context));
  if (given.status !== 'scheduled') throw new Error(given.status);
  return given;
};

beforeEach(async () => {
  world = await createStaffWorld();
  const slots = await planMorning(world, { official: OFFICIAL }, 7);
  people = [await withTurn(slots, 1), await withTurn(slots, 2), await withTurn(slots, 3)];
  world.clock.moveTo(plusMinutes(one().appointment.startsAt, -30));
});

const one = (index = 0): Scheduled => {
  const found = people[index];
  if (!found) throw new Error(`Nobody is the ${index}th`);
  return found;
};
const sessionOf = async ({ appointment }: Scheduled) => {
  const session = await world.sessions.find(world.city, appointment.session);
  if (!session) throw new Error('There is a session');
  return session;
};
const station = (request: Request, name: string, more: object = {}): Promise<Reply> =>
  world.call(CLERK, recordStation, { params: { id: request.id }, body: { station: name, ...more } });
const attend = (request: Request, attendance: string, more: object = {}): Promise<Reply> =>
  world.call(SECRETARY, recordAttendance, { params: { id: request.id }, body: { attendance, ...more } });
const find = async ({ city, id }: Request) => world.requests.find(city, id);
const eventsOf = async ({ city, id }: Request) => (await world.caseFiles.read(city, id))?.events ?? [];

/** A call of the citizens' API: of the holder of a personal link, or of anybody. */
const asCitizen = async (operation: Parameters<typeof eventOf>[0], told: object, request?: Request): Promise<Reply> => {
  const session = { proof: 'link', key: request?.linkKey ?? '', request: request?.id } as const;
  const expiresAt = plusMinutes(world.clock.now(), 60);
  const token = request && (await world.keys.signSession(world.city, { ...session, expiresAt }));
  const handler = serveAll(citizenAnswers, world);
  const result = await handler(eventOf(operation, { city: world.city, token, ...told }), {} as never);
  return { status: result.statusCode ?? 0, body: JSON.parse(result.body ?? '{}') };
};

describe('The meeting day of a turn', () => {
  test('goes from arrival to the way out, each with its time, and the attendance follows from it', async () => {
    const arrived = await world.call(CLERK, checkIn, { body: { code: showTrackingCode(one().code).toLowerCase() } });
    expect(arrived.body).toMatchObject({ visit: { station: 'arrived', number: 1, arrivedAt: world.clock.now() } });
    expect(await find(one())).toEqual(one());
    const times: Record<string, string> = { arrivedAt: world.clock.now() };
    for (const name of ['called', 'in', 'out']) {
      world.clock.forward(10);
      times[`${name}At`] = world.clock.now();
      expect((await station(one(), name, name === 'called' ? { room: 'Room 2' } : {})).status).toBe(200);
    }
    expect((await find(one()))?.status).toBe('met');
    expect((await eventsOf(one())).at(-1)).toMatchObject({ kind: 'arrived', facts: times });
  });

  test('is the same day however often a step is said, and has no step before its day or after it', async () => {
    await station(one(), 'arrived');
    const { body } = await station(one(), 'arrived');
    expect(body).toMatchObject({ visit: { arrivedAt: world.clock.now() } });
    world.clock.forward(-24 * 60);
    expect((await station(one(1), 'arrived')).body).toMatchObject({ facts: { why: 'not-yet' } });
    world.clock.forward(48 * 60);
    expect((await station(one(1), 'arrived')).body).toMatchObject({ facts: { why: 'in-the-past' } });
  });

  test('takes a slip of the hand back, the way out too', async () => {
    const undo = () => world.call(CLERK, undoStation, { params: { id: one().id }, body: {} });
    for (const name of ['arrived', 'in', 'out']) await station(one(), name);
    expect((await find(one()))?.status).toBe('met');
    expect((await undo()).body).toMatchObject({ visit: { station: 'in' }, request: { status: 'scheduled' } });
    expect((await undo()).body).toMatchObject({ visit: { station: 'arrived' } });
    await undo();
    expect((await undo()).body).toMatchObject({ type: 'wrong-state', facts: { why: 'not-arrived' } });
    for (const name of ['arrived', 'in', 'out']) await station(one(), name);
    expect((await find(one()))?.status).toBe('met');
  });

  test('lets nobody who was there be said to have stayed away, nor anybody before the turn is over', async () => {
    await station(one(), 'arrived');
    world.clock.moveTo(one().appointment.startsAt);
    expect((await attend(one(1), 'no-show')).body).toMatchObject({ facts: { why: 'not-over' } });
    world.clock.moveTo(one(1).appointment.endsAt);
    expect((await attend(one(), 'no-show')).body).toMatchObject({ facts: { why: 'checked-in' } });
    expect((await attend(one(1), 'no-show', { reason: 'came-late' })).body).toMatchObject({ status: 'waiting' });
    expect((await eventsOf(one(1))).find(({ kind }) => kind === 'no-show')).toMatchObject({
      facts: { reason: 'came-late' },
    });
  });

  test('knows of one of two who record at once that they came, or that they stayed away, and never both', async () => {
    world.clock.moveTo(one().appointment.endsAt);
    const both = await Promise.all([attend(one(), 'no-show'), station(one(), 'arrived')]);
    expect(both.map(({ status }) => status < 300).toSorted()).toEqual([false, true]);
  });

  test('by phone begins with the call', async () => {
    const session = await sessionOf(one());
    agreed(await world.sessions.replace({ ...session, mode: 'phone', version: session.version + 1 }));
    expect((await station(one(), 'arrived')).body).toMatchObject({ fields: [{ problem: 'not-by-phone' }] });
    expect((await station(one(), 'called')).status).toBe(200);
    world.clock.moveTo(one().appointment.endsAt);
    expect((await attend(one(), 'no-show', { reason: 'unreachable-by-phone' })).status).toBe(200);
  });

  test('is shown as a whole to whoever checks people in', async () => {
    await station(one(1), 'arrived');
    const { session } = one().appointment;
    const { body } = await world.call(CLERK, showMeetingDay, { params: { session } });
    expect(body).toMatchObject({ next: one(1).id, venueCode: expect.stringMatching(/^\w{6}$/) });
    expect(body.turns).toMatchObject([{ number: 1 }, { number: 2, visit: { station: 'arrived' } }, { number: 3 }]);
    expect((await world.call('clerk.old-town', showMeetingDay, { params: { session } })).status).toBe(404);
  });
});

describe('The live place', () => {
  const ticketOf = async (request: Request): Promise<string> => {
    const shown = await asCitizen(showTicket, { params: { id: request.id } }, request);
    return String(shown.body.ticket);
  };
  const look = async (ticket: string, language = 'en') =>
    (await asCitizen(lookAtPlace, { params: { ticket }, language })).body;

  beforeEach(async () => {
    people = await Promise.all(
      people.map(async (request) => {
        const linked = await take(world, request, (now, context) =>
          agree(printSlip(now, `link of ${now.id}`, context)),
        );
        if (linked.status !== 'scheduled') throw new Error(linked.status);
        return linked;
      }),
    );
  });

  test('has a ticket with the time of the turn, whenever its session begins', async () => {
    const shown = async (request: Request) =>
      (await asCitizen(showTicket, { params: { id: request.id } }, request)).body;
    const [first, second] = [await shown(one()), await shown(one(1))];
    expect(first).toMatchObject({ session: { says: first.says } });
    expect(second.session).toEqual(first.session);
    expect(second.says).not.toEqual(first.says);
  });

  test('is told by the ticket alone, and moves up as others go in', async () => {
    const ticket = await ticketOf(one(2));
    expect(await look(ticket)).toMatchObject({ state: 'expected' });
    expect((await world.call(CLERK, checkIn, { body: { code: ticket } })).status).toBe(200);
    expect(await look(ticket)).toMatchObject({ state: 'waiting', before: 2 });
    await station(one(), 'arrived');
    expect(await look(ticket, 'fa')).toMatchObject({ before: 2, says: expect.stringContaining('۲ نفر پیش از شماست') });
    await station(one(), 'in');
    expect(await look(ticket)).toMatchObject({ before: 1 });
    await station(one(2), 'called', { room: 'Room 2' });
    expect(await look(ticket)).toMatchObject({ state: 'called', room: 'Room 2', says: 'You are called: Room 2' });
  });

  test('is told to nobody without a ticket of the office’s own, and to nobody by an old one', async () => {
    const ticket = await ticketOf(one());
    for (const forged of [`${ticket}X`, ticket.replace('-01.', '-02.'), 'x.y.z', '…']) {
      expect((await asCitizen(lookAtPlace, { params: { ticket: forged } })).status).toBe(404);
    }
    const [fifth] = (await world.slots.of(await sessionOf(one()))).slice(4);
    if (!fifth) throw new Error('There are five slots');
    const at = world.clock.now();
    agreed(await world.slots.hold(world.city, fifth.id, one().id, { at, until: plusMinutes(at, 10) }));
    await take(world, one(), (now, context) => move(now, fifth, context));
    expect((await world.call(CLERK, checkIn, { body: { code: ticket } })).body).toMatchObject({
      facts: { why: 'another-turn' },
    });
  });

  test('may be begun by the citizen with the code of the venue, and with no other', async () => {
    const { session } = one().appointment;
    const { body } = await world.call(CLERK, showMeetingDay, { params: { session } });
    const arrive = (venueCode: string) =>
      asCitizen(checkInMyself, { params: { id: one().id }, body: { venueCode } }, one());
    expect((await arrive('ABC123')).body).toMatchObject({ facts: { why: 'wrong-venue-code' } });
    expect((await arrive(` ${String(body.venueCode).toLowerCase()}`)).body).toMatchObject({
      state: 'waiting',
      before: 0,
    });
  });

  test('is written once to whoever has few before them, and never to who has none', async () => {
    for (const request of people) await station(request, 'arrived');
    const near = async (request: Request) =>
      (await world.letters.of(request.city, request.id)).filter(({ template }) => template === 'turn-near').length;
    await station(one(), 'called');
    await station(one(), 'in');
    expect([await near(one()), await near(one(1)), await near(one(2))]).toEqual([0, 1, 1]);
    await station(one(), 'out');
    expect([await near(one(1)), await near(one(2))]).toEqual([1, 1]);
  });
});

describe('A walk-in', () => {
  const walkIn = (body: object, key?: string) =>
    world.call(CLERK, giveWalkIn, {
      params: { session: one().appointment.session },
      body: { topic: 'other', ...body },
      ...(key && { key }),
    });

  test('is registered, given the next walk-in turn and checked in by one act, even without a name', async () => {
    const { status, body } = await walkIn({});
    expect(status).toBe(201);
    expect(body).toMatchObject({
      visit: { station: 'arrived', place: { state: 'waiting' } },
      request: { status: 'scheduled', code: expect.any(String) },
      ticket: expect.any(String),
    });
    const place = await asCitizen(lookAtPlace, { params: { ticket: String(body.ticket) } });
    expect(place.body).toMatchObject({ state: 'waiting', before: 3 });
  });

  test('is refused for a field that is wrong, and leaves nothing behind', async () => {
    const wrong = await walkIn({ name: 'Walker One', mobile: '12' });
    expect(wrong.body).toMatchObject({ type: 'invalid', fields: [{ path: 'mobile', problem: 'wrong-format' }] });
    expect((await walkIn({ topic: 'moon' })).body).toMatchObject({ fields: [{ path: 'topic' }] });
    expect((await walkIn({})).status).toBe(201);
  });

  test('is given once for one key, as long as there are walk-in turns', async () => {
    const first = await walkIn({ name: 'Walker One', mobile: '07700 900 456' }, 'walk-in-1');

    const again = await walkIn({ name: 'Walker One', mobile: '07700 900 456' }, 'walk-in-1');
    expect([first.status, again.body.ticket]).toEqual([201, first.body.ticket]);
    expect((await walkIn({ name: 'Walker One' }, 'walk-in-1')).body).toMatchObject({ type: 'idempotency-key-reused' });
    const next = await walkIn({ name: 'Walker Two' });
    expect(next.body).toMatchObject({ type: 'slot-gone', facts: { why: 'no-walk-in-left' } });
  });
});
