import { beforeEach, describe, expect, test } from 'vitest';
import { findCases, showCase } from '../../../contract/staff/case.ts';
import { correctRequest } from '../../../contract/staff/correction.ts';
import { printSlip } from '../../../contract/staff/registration.ts';
import { recordAttendance } from '../../../domain/meeting.ts';
import { refuse } from '../../../domain/outcome.ts';
import type { Request } from '../../../domain/request.ts';
import { answerInWriting, ask, decline } from '../../../domain/triage.ts';
import { cancel } from '../../../domain/turns.ts';
import { serveAll } from '../../../functions/http/serve.ts';
import { staffAnswers } from '../../../functions/staff/answers.ts';
import { acceptIt, take, toScheduled } from '../../support/lives.ts';
import { createStaffWorld, type StaffWorld } from './staff-world.ts';

describe('A correction', () => {
  let world: StaffWorld;
  let request: Request;
  beforeEach(async () => {
    world = await createStaffWorld();
    request = await world.submitRequest({ official: 'harbour-alderman' });
  });
  const reason = 'Misread at the counter';
  const correct = (body: object, username = 'clerk.harbour') =>
    world.call(username, correctRequest, { params: { id: request.id }, body: { reason, ...body } });
  const stored = async () => {
    const found = await world.requests.find('eastmere', request.id);
    if (!found) throw new Error('The request is there');
    return found;
  };

  test.each([
    [{ field: 'topic', topic: 'waste' }, { topic: 'waste' }],
    [{ field: 'urgent', urgent: true }, { urgent: true }],
    [
      { field: 'received-on', receivedOn: { on: '2026-05-01', precision: 'day' } },
      { receivedOn: { on: '2026-05-01' } },
    ],
  ])('of %o is made, and keeps the stage', async (body, becomes) => {
    expect(await correct(body)).toMatchObject({ status: 200, body: { ...becomes, status: 'submitted', version: 2 } });
  });

  test('of the language changes the language of the letters', async () => {
    await correct({ field: 'language', language: 'fa' });
    expect((await stored()).language).toBe('fa');
  });

  test.each([
    [{ field: 'topic', topic: 'nothing' }, 'topic'],
    [{ field: 'language', language: 'de' }, 'language'],
    [{ field: 'received-on', receivedOn: { on: '2030-01-01', precision: 'day' } }, 'receivedOn.on'],
    [{ field: 'name', party: 7, name: 'Nobody Here' }, 'party'],
    [{ field: 'identity', party: 1, identity: { kind: 'company-number', value: '12345678' } }, 'identity.kind'],
    [{ field: 'contacts', party: 1, contacts: [{ kind: 'mobile', value: '12' }] }, 'contacts.0.value'],
  ])('of %o is refused and names the field', async (body, path) => {
    expect(await correct(body)).toMatchObject({ status: 422, body: { fields: [{ path }] } });
  });

  test('needs a reason, and its event names the field and who, never the old value', async () => {
    expect((await correct({ field: 'urgent', urgent: true, reason: '' })).status).toBe(422);
    await correct({ field: 'name', party: 1, name: 'Applicant Won' });
    const { body } = await world.call('clerk.harbour', showCase, { params: { id: request.id } });
    expect(body.parties).toMatchObject([{ name: 'Applicant Won' }]);
    expect((body.timeline as object[]).at(-1)).toEqual({
      ...{ kind: 'corrected', at: world.clock.now(), by: 'staff', username: 'clerk.harbour', internal: false },
      ...{ text: reason, facts: { field: 'name' } },
    });
    expect(JSON.stringify(body)).not.toContain('Applicant One');
  });

  test('of a name makes the case found by the new one only', async () => {
    await correct({ field: 'name', party: 1, name: 'Somebody Else' });
    const found = async (name: string) =>
      (await world.call('clerk.harbour', findCases, { body: { by: 'name', name } })).body.items as unknown[];
    expect(await found('somebody')).toHaveLength(1);
    expect(await found('applicant')).toHaveLength(0);
  });

  test('of a contact ends every way to read that the old one had opened', async () => {
    await world.call('clerk.harbour', printSlip, { params: { id: request.id }, body: {} });
    const before = await stored();
    await correct({ field: 'contacts', party: 1, contacts: [{ kind: 'email', value: 'Two@Example.org' }] });
    const after = await stored();
    expect(before.linkKey).toBeDefined();
    expect(after.linkKey).toBeUndefined();
    expect(after.readers).toEqual([world.keys.hash('eastmere', 'contact', 'two@example.org')]);
    expect(after.reach).toBe('email');
    expect(after.applicantKey).toBe(before.applicantKey);
  });

  test('of an identity number leaves contacts and link as they are', async () => {
    await world.call('clerk.harbour', printSlip, { params: { id: request.id }, body: {} });
    const before = await stored();
    await correct({ field: 'identity', party: 1, identity: { kind: 'resident-card', value: 'EM000009' } });
    const after = await stored();
    expect(after).toMatchObject({ linkKey: before.linkKey, readers: before.readers });
    expect(after.applicantKey).not.toBe(before.applicantKey);
  });

  test('is made by the unit’s staff for some working days, later by its manager only', async () => {
    world.clock.moveTo('2026-06-16T09:00:00.000Z');
    const late = await correct({ field: 'topic', topic: 'waste' });
    expect(late).toMatchObject({ status: 409, body: { type: 'too-late', facts: { decides: 'unit-manager' } } });
    expect((await correct({ field: 'topic', topic: 'waste' }, 'manager.old-town')).status).toBe(404);
    expect((await correct({ field: 'topic', topic: 'waste' }, 'manager.harbour')).status).toBe(200);
  });

  test.each([
    ['needs-info', () => take(world, request, (read, context) => ask(read, { text: 'x' }, context))],
    ['answered', () => take(world, request, (read, context) => answerInWriting(read, { text: 'x' }, context))],
    [
      'declined',
      () => take(world, request, (read, context) => decline(read, { reasonCode: 'other', text: 'x' }, context)),
    ],
    ['waiting', () => acceptIt(world, request)],
  ])('takes %s back to submitted', async (status, lead) => {
    expect((await lead()).status).toBe(status);
    expect((await correct({ field: 'status' })).body).toMatchObject({ status: 'submitted' });
    expect(await stored()).not.toHaveProperty('acceptedAt');
    expect((await correct({ field: 'status' })).body.type).toBe('wrong-state');
  });

  test('takes met back to scheduled, with the turn', async () => {
    const scheduled = await toScheduled(world, request, 7);
    world.clock.moveTo(scheduled.appointment?.startsAt ?? '');
    await take(world, request, (read, context) => recordAttendance(read, 'arrived', context));
    const back = await correct({ field: 'status' });
    expect(back.body).toMatchObject({ status: 'scheduled', appointment: { slot: scheduled.appointment?.slot } });
  });

  test('takes no stage back once a turn was given away', async () => {
    await toScheduled(world, request, 7);
    await take(world, request, (read, context) => cancel(read, {}, context));
    expect((await correct({ field: 'status' })).body).toMatchObject({ type: 'wrong-state', state: 'waiting' });
  });

  test('lost to another decision is made once more on what stands there then', async () => {
    let lost = 0;
    const caseFiles = new Proxy(world.caseFiles, {
      get: (port, name) =>
        name === 'correctParties' && lost++ === 0
          ? async () => refuse('changed-meanwhile')
          : Reflect.get(port, name).bind(port),
    });
    const handler = serveAll(staffAnswers, { ...world, caseFiles });
    const body = { reason, field: 'name', party: 1, name: 'Applicant Won' };
    const told = { params: { id: request.id }, body };
    expect((await world.callOn(handler, 'clerk.harbour', correctRequest, told)).status).toBe(200);
  });
});
