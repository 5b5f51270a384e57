import { beforeEach, describe, expect, test } from 'vitest';
import { findCases, revealIdentity, showCase } from '../../../contract/staff/case.ts';
import { countDesk, listDesk } from '../../../contract/staff/desk.ts';
import { whoAmI } from '../../../contract/staff/me.ts';
import { offer } from '../../../domain/offers.ts';
import type { Request } from '../../../domain/request.ts';
import { accept } from '../../../domain/triage.ts';
import { planMorning, take } from '../../support/lives.ts';
import { createStaffWorld, type StaffWorld } from './staff-world.ts';

describe('Who is signed in', () => {
  test('is told their roles and what they allow', async () => {
    const world = await createStaffWorld();
    const { status, body } = await world.call('owner.harbour', whoAmI);
    expect(status).toBe(200);
    expect(body).toMatchObject({ username: 'owner.harbour', city: 'eastmere', permissions: ['report-orders'] });
    expect(body.roles).toEqual([{ role: 'owner', unit: 'harbour', says: 'Follow-up officer – Harbour Ward' }]);
  });

  test('is nobody without a token, in another city, and after their last day', async () => {
    const world = await createStaffWorld();
    expect((await world.call(undefined, whoAmI)).status).toBe(401);
    expect((await world.call('clerk.d06', whoAmI)).body.type).toBe('sign-in-needed');
    const clerk = await world.directory.user('eastmere', 'clerk.hq');
    if (!clerk) throw new Error('The seed has a clerk');
    await world.directory.put('eastmere', 'user', { ...clerk, endsOn: '2026-06-07' });
    expect((await world.call('clerk.hq', whoAmI)).status).toBe(401);
  });

  test('reads the answer in their language', async () => {
    const world = await createStaffWorld();
    const { body } = await world.call(undefined, whoAmI, { language: 'fa' });
    expect(body.title).toContain('وارد شوید');
  });
});

describe('A desk', () => {
  let world: StaffWorld;
  beforeEach(async () => {
    world = await createStaffWorld();
    for (let made = 0; made < 5; made += 1) {
      await world.submitRequest({ official: 'harbour-alderman' });
      world.clock.forward(1);
    }
  });
  const triage = { pile: 'triage', of: 'harbour' };

  test('is read page by page, oldest first', async () => {
    const first = await world.call('expert.harbour', listDesk, { params: triage, query: { limit: '2' } });
    expect(first.body.items).toHaveLength(2);
    const second = await world.call('expert.harbour', listDesk, {
      params: triage,
      query: { limit: '3', after: String(first.body.next) },
    });
    expect(second.body.items).toHaveLength(3);
    expect(second.body.next).toBeUndefined();
    const times = [first, second].flatMap(({ body }) => (body.items as Request[]).map((item) => item.submittedAt));
    expect(times).toEqual(times.toSorted());
  });

  test('is counted', async () => {
    const { body } = await world.call('expert.harbour', countDesk, { params: triage });
    expect(body).toEqual({ count: 5 });
  });

  test('is not found by those of another unit, nor is one that does not exist', async () => {
    const foreign = await world.call('expert.old-town', listDesk, { params: triage });
    const unknown = await world.call('expert.old-town', listDesk, { params: { pile: 'triage', of: 'nowhere' } });
    expect(foreign.status).toBe(404);
    expect(unknown).toEqual(foreign);
  });

  test('is read by the units above and by the coordinator, not by the administrator', async () => {
    expect((await world.call('manager.hq', listDesk, { params: triage })).status).toBe(200);
    expect((await world.call('coordinator', listDesk, { params: triage })).status).toBe(200);
    expect((await world.call('administrator', listDesk, { params: triage })).status).toBe(403);
  });

  test('shows who serves one official of a unit only the requests to that one', async () => {
    await world.submitRequest({ official: 'hq-mayor' });
    await world.submitRequest({ official: 'hq-deputy' });
    const params = { pile: 'triage', of: 'hq' };
    const { body } = await world.call('official.hq-mayor', listDesk, { params });
    expect((body.items as Request[]).map((item) => item.official)).toEqual(['hq-mayor']);
  });
});

describe('A case', () => {
  let world: StaffWorld;
  let request: Request;
  beforeEach(async () => {
    world = await createStaffWorld();
    request = await world.submitRequest({ official: 'harbour-alderman' });
  });
  const params = () => ({ id: request.id });

  test('shows everything but the identity number, and writes down who looked', async () => {
    const { status, body } = await world.call('clerk.harbour', showCase, { params: params() });
    expect(status).toBe(200);
    expect(body.parties).toMatchObject([{ name: 'Applicant One', identity: { masked: '•••••001' } }]);
    expect(JSON.stringify(body)).not.toContain('EM000001');
    expect(body.looks).toMatchObject([{ username: 'clerk.harbour' }]);
    expect(body.timeline).toMatchObject([{ kind: 'submitted' }]);
    expect(body.letters).toMatchObject([{ template: 'submitted', result: 'waiting' }]);
    expect(body.permissions).toContain('act-for-citizen');
  });

  test('names the citizen as such, in the reader’s language, and where the turn will be', async () => {
    const [slot] = await planMorning(world, request, 7);
    if (!slot) throw new Error('A morning has slots');
    await take(world, request, (current, context) => accept(current, {}, context));
    await take(world, request, (current, context) => offer(current, [slot], context));
    const { body } = await world.call('secretary.harbour', showCase, { params: params(), language: 'fa' });
    expect(body).toMatchObject({
      request: { next: { owner: { says: 'شهروند' } } },
      letters: [{ to: 'شهروند' }, { to: 'شهروند' }, { to: 'شهروند' }],
      sessions: [{ id: slot.session, mode: 'in-person' }],
    });
  });

  test('of another unit and one that does not exist look the same', async () => {
    const foreign = await world.call('clerk.old-town', showCase, { params: params() });
    const unknown = await world.call('clerk.old-town', showCase, { params: { id: '0'.repeat(26) } });
    const noId = await world.call('clerk.old-town', showCase, { params: { id: 'x' } });
    expect(foreign.status).toBe(404);
    expect(unknown).toEqual(foreign);
    expect(noId).toEqual(foreign);
    expect(await world.caseFiles.looks('eastmere', request.id)).toEqual([]);
  });

  test('reveals an identity number for a reason, which is kept', async () => {
    const body = { party: 1, reason: 'Checking the deed' };
    const revealed = await world.call('manager.harbour', revealIdentity, { params: params(), body });
    expect(revealed.body).toMatchObject({ value: 'EM000001' });
    expect(await world.caseFiles.looks('eastmere', request.id)).toMatchObject([
      { username: 'manager.harbour', why: 'Checking the deed' },
    ]);
  });

  test('reveals nothing without a reason, nor to a clerk', async () => {
    const silent = await world.call('manager.harbour', revealIdentity, { params: params(), body: { party: 1 } });
    expect(silent).toMatchObject({ status: 422, body: { fields: [{ path: 'reason', problem: 'missing' }] } });
    const clerk = await world.call('clerk.harbour', revealIdentity, {
      params: params(),
      body: { party: 1, reason: 'Curiosity' },
    });
    expect(clerk.status).toBe(403);
    expect(await world.caseFiles.looks('eastmere', request.id)).toEqual([]);
  });

  test.each([
    ['code', () => ({ by: 'code', code: request.code.toLowerCase() })],
    ['mobile', () => ({ by: 'mobile', mobile: '07700 900123' })],
    ['identity number', () => ({ by: 'identity', identity: 'em-000001' })],
    ['words of a name', () => ({ by: 'name', name: 'one APPLICANT' })],
  ])('is found by %s inside the caller’s part of the city', async (_, wanted) => {
    const found = await world.call('clerk.harbour', findCases, { body: wanted() });
    expect((found.body.items as Request[]).map((item) => item.id)).toEqual([request.id]);
    const elsewhere = await world.call('clerk.old-town', findCases, { body: wanted() });
    expect(elsewhere.body.items).toEqual([]);
    const everywhere = await world.call('inspector', findCases, { body: wanted() });
    expect(everywhere.body.items).toHaveLength(1);
  });

  test.each([
    { by: 'code', code: 'nonsense' },
    { by: 'mobile', mobile: 'nonsense' },
    { by: 'identity', identity: '!' },
    { by: 'name', name: '!!' },
    { by: 'shoe-size', shoe: '42' },
  ])('is not looked for by $by that cannot be one', async (body) => {
    expect((await world.call('clerk.harbour', findCases, { body })).status).toBe(422);
  });
});
