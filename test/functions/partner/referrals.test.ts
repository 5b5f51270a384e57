import { beforeEach, describe, expect, test } from 'vitest';
import { myRequests } from '../../../contract/citizen/requests.ts';
import { caseStatus, referCase } from '../../../contract/partner/referrals.ts';
import { convert } from '../../../domain/conversion.ts';
import { accept } from '../../../domain/triage.ts';
import { openMeetingOf } from '../../../functions/staff/convert-into-meeting.ts';
import { agreed } from '../../support/world.ts';
import { type CitizenWorld, createCitizenWorld, OFFICIAL } from '../citizen/citizen-world.ts';

const CASE = {
  official: OFFICIAL,
  topic: 'transport',
  text: 'The caller wants to speak about the lamp at Pier 2.',
  applicant: { kind: 'person', name: 'Caller One', contacts: [{ kind: 'mobile', value: '07700 900123' }] },
  receivedOn: '2026-06-05',
};

describe('A case that a line refers', () => {
  let world: CitizenWorld;
  beforeEach(async () => {
    world = await createCitizenWorld();
    await world.directory.put(world.city, 'partner', { clientId: 'line', channel: 'street-line' });
    await world.directory.put(world.city, 'partner', { clientId: 'other-line', channel: 'phone' });
    await world.directory.put(world.city, 'partner', { clientId: 'ended', channel: 'phone', endsOn: '2026-06-07' });
  });
  const refer = (body: unknown = CASE, { reference = 'R-1', client = 'line', language = 'en' } = {}) =>
    world.call(referCase, { client, params: { reference }, body, language });
  const status = (client: string, reference = 'R-1') => world.call(caseStatus, { client, params: { reference } });

  test('is a request of its channel, with the line’s own reference', async () => {
    const referred = await refer();
    expect(referred).toMatchObject({ status: 200, body: { reference: 'R-1', status: 'submitted', unit: 'harbour' } });
    const file = await world.caseFiles.read(world.city, referred.body.id as string);
    expect(file?.request).toMatchObject({ channel: 'street-line', externalReference: 'R-1', verified: true });
    expect(file?.request.receivedOn).toEqual({ on: '2026-06-05', precision: 'day' });
    expect(file?.events.map(({ kind }) => kind)).toEqual(['submitted', 'referred-in']);
    expect(world.workflow.started).toEqual([referred.body.id]);
  });

  test('is the same case with the same body, however often it is referred', async () => {
    const first = await refer();
    expect(await refer()).toEqual(first);
    expect(await Promise.all([refer(), refer()])).toEqual([first, first]);
    expect(world.house.cases.size).toBe(1);
  });

  test('is refused under a reference that was used for another content', async () => {
    await refer();
    expect(await refer({ ...CASE, text: 'Something else entirely.' })).toMatchObject({
      status: 422,
      body: { type: 'idempotency-key-reused' },
    });
  });

  test('goes on under the same reference once it became a request to meet an official', async () => {
    const { body } = await refer();
    const complaint = await world.requests.find(world.city, String(body.id));
    if (!complaint) throw new Error('It was referred');
    const context = world.context({ actor: 'staff', username: 'expert.harbour' });
    const asked = { office: context.office, by: context.by, official: 'homes-director', reason: 'For the director.' };
    const meeting = agreed(await openMeetingOf(complaint, asked, world));
    agreed(await world.requests.replace(agreed(convert(complaint, meeting, asked.reason, context))));
    expect(await status('line')).toMatchObject({
      body: { reference: 'R-1', id: meeting.id, official: 'homes-director', status: 'submitted' },
    });
  });

  test('is not lost because its citizen has another one open', async () => {
    const identity = { kind: 'resident-card', value: 'EM000001' };
    const applicant = { ...CASE.applicant, identity };
    const [first, second] = [
      await refer({ ...CASE, applicant }),
      await refer({ ...CASE, applicant }, { reference: 'R-2' }),
    ];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.body.id).not.toBe(second.body.id);
  });

  test('is seen by its own line, as it stands, and by no other', async () => {
    const { body } = await refer();
    await world.take(body.id as string, (read, context) => accept(read, {}, context));
    expect(await status('line')).toMatchObject({ status: 200, body: { id: body.id, status: 'waiting' } });
    expect(await status('other-line')).toEqual(await status('line', 'R-9'));
    expect((await status('other-line')).status).toBe(404);
  });

  test('is found by its citizen once they have proven the contact', async () => {
    const { body } = await refer();
    const mine = await world.call(myRequests, { token: await world.sessionOf() });
    expect(mine.body.requests).toMatchObject([{ id: body.id }]);
  });

  test('with a bare name is not counted and not written to', async () => {
    const { body } = await refer({ ...CASE, applicant: { kind: 'person', name: 'A Name' } });
    const file = await world.caseFiles.read(world.city, body.id as string);
    expect(file?.request).toMatchObject({ verified: false, reach: 'silent' });
  });

  test.each(['en', 'fa'])('names every wrong field at once, in %s', async (language) => {
    const applicant = {
      ...{ kind: 'person', name: 'Caller One', language: 'xx', identity: { kind: 'passport', value: '1' } },
      contacts: [{ kind: 'mobile', value: '12' }],
    };
    const { status, body } = await refer({ ...CASE, official: 'nobody', applicant }, { language });
    expect(status).toBe(422);
    expect(body.fields).toMatchObject([
      { path: 'official', problem: 'unknown' },
      { path: 'applicant.identity.kind', problem: 'not-a-choice' },
      { path: 'applicant.language', problem: 'not-a-choice' },
      { path: 'applicant.contacts.0.value', problem: 'wrong-format' },
    ]);
    expect((body.fields as { message: string }[])[0]?.message).toMatch(language === 'fa' ? /چنین/ : /does not exist/);
  });

  test.each(['nobody', 'ended'])('is taken from no line that may not call: %s', async (client) => {
    expect((await refer(CASE, { client })).status).toBe(401);
    expect((await status(client)).status).toBe(401);
  });

  test.each(['-x', 'a'.repeat(81)])('has a reference of a sensible form, unlike %s', async (reference) => {
    expect(await refer(CASE, { reference })).toMatchObject({ status: 422, body: { fields: [{ path: 'reference' }] } });
    expect((await status('line', reference)).status).toBe(404);
  });

  test('was not received tomorrow', async () => {
    const { status, body } = await refer({ ...CASE, receivedOn: '2026-06-09' });
    expect([status, body.fields]).toMatchObject([422, [{ path: 'receivedOn', problem: 'in-the-future' }]]);
  });
});
