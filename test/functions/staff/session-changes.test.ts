import { beforeEach, describe, expect, test } from 'vitest';
import { listAbsences, previewAbsence, recordAbsence } from '../../../contract/staff/absence.ts';
import { recordCitizenAct } from '../../../contract/staff/citizen-act.ts';
import { planSession, proposeAttendees, publishSession, showSession } from '../../../contract/staff/session.ts';
import { cancelSession, changeSession, previewSessionChange } from '../../../contract/staff/session-change.ts';
import { giveTurn, offerSlots } from '../../../contract/staff/turn.ts';
import { openSessionJob } from '../../../domain/job.ts';
import { ledgerEntryOf } from '../../../domain/ledger.ts';
import type { Request } from '../../../domain/request.ts';
import { leadAlong } from '../../../functions/scheduled/lead-along.ts';
import { run } from '../../../functions/scheduled/run-jobs.ts';
import { acceptIt } from '../../support/lives.ts';
import { createStaffWorld, type StaffWorld } from './staff-world.ts';

const SECRETARY = 'secretary.harbour';
const official = { official: 'harbour-alderman' };
const MONDAY = { venue: 'harbour-office', mode: 'in-person', on: '2026-06-15', from: '10:00', to: '11:00' };

type Shown = { code: string; has: string; gets: string; reach: string; next?: { startsAt: string } };

let world: StaffWorld;
let session: string;
let first: Request;
let second: Request;

const plan = async (more: object = {}) => {
  const { body } = await world.call(SECRETARY, planSession, { params: official, body: { ...MONDAY, ...more } });
  return String(body.id);
};
const waiting = async (wish: Parameters<StaffWorld['submitRequest']>[0] = {}) => {
  const request = await world.submitRequest({ ...official, ...wish });
  await acceptIt(world, request);
  return request;
};
const preview = async (body: object) => {
  const seen = await world.call(SECRETARY, previewSessionChange, { params: { session }, body });
  return { affected: seen.body.affected as Shown[], preview: String(seen.body.preview) };
};
const change = (body: object) => world.call(SECRETARY, changeSession, { params: { session }, body });
const cancel = (body: object) => world.call(SECRETARY, cancelSession, { params: { session }, body });
const give = (request: Request, slot: string) =>
  world.call(SECRETARY, giveTurn, { params: { id: request.id }, body: { slot } });
const offer = (request: Request, slots: string[]) =>
  world.call(SECRETARY, offerSlots, { params: { id: request.id }, body: { slots } });
const now = async ({ id }: Request): Promise<Request> => {
  const request = await world.requests.find('eastmere', id);
  if (!request) throw new Error('It is kept');
  return request;
};
const lettersOf = async ({ id }: Request) => (await world.letters.of('eastmere', id)).map(({ template }) => template);
const count = (all: readonly string[], one: string) => all.filter((each) => each === one).length;
const runJobs = () => {
  world.clock.forward(2);
  return run(world);
};

beforeEach(async () => {
  world = await createStaffWorld();
  session = await plan();
  first = await waiting();
  second = await waiting();
  await give(first, `${session}-01`);
  await offer(second, [`${session}-02`]);
});

describe('A change of a session', () => {
  test('is previewed: who is affected, by code alone, and what each would get', async () => {
    const { affected } = await preview({ from: '14:00' });
    expect(affected).toMatchObject([
      { has: 'turn', gets: 'new-time', reach: 'sms', next: { startsAt: '2026-06-15T13:00:00.000Z' } },
      { has: 'offer', gets: 'new-time', next: { startsAt: '2026-06-15T13:10:00.000Z' } },
    ]);
    expect(JSON.stringify(affected)).not.toContain('Applicant');
    expect((await preview({ attendees: 'The engineer' })).affected).toEqual([]);
    expect((await preview({ venue: 'phone' })).affected).toMatchObject([{ gets: 'word' }, { gets: 'word' }]);
    const outside = await world.call(SECRETARY, previewSessionChange, { params: { session }, body: { from: '17:30' } });
    expect(outside.body).toMatchObject({ type: 'session-impossible', facts: { why: 'outside-hours' } });
  });

  test('needs the preview of the same people, the same wish and the same session', async () => {
    const seen = await preview({ from: '14:00' });
    expect((await change({ from: '14:00' })).body).toMatchObject({ type: 'session-has-turns', facts: { taken: 2 } });
    const other = await change({ from: '15:00', preview: seen.preview });
    expect(other).toMatchObject({ status: 409, body: { type: 'changed-meanwhile', fields: [{ path: 'preview' }] } });
    const third = await waiting();
    await give(third, `${session}-03`);
    expect((await change({ from: '14:00', preview: seen.preview })).body.type).toBe('changed-meanwhile');
    const again = await preview({ from: '14:00' });
    expect((await change({ from: '14:00', preview: again.preview })).status).toBe(200);
  });

  test('takes its people along to the new time: told once, reminders anew, nobody’s move counted', async () => {
    const before = await now(first);
    const { preview: seen } = await preview({ on: '2026-06-17', from: '14:00' });
    const changed = await change({ on: '2026-06-17', from: '14:00', preview: seen });
    expect(changed.body).toMatchObject({ startsAt: '2026-06-17T13:00:00.000Z', endsAt: '2026-06-17T14:00:00.000Z' });
    world.workflow.woken.length = 0;
    expect(await runJobs()).toMatchObject({ moved: 2, failed: 0 });

    const moved = await now(first);
    expect(moved).toMatchObject({ status: 'scheduled', moves: 0, turns: 2 });
    expect(moved.appointment).toMatchObject({ startsAt: '2026-06-17T13:00:00.000Z', slot: `${session}-01` });
    expect(moved.status === 'scheduled' && before.status === 'scheduled' && moved.reminders).not.toEqual(
      before.status === 'scheduled' && before.reminders,
    );
    expect(world.workflow.woken).toContain(first.id);
    const offered = await now(second);
    expect(offered.status === 'offered' && offered.offered[0]?.startsAt).toBe('2026-06-17T13:10:00.000Z');
    expect(count(await lettersOf(first), 'moved')).toBe(1);
    expect(count(await lettersOf(second), 'offered')).toBe(2);
    const shown = await world.call(SECRETARY, showSession, { params: { session } });
    expect((shown.body.slots as { startsAt: string }[])[2]?.startsAt).toBe('2026-06-17T13:20:00.000Z');
    const listed = await world.sessions.list('eastmere', official.official, '2026-06-16T00:00:00.000Z', 5);
    expect(listed.map(({ id }) => id)).toEqual([session]);
  });

  test('of the place tells everybody with a turn once, however often the job runs', async () => {
    const { preview: seen } = await preview({ venue: 'phone', mode: 'phone' });
    await change({ venue: 'phone', mode: 'phone', preview: seen });
    await runJobs();
    const work = { city: 'eastmere', id: 'again', reason: '', by: { actor: 'staff' as const } };
    const again = openSessionJob({ ...work, stops: [{ pile: 'session', of: session }] }, world.clock.now());
    expect(await leadAlong(session, again, world.office(), world)).toEqual(['unchanged', 'unchanged']);
    expect(count(await lettersOf(first), 'moved')).toBe(1);
    expect(count(await lettersOf(second), 'moved')).toBe(0);
    expect(await now(first)).toMatchObject({ moves: 0, turns: 1 });
  });

  test('of who sits in concerns nobody else, and is refused where somebody is not known', async () => {
    expect((await change({ attendees: [{ post: 'hq-deputy' }] })).body.attendees).toEqual([{ post: 'hq-deputy' }]);
    const unknown = await change({ attendees: [{ name: 'X' }, { unit: 'moon' }] });
    expect(unknown).toMatchObject({ status: 422, body: { fields: [{ path: 'attendees.1', problem: 'unknown' }] } });
    await runJobs();
    expect(count(await lettersOf(first), 'moved')).toBe(0);
  });
});

describe('A session that is cancelled', () => {
  test('is previewed, with the turn that would be held for each in the old order', async () => {
    expect((await preview({ cancel: true })).affected.map(({ gets }) => gets)).toEqual([
      'first-in-queue',
      'first-in-queue',
    ]);
    await plan({ on: '2026-06-17' });
    expect((await preview({ cancel: true })).affected).toMatchObject([
      { has: 'turn', gets: 'held-turn', next: { startsAt: '2026-06-17T09:00:00.000Z' } },
      { has: 'offer', gets: 'other-offer', next: { startsAt: '2026-06-17T09:10:00.000Z' } },
    ]);
  });

  test('gives each a held turn that silence keeps, tells once, and can be asked twice', async () => {
    const next = await plan({ on: '2026-06-17' });
    const { preview: seen } = await preview({ cancel: true });
    expect((await cancel({})).body).toMatchObject({ type: 'session-has-turns' });
    const { status, body } = await cancel({ preview: seen, text: 'The alderman is ill.' });
    expect({ status, at: body.cancelledAt }).toEqual({ status: 200, at: world.clock.now() });
    expect((await cancel({ preview: seen })).status).toBe(200);
    await runJobs();
    await runJobs();

    expect(await now(first)).toMatchObject({
      status: 'offered',
      silenceKeeps: true,
      offered: [{ slot: `${next}-01` }],
    });
    expect(await now(second)).toMatchObject({ status: 'offered', offered: [{ slot: `${next}-02` }] });
    expect(count(await lettersOf(first), 'session-cancelled')).toBe(1);
    const events = (await world.caseFiles.read('eastmere', first.id))?.events ?? [];
    expect(events.find(({ kind }) => kind === 'cancelled')).toMatchObject({ text: 'The alderman is ill.' });
    expect((await world.call(SECRETARY, showSession, { params: { session } })).body.slots).toEqual([]);
  });

  test('sends people to the head of the queue where there is no room', async () => {
    const { preview: seen } = await preview({ cancel: true });
    await cancel({ preview: seen });
    await runJobs();
    expect(await now(first)).toMatchObject({ status: 'waiting', urgent: true });
  });
});

describe('A session that is not published', () => {
  test('is opened by the staff, once; until then nobody can be given a turn in it', async () => {
    const draft = await plan({ on: '2026-06-17', publish: 'by-hand' });
    const third = await waiting();
    const params = { session: draft };
    expect((await world.call(SECRETARY, showSession, { params })).body.session).toMatchObject({ published: false });
    expect((await give(third, `${draft}-01`)).body.type).toBe('slot-gone');
    const published = await world.call(SECRETARY, publishSession, { params, body: {} });
    expect(published).toMatchObject({ status: 200, body: { published: true } });
    expect((await give(third, `${draft}-01`)).status).toBe(200);
    expect((await world.call(SECRETARY, publishSession, { params, body: {} })).status).toBe(200);
    expect((await world.call('secretary.homes', publishSession, { params, body: {} })).status).toBe(404);
  });

  test('keeps waiting for the staff when it is moved', async () => {
    session = await plan({ on: '2026-06-17', publish: 'by-hand' });
    expect((await change({ from: '14:00' })).body).toMatchObject({ published: false });
    const slots = (await world.call(SECRETARY, showSession, { params: { session } })).body.slots;
    expect(slots).toMatchObject(Array.from({ length: 6 }, () => ({ state: 'resting' })));
    await world.call(SECRETARY, publishSession, { params: { session }, body: {} });
    const shown = (await world.call(SECRETARY, showSession, { params: { session } })).body.slots;
    expect((shown as { state: string; startsAt: string }[])[0]).toMatchObject({
      ...{ state: 'free', startsAt: '2026-06-17T13:00:00.000Z' },
    });
  });
});

describe('Attendees', () => {
  test('are proposed by the topics of the people who come, with what they do then', async () => {
    session = await plan({ on: '2026-06-17', to: '12:00' });
    await give(await waiting({ topic: 'planning-permission' }), `${session}-01`);
    await give(await waiting({ topic: 'repairs' }), `${session}-02`);
    const other = await world.call('manager.hq', planSession, {
      params: { official: 'hq-deputy' },
      body: { ...MONDAY, venue: 'city-hall', on: '2026-06-17', from: '10:30', to: '11:30' },
    });
    const absent = { from: '2026-06-17', to: '2026-06-17', kind: 'mission', standIn: 'hq-deputy' };
    await world.call('manager.homes', recordAbsence, { params: { official: 'homes-director' }, body: absent });
    await change({ attendees: [{ post: 'hq-deputy' }] });

    const { body } = await world.call(SECRETARY, proposeAttendees, { params: { session } });
    expect(body.proposed).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ...{ attendee: { post: 'hq-deputy' }, topics: ['planning-permission'], has: true },
          ...{ says: 'Deputy Mayor of Eastmere' },
          busy: [{ why: 'session', session: other.body.id, official: 'hq-deputy' }],
        }),
        expect.objectContaining({
          ...{ attendee: { post: 'homes-director' }, topics: ['repairs'], has: false },
          busy: [{ why: 'absent', official: 'homes-director' }],
        }),
      ]),
    );
  });
});

describe('While the official is away', () => {
  const away = { from: '2026-06-15', to: '2026-06-16', kind: 'leave', standIn: 'hq-deputy' };
  const record = async () => {
    const seen = await world.call(SECRETARY, previewAbsence, { params: official, body: away });
    return world.call(SECRETARY, recordAbsence, { params: official, body: { ...away, preview: seen.body.preview } });
  };

  test.each([
    ['without anybody to stand in', { standIn: undefined }, 'standIn', 'missing'],
    ['with the official as stand-in', { standIn: 'harbour-alderman' }, 'standIn', 'unknown'],
    ['backwards', { to: '2026-06-14' }, 'to', 'before-start'],
    ['in the past', { from: '2026-05-01', to: '2026-05-02' }, 'to', 'in-the-past'],
  ])('an absence is refused %s', async (_, more, path, problem) => {
    const refused = await world.call(SECRETARY, recordAbsence, { params: official, body: { ...away, ...more } });
    expect(refused).toMatchObject({ status: 422, body: { fields: [{ path, problem }] } });
  });

  test('the delegate stands in unless another post is named', async () => {
    const params = { official: 'hq-mayor' };
    const { standIn: _, ...body } = away;
    const seen = await world.call('manager.hq', previewAbsence, { params, body });
    expect(seen.body).toMatchObject({ standIn: 'hq-deputy', affected: [] });
    expect((await world.call('manager.hq', recordAbsence, { params, body })).body.absences).toMatchObject([
      { standIn: 'hq-deputy' },
    ]);
    const busy = await world.call(SECRETARY, recordAbsence, {
      params: official,
      body: { ...away, standIn: 'hq-mayor' },
    });
    expect(busy.body.fields).toMatchObject([{ path: 'standIn', problem: 'absent-then' }]);
  });

  test('it is listed by those who plan, with the name of the stand-in, until it is over', async () => {
    expect((await world.call(SECRETARY, listAbsences, { params: official })).body).toEqual({ absences: [] });
    await record();
    const listed = await world.call(SECRETARY, listAbsences, { params: official });
    expect(listed.body).toEqual({ absences: [{ ...away, standInSays: 'Deputy Mayor of Eastmere' }] });
    expect((await world.call('manager.homes', listAbsences, { params: official })).status).toBe(404);
  });

  test('people are previewed, then told once that somebody stands in', async () => {
    const seen = await world.call(SECRETARY, previewAbsence, { params: official, body: away });
    expect(seen.body).toMatchObject({
      ...{ standIn: 'hq-deputy', sessions: [{ session }] },
      affected: [
        { gets: 'choice', has: 'turn' },
        { gets: 'choice', has: 'offer' },
      ],
    });
    const without = await world.call(SECRETARY, recordAbsence, { params: official, body: away });
    expect(without.body).toMatchObject({ type: 'session-has-turns', facts: { why: 'preview-first', taken: 2 } });
    expect((await record()).status).toBe(200);
    await runJobs();
    await record();
    await runJobs();
    for (const request of [first, second]) expect(count(await lettersOf(request), 'stand-in')).toBe(1);
    const shown = await world.call(SECRETARY, showSession, { params: { session } });
    expect(shown.body.session).toMatchObject({ standIn: 'hq-deputy' });
  });

  test('whoever would rather wait goes back to the old place; nothing counts, and the ledger says why', async () => {
    const act = (request: Request) =>
      world.call(SECRETARY, recordCitizenAct, {
        params: { id: request.id },
        body: { act: 'wait-for-holder', means: 'phone' },
      });
    expect((await act(first)).body.type).toBe('wrong-state');
    await record();
    await runJobs();
    const before = await now(first);
    for (const request of [first, second])
      expect(await act(request)).toMatchObject({ status: 200, body: { status: 'waiting' } });

    const after = await now(first);
    expect(after).toMatchObject({ status: 'waiting', forHolder: true, moves: 0, passes: 0 });
    expect(after.submittedAt).toBe(before.submittedAt);
    expect(await now(second)).toMatchObject({ passes: 0, noShows: 0 });
    const [cause] = ((await world.caseFiles.read('eastmere', first.id))?.events ?? []).filter(
      ({ kind }) => kind === 'waits-for-holder',
    );
    if (!cause) throw new Error('The timeline tells of it');
    const entry = ledgerEntryOf(
      { before, after, events: [cause], letters: [], callTasks: [], slots: [] },
      world.clock.now(),
    );
    expect(entry?.entry).toMatchObject({ act: 'released', reason: 'waits-for-holder', leaves: [`${session}-01`] });
  });
});
