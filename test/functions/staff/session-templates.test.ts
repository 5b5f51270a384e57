import { beforeEach, describe, expect, test } from 'vitest';
import { listSessionsAhead } from '../../../contract/citizen/sessions-ahead.ts';
import { listSessions, planSession } from '../../../contract/staff/session.ts';
import { cancelSession, changeSession } from '../../../contract/staff/session-change.ts';
import {
  endSessionTemplate,
  listSessionTemplates,
  putSessionTemplate,
} from '../../../contract/staff/session-template.ts';
import { fitTemplate } from '../../../domain/template-plans.ts';
import { answer as listAhead } from '../../../functions/citizen/list-sessions-ahead.ts';
import { run } from '../../../functions/scheduled/plan-sessions.ts';
import { agreed } from '../../support/world.ts';
import { createStaffWorld, type StaffWorld } from './staff-world.ts';

const SECRETARY = 'secretary.harbour';
const MONDAYS = { official: 'harbour-alderman', template: 'harbour-mondays' };
const official = { official: MONDAYS.official };
const BODY = {
  ...{ weekdays: [1], everyWeeks: 1, from: '10:00', to: '12:00', venue: 'harbour-office', mode: 'in-person' },
  ...{ slotMinutes: 10, urgentSlots: 2, walkInSlots: 1, breaks: [], attendees: [], validFrom: '2026-06-08' },
  exceptions: [{ on: '2026-06-22', skipped: true }],
};

type Day = { on: string; state: string; session?: string; why?: string; because?: string; holiday?: string };

describe('A template of sessions', () => {
  let world: StaffWorld;
  beforeEach(async () => {
    // A Monday, so that this one's session is past already.
    world = await createStaffWorld({ at: '2026-06-08T12:30:00.000Z' });
  });
  const put = (more: object = {}, params = MONDAYS, who = SECRETARY) =>
    world.call(who, putSessionTemplate, { params, body: { ...BODY, ...more } });
  const list = async () => {
    const { body } = await world.call(SECRETARY, listSessionTemplates, { params: official });
    return body.templates as { id: string; days: Day[] }[];
  };
  const daysOf = async (id = MONDAYS.template) => (await list()).find((one) => one.id === id)?.days ?? [];
  const sessions = async () => {
    const { body } = await world.call(SECRETARY, listSessions, { params: official, query: { limit: '50' } });
    return body.items as { id: string; startsAt: string; published: boolean; publishesAt?: string }[];
  };

  test('is put by the secretary of the official, and its sessions are planned at once, some published already', async () => {
    const { status, body } = await put();
    expect(status).toBe(200);
    expect((body.days as Day[]).map(({ on, state }) => `${on} ${state}`)).toEqual([
      '2026-06-08 impossible',
      '2026-06-15 planned',
      '2026-06-22 left-out',
      '2026-06-29 planned',
      '2026-07-06 planned',
    ]);
    expect(await sessions()).toMatchObject([
      { id: 'harbour-mondays.2026-06-15', published: true },
      // The clocks of the city are an hour ahead of UTC.
      { id: 'harbour-mondays.2026-06-29', published: false, publishesAt: '2026-06-14T23:00:00.000Z' },
      { id: 'harbour-mondays.2026-07-06', published: false },
    ]);
  });

  test('opens to citizens what is published, and nothing else', async () => {
    await put();
    const ahead = async () => {
      const call = { city: 'eastmere', office: world.office(), params: official, language: 'en' };
      const seen = agreed(await listAhead(call as Parameters<typeof listAhead>[0], world));
      return listSessionsAhead.reply.parse(seen).sessions.map(({ id, freeSlots }) => `${id.slice(-10)} ${freeSlots}`);
    };
    expect(await ahead()).toEqual(['2026-06-15 9']);
    const second = await world.sessions.find('eastmere', 'harbour-mondays.2026-06-29');
    const [slot] = second ? await world.slots.of(second) : [];
    const times = { at: world.clock.now(), until: '2026-06-20T00:00:00.000Z' };
    expect(await world.slots.hold('eastmere', slot?.id ?? '', 'somebody', times)).toMatchObject({
      reason: 'slot-gone',
    });
    world.clock.moveTo('2026-06-14T23:00:00.000Z');
    expect(await ahead()).toEqual(['2026-06-15 9', '2026-06-29 9']);
  });

  test('is refused by those who do not serve the official, for another one’s, and where it does not fit', async () => {
    expect((await put({}, MONDAYS, 'secretary.homes')).status).toBe(404);
    expect((await put({}, MONDAYS, 'clerk.harbour')).status).toBe(403);
    const taken = await put({}, { ...MONDAYS, template: 'lakeside-alderman-2' });
    expect(taken.body.fields).toMatchObject([{ path: 'template', problem: 'other-official' }]);
    const outside = await put({ to: '20:00' });
    expect(outside).toMatchObject({ status: 422, body: { fields: [{ path: 'to', problem: 'outside-hours' }] } });
    await put();
    const over = await put({}, { ...MONDAYS, template: 'again' });
    expect(over).toMatchObject({ status: 422, body: { type: 'session-impossible', facts: { why: 'over-template' } } });
    expect(over.body.detail).toEqual(expect.stringContaining('template'));
    expect((await put({ weekdays: [0] })).body.fields).toMatchObject([{ path: 'weekdays.0' }]);
  });

  test('tells the clerk on which days nothing can be held, and why', async () => {
    const body = { venue: 'harbour-office', mode: 'in-person', on: '2026-06-15', from: '11:00', to: '13:00' };
    await world.call(SECRETARY, planSession, { params: official, body });
    await world.directory.put('eastmere', 'city', {
      ...world.office().city,
      calendar: {
        ...world.office().city.calendar,
        holidays: [{ on: '2026-06-29', name: { en: 'Regatta', fa: 'قایقرانی' } }],
      },
    });
    await put();
    const days = await daysOf();
    expect(days.find(({ on }) => on === '2026-06-15')).toMatchObject({
      ...{ state: 'impossible', why: 'overlaps', because: 'The official has another session then.' },
    });
    expect(days.find(({ on }) => on === '2026-06-29')).toMatchObject({
      ...{ state: 'impossible', why: 'holiday', holiday: 'Regatta' },
    });
  });

  test('is followed day by day, each session once, whatever became of it', async () => {
    await put();
    const params = { session: 'harbour-mondays.2026-06-15' };
    await world.call(SECRETARY, cancelSession, { params, body: {} });
    const moved = { session: 'harbour-mondays.2026-06-29' };
    await world.call(SECRETARY, changeSession, { params: moved, body: { on: '2026-06-30' } });
    const before = (await sessions()).length;

    await run(world);
    expect(await sessions()).toHaveLength(before);
    expect(await daysOf()).toContainEqual(expect.objectContaining({ on: '2026-06-15', state: 'cancelled' }));

    world.clock.moveTo('2026-06-15T06:00:00.000Z');
    const [first, second] = await Promise.all([run(world), run(world)]);
    expect(first.failed + second.failed).toBe(0);
    const ids = (await sessions()).map(({ id }) => id);
    expect(ids.filter((id) => id === 'harbour-mondays.2026-07-13')).toHaveLength(1);
    expect(await run(world)).toEqual({ planned: 0, failed: 0 });
  });

  test('ends on a day, and what it has planned stays until somebody cancels it', async () => {
    await put();
    const end = (endsOn: string, who = SECRETARY, params = MONDAYS) =>
      world.call(who, endSessionTemplate, { params, body: { endsOn } });
    expect((await end('2026-06-16', 'secretary.homes')).status).toBe(404);
    expect((await end('2026-06-16', SECRETARY, { ...MONDAYS, template: 'nothing' })).status).toBe(404);
    expect((await end('2026-06-01')).body.fields).toMatchObject([{ path: 'endsOn', problem: 'in-the-past' }]);
    expect((await end('2026-06-16')).body).toMatchObject({ endsOn: '2026-06-16' });
    expect((await daysOf()).map(({ on }) => on)).toEqual(['2026-06-08', '2026-06-15']);
    expect(await sessions()).toHaveLength(3);
    expect((await run(world)).failed).toBe(0);
    expect(await sessions()).toHaveLength(3);
  });
});

test.each(['eastmere', 'tehran'] as const)(
  'The seeded templates of %s fit, and their sessions are planned once',
  async (city) => {
    const world = await createStaffWorld({ city });
    for (const template of world.office().templates) {
      expect(fitTemplate(template, world.context()), template.id).toMatchObject({ agreed: true });
    }
    const { planned, failed } = await run(world);
    expect(failed).toBe(0);
    expect(planned).toBeGreaterThan(4);
    expect(await run(world)).toEqual({ planned: 0, failed: 0 });
  },
);
