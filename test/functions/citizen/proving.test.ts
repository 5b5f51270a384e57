import { beforeEach, describe, expect, test } from 'vitest';
import { confirmContact, openPersonalLink, proveContact } from '../../../contract/citizen/proofs.ts';
import { myRequests, printSlip, trackRequest } from '../../../contract/citizen/requests.ts';
import { toPersianDigits } from '../../../domain/say-time.ts';
import { type CitizenWorld, createCitizenWorld } from './citizen-world.ts';

const CONTACT = { kind: 'mobile', value: '07700 900123' };

describe('Proving a contact', () => {
  let world: CitizenWorld;
  beforeEach(async () => {
    world = await createCitizenWorld();
  });
  const prove = (contact: object = CONTACT, more: object = {}) =>
    world.call(proveContact, { body: { contact, ...more } });
  const codeIn = (text: string | undefined) => /\d{8}/.exec(text ?? '')?.[0] ?? '';
  const confirm = (proofId: unknown, code: string) => world.call(confirmContact, { body: { proofId, code } });

  test('sends a code at once, shows where to without telling it, and asks for it in any digits', async () => {
    const request = await world.submitted();
    const proved = await prove();
    expect(proved).toMatchObject({ status: 202, body: { sentTo: '**********123' } });
    const [message] = world.sms.sent;
    expect(message?.to).toBe('+447700900123');
    const confirmed = await confirm(proved.body.proofId, ` ${toPersianDigits(codeIn(message?.text))} `);
    expect(confirmed.status).toBe(201);
    const mine = await world.call(myRequests, { token: confirmed.body.token as string });
    expect(mine.body.requests).toMatchObject([{ id: request.id }]);
  });

  test('answers the same whether or not the number is known', async () => {
    await world.submitted();
    const [known, unknown] = [await prove(), await prove({ kind: 'mobile', value: '07700 900999' })];
    expect(Object.keys(unknown.body)).toEqual(Object.keys(known.body));
    expect(unknown.status).toBe(known.status);
    const email = await prove({ kind: 'email', value: 'Someone@Example.org' }, { language: 'fa' });
    expect(email.body.sentTo).toBe('s***@example.org');
    expect(world.mail.sent[0]?.text).toContain('کد تأیید شما');
  });

  test.each([
    ['mobile', '12'],
    ['email', 'nowhere'],
  ])('refuses what cannot be a %s', async (kind, value) => {
    expect((await prove({ kind, value })).body.fields).toMatchObject([
      { path: 'contact.value', problem: 'wrong-format' },
    ]);
  });

  test('says when no message can be sent there, and when none can be sent at all', async () => {
    world.sms.answer = 'refuse';
    expect((await prove()).body.fields).toMatchObject([{ path: 'contact.value', problem: 'not-reached' }]);
    world.sms.answer = 'be-busy';
    expect(await prove()).toMatchObject({ status: 500, body: { type: 'fault' } });
  });

  test('takes a code once, in time, and only five tries', async () => {
    const { body } = await prove();
    const code = codeIn(world.sms.sent[0]?.text);
    const wrong = code === '00000000' ? '11111111' : '00000000';
    expect((await confirm(body.proofId, '12')).body.fields).toMatchObject([{ path: 'code' }]);
    expect(await confirm(body.proofId, wrong)).toMatchObject({ status: 422, body: { type: 'code-wrong' } });
    expect((await confirm(body.proofId, code)).status).toBe(201);
    expect(await confirm(body.proofId, code)).toMatchObject({ status: 422, body: { type: 'code-expired' } });

    const late = await prove();
    world.clock.forward(11);
    expect((await confirm(late.body.proofId, codeIn(world.sms.sent[1]?.text))).body.type).toBe('code-expired');

    const tried = await prove();
    for (let time = 0; time < 5; time += 1) await confirm(tried.body.proofId, wrong);
    expect(await confirm(tried.body.proofId, wrong)).toMatchObject({
      status: 422,
      body: { type: 'code-expired' },
    });
  });

  test('is possible ten times a day for one number', async () => {
    for (let time = 0; time < 10; time += 1) expect((await prove()).status).toBe(202);
    expect((await prove()).status).toBe(429);
    expect(world.sms.sent).toHaveLength(10);
  });
});

describe('A personal link', () => {
  let world: CitizenWorld;
  let token: string;
  beforeEach(async () => {
    world = await createCitizenWorld();
    token = await world.sessionOf();
  });

  test('opens its one request, with or without the code, until a new slip is printed', async () => {
    const [request, other] = [await world.submitted(), await world.submitted()];
    const slip = await world.call(printSlip, { token, params: { id: request.id } });
    expect(slip.status).toBe(201);
    const secret = slip.body.personalLink as string;
    const opened = await world.call(openPersonalLink, { body: { secret, code: request.code.toLowerCase() } });
    expect(opened).toMatchObject({ status: 201, body: { request: request.id } });
    const link = opened.body.token as string;
    expect((await world.call(trackRequest, { token: link, params: { id: request.id } })).status).toBe(200);
    expect((await world.call(trackRequest, { token: link, params: { id: other.id } })).status).toBe(404);
    expect((await world.call(myRequests, { token: link })).body.requests).toMatchObject([{ id: request.id }]);

    await world.call(printSlip, { token, params: { id: request.id } });
    expect((await world.call(openPersonalLink, { body: { secret } })).status).toBe(404);
    expect((await world.call(trackRequest, { token: link, params: { id: request.id } })).status).toBe(404);
  });

  test('tells nothing to whoever guesses', async () => {
    const [request, other] = [await world.submitted(), await world.submitted()];
    const { body } = await world.call(printSlip, { token, params: { id: request.id } });
    const guesses = [
      { secret: 'x' },
      { secret: `${request.id}.guess` },
      { secret: `${other.id}.${(body.personalLink as string).split('.')[1]}` },
      { secret: body.personalLink, code: other.code },
    ];
    const replies = await Promise.all(guesses.map((guess) => world.call(openPersonalLink, { body: guess })));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(replies[0]?.status).toBe(404);
  });
});
