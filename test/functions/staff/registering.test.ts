import { beforeEach, describe, expect, test } from 'vitest';
import { showCase } from '../../../contract/staff/case.ts';
import { printSlip, registerRequest } from '../../../contract/staff/registration.ts';
import type { Request } from '../../../domain/request.ts';
import { linkKeyOf } from '../../../functions/personal-link.ts';
import { createStaffWorld, type StaffWorld } from './staff-world.ts';

const applicant = {
  name: 'Applicant Two',
  identity: { kind: 'resident-card', value: 'em 000002' },
  contacts: [{ kind: 'mobile', value: '07700 900456' }],
};
const matter = { official: 'harbour-alderman', topic: 'other', channel: 'counter', text: 'The pier is unsafe.' };

describe('Registering for a citizen', () => {
  let world: StaffWorld;
  beforeEach(async () => {
    world = await createStaffWorld();
  });
  const register = (body: object, key?: string, username = 'clerk.harbour') =>
    world.call(username, registerRequest, { body, ...(key && { key }) });
  const made = async (body: object) => (await register(body)).body.request as Request;
  const stored = (request: Request) => world.requests.find('eastmere', request.id);

  test('puts it on the triage desk, told by SMS, with a link for the slip', async () => {
    const { status, body } = await register({ ...matter, applicant });
    expect(status).toBe(201);
    expect(body).toMatchObject({ request: { status: 'submitted', channel: 'counter', unit: 'harbour' } });
    const request = await stored(body.request as Request);
    expect(request).toMatchObject({ reach: 'sms', verified: true });
    expect(request?.linkKey).toBe(linkKeyOf('eastmere', String(body.link), world.keys));
    expect(world.workflow.started).toEqual([request?.id]);
  });

  test('says in the timeline who registered it, and for whom', async () => {
    const request = await made({ ...matter, applicant });
    const shown = await world.call('clerk.harbour', showCase, { params: { id: request.id } });
    expect(shown.body.timeline).toMatchObject([{ username: 'clerk.harbour', onBehalfOf: 'applicant' }]);
  });

  test('is the same act for the same key and content, without a second link', async () => {
    const first = await register({ ...matter, applicant }, 'counter-7-a');
    const second = await register({ ...matter, applicant }, 'counter-7-a');
    expect(second.status).toBe(201);
    expect((second.body.request as Request).id).toBe((first.body.request as Request).id);
    expect([first.body.created, second.body.created]).toEqual([true, false]);
    expect(second.body.link).toBeUndefined();
    expect(second.body.warning).toBeUndefined();
    expect(world.workflow.started).toHaveLength(1);
  });

  test('refuses the same key for another content, and a key that is none', async () => {
    await register({ ...matter, applicant }, 'counter-7-a');
    const other = await register({ ...matter, applicant, text: 'Another matter.' }, 'counter-7-a');
    expect(other).toMatchObject({ status: 422, body: { type: 'idempotency-key-reused' } });
    expect((await register({ ...matter, applicant }, 'short')).body).toMatchObject({
      fields: [{ path: 'Idempotency-Key' }],
    });
  });

  test('warns of another open request to the same official, and registers it', async () => {
    await register({ ...matter, applicant });
    const second = await register({ ...matter, applicant });
    expect(second).toMatchObject({ status: 201, body: { warning: 'open-request-exists' } });
  });

  test('leaves a bare name on paper unverified and silent', async () => {
    const request = await made({ ...matter, channel: 'paper', applicant: { name: 'Applicant Three' } });
    expect(await stored(request)).toMatchObject({ reach: 'silent', verified: false, readers: [] });
    expect(await world.letters.of('eastmere', request.id)).toEqual([]);
  });

  test('makes a call task for somebody without mobile or e-mail', async () => {
    const landline = [{ kind: 'landline', value: '01632 960123' }];
    const request = await made({ ...matter, applicant: { ...applicant, contacts: landline } });
    expect(await stored(request)).toMatchObject({ reach: 'call' });
    const tasks = await world.callTasks.list('eastmere', 'harbour', { limit: 10 });
    expect(tasks.items).toMatchObject([{ request: request.id, about: 'submitted', why: 'no-contact' }]);
  });

  test('starts a paper case as met, with its outcome due', async () => {
    const receivedOn = { on: '2025-11-01', precision: 'month' };
    const body = { ...matter, channel: 'paper', applicant: { name: 'Applicant Four' }, receivedOn, asMet: true };
    const request = await made(body);
    expect(request).toMatchObject({ status: 'met', receivedOn, version: 1 });
    expect((await stored(request))?.owner).toEqual({ kind: 'staff', role: 'secretary', unit: 'harbour' });
    expect((await stored(request))?.until.slice(0, 10)).toBe('2026-06-09');
  });

  test('names every field that is wrong at once', async () => {
    const { status, body } = await register({
      ...{ official: 'nobody', topic: 'nothing', channel: 'pigeon', text: 'x' },
      applicant: { ...applicant, identity: { kind: 'resident-card', value: 'EM1' }, language: 'de' },
      companions: [{ name: 'Companion', contacts: [{ kind: 'mobile', value: 'abc' }] }],
      receivedOn: { on: '2030-01-01', precision: 'day' },
      links: [{ kind: 'same-matter', request: 'A'.repeat(26) }],
    });
    expect(status).toBe(422);
    expect((body.fields as { path: string }[]).map(({ path }) => path).toSorted()).toEqual([
      'applicant.identity.value',
      'applicant.language',
      'channel',
      'companions.0.contacts.0.value',
      'links.0.request',
      'official',
      'receivedOn.on',
      'topic',
    ]);
  });

  test('refuses fields that nobody knows, and texts without end', async () => {
    const odd = await register({ ...matter, applicant, colour: 'red' });
    expect(odd.body.fields).toMatchObject([{ path: 'colour', problem: 'unrecognised' }]);
    const long = await register({ ...matter, applicant, text: 'a'.repeat(5001) });
    expect(long.body.fields).toMatchObject([{ path: 'text', problem: 'too-long' }]);
    const huge = await register({ ...matter, applicant, text: 'a'.repeat(300_000) });
    expect(huge.status).toBe(413);
    expect((await world.call('clerk.harbour', registerRequest, { body: '{"text":' })).status).toBe(400);
  });

  test('is done for the officials of one’s own unit only', async () => {
    expect((await register({ ...matter, applicant }, undefined, 'clerk.old-town')).status).toBe(404);
    expect((await register({ ...matter, applicant }, undefined, 'owner.harbour')).status).toBe(403);
  });

  test('prints another slip, whose link ends the one before', async () => {
    const first = await register({ ...matter, applicant });
    const { id } = first.body.request as Request;
    const again = await world.call('clerk.harbour', printSlip, { params: { id }, body: {} });
    expect(again.status).toBe(200);
    expect(again.body.link).not.toBe(first.body.link);
    const request = await world.requests.find('eastmere', id);
    expect(request?.linkKey).toBe(linkKeyOf('eastmere', String(again.body.link), world.keys));
  });
});
