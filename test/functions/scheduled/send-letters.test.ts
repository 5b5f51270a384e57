import { beforeEach, describe, expect, test } from 'vitest';
import { addInformation, askOffice } from '../../../domain/citizen-word.ts';
import { correct } from '../../../domain/correction.ts';
import type { Request } from '../../../domain/request.ts';
import { ticketOf } from '../../../domain/ticket.ts';
import { plusMinutes } from '../../../domain/time.ts';
import { ask } from '../../../domain/triage.ts';
import { cancel } from '../../../domain/turns.ts';
import { run } from '../../../functions/scheduled/send-letters.ts';
import { answer as passDeadline } from '../../../functions/tasks/pass-deadline.ts';
import { take, toScheduled } from '../../support/lives.ts';
import { applicantOf, createWorld, type World } from '../../support/world.ts';

const NOTHING = { sent: 0, overtaken: 0, undeliverable: 0, unknown: 0, failed: 0, passed: 0 };

describe('Sending letters', () => {
  let world: World;

  beforeEach(async () => {
    world = await createWorld();
  });

  const resultsOf = async (request: Request) =>
    (await world.letters.of(world.city, request.id)).map(({ template, result }) => [template, result]);

  test('sends each letter once, with a reference that names it for good', async () => {
    const request = await world.submitRequest();

    const first = await run(world);
    const second = await run(world);

    expect(first).toEqual({ ...NOTHING, sent: 1 });
    expect(second).toEqual(NOTHING);
    expect(world.sms.sent).toEqual([
      expect.objectContaining({ to: '+447700900123', reference: `${request.id}.triage.1.0` }),
    ]);
    expect(await resultsOf(request)).toEqual([['submitted', 'sent']]);
  });

  test('two senders at once send it once', async () => {
    await world.submitRequest();

    const [one, two] = await Promise.all([run(world), run(world)]);

    expect(one.sent + two.sent).toBe(1);
    expect(world.sms.sent).toHaveLength(1);
  });

  test('writes to an e-mail address where the addressee prefers that, in their language', async () => {
    const applicant = applicantOf(world.office(), world.clock.now());
    await world.submitRequest({
      parties: [
        {
          ...applicant,
          language: 'fa',
          contacts: [...applicant.contacts, { kind: 'email', value: 'one@example.com', proven: true, preferred: true }],
        },
      ],
    });

    await run(world);

    expect(world.sms.sent).toEqual([]);
    expect(world.mail.sent).toEqual([
      expect.objectContaining({ to: 'one@example.com', subject: 'submitted', text: expect.stringContaining('fa:') }),
    ]);
  });

  test('writes to the representative instead of the applicant', async () => {
    const applicant = applicantOf(world.office(), world.clock.now());
    const helper = {
      ...applicant,
      ...{ number: 2, role: 'representative' as const, ground: 'helper' as const, language: 'fa' },
      contacts: [{ kind: 'mobile' as const, value: '+447700900456', proven: true }],
    };
    await world.submitRequest({ parties: [applicant, helper] });

    await run(world);

    expect(world.sms.sent.map(({ to }) => to)).toEqual(['+447700900456']);
  });

  test('writes in the language that a correction has put right', async () => {
    const request = await world.submitRequest();
    await take(world, request, (current, context) =>
      correct(current, { field: 'language', language: 'fa' }, { reason: 'Reads Persian.', events: [] }, context),
    );

    await run(world);

    expect(world.sms.sent.map(({ text }) => text.slice(0, 3))).toEqual(['fa:', 'fa:']);
  });

  test('asks nobody for what has been given meanwhile', async () => {
    const request = await world.submitRequest();
    await take(world, request, (current, context) => ask(current, { text: 'Which pier?' }, context));
    await take(world, request, (current, context) =>
      addInformation(current, { text: 'East.', documents: [] }, context),
    );

    await run(world);

    expect(await resultsOf(request)).toEqual([
      ['submitted', 'sent'],
      ['question', 'overtaken'],
    ]);
  });

  test('writes to whoever holds the role at that moment', async () => {
    const request = await world.submitRequest();
    world.clock.moveTo(request.until);
    await passDeadline(ticketOf(request, 1), world);
    const { owner } = await take(world, request, (read, context) => askOffice(read, { text: 'When?' }, context));

    await run(world);

    expect(owner).toMatchObject({ kind: 'staff', role: expect.not.stringMatching('expert') });
    expect(world.mail.sent.map(({ subject }) => subject)).toEqual(['message']);
    expect(world.mail.sent[0]?.to).toContain('@eastmere.example');
  });

  test('gives the clerk a call task for what the gateway refuses, and does not try again', async () => {
    const request = await world.submitRequest();
    world.sms.answer = 'refuse';

    expect(await run(world)).toEqual({ ...NOTHING, undeliverable: 1 });
    world.sms.answer = 'accept';
    world.clock.forward(600);
    expect(await run(world)).toEqual(NOTHING);

    const tasks = await world.callTasks.list(world.city, request.unit, { limit: 10 });
    expect(tasks.items).toEqual([
      expect.objectContaining({ request: request.id, about: 'submitted', why: 'undeliverable' }),
    ]);
  });

  test('tries again later when the gateway is busy, and asks for a call after eight attempts', async () => {
    const request = await world.submitRequest();
    world.sms.answer = 'be-busy';

    const ends: string[] = [];
    for (let minute = 0; minute < 200; minute += 1) {
      const { failed, undeliverable } = await run(world);
      if (failed > 0) ends.push(`${minute} failed`);
      if (undeliverable > 0) ends.push(`${minute} undeliverable`);
      world.clock.forward(1);
    }

    expect(ends).toEqual([
      ...['0 failed', '1 failed', '3 failed', '7 failed', '15 failed', '31 failed', '63 failed'],
      '127 undeliverable',
    ]);
    expect((await world.callTasks.list(world.city, request.unit, { limit: 10 })).items).toHaveLength(1);
  });

  test('repeats a decision once when nobody knows whether it went out, and then says so', async () => {
    const request = await world.submitRequest();
    world.sms.answer = 'fall-silent';

    const ends = [];
    for (let minute = 0; minute < 10; minute += 1) {
      ends.push(await run(world));
      world.clock.forward(1);
    }

    expect(ends.filter(({ failed }) => failed > 0)).toHaveLength(2);
    expect(ends.filter(({ unknown }) => unknown > 0)).toHaveLength(1);
    expect(await resultsOf(request)).toEqual([['submitted', 'unknown']]);
  });

  describe('through gateways that know references', () => {
    const attemptsOf = async (request: Request) =>
      (await world.letters.of(world.city, request.id)).map(({ attempts, result }) => [attempts, result]);
    let claims: number;

    beforeEach(() => {
      claims = 0;
      const claim = world.letters.claim.bind(world.letters);
      world.letters.claim = (...asked) => {
        claims += 1;
        return claim(...asked);
      };
      Object.assign(world.sms, { knowsReferences: true });
      Object.assign(world.mail, { knowsReferences: true });
    });

    test('writes no claim, for two senders at once give the same message the same name', async () => {
      const request = await world.submitRequest();

      await Promise.all([run(world), run(world)]);

      expect(new Set(world.sms.sent.map(({ reference }) => reference)).size).toBe(1);
      expect(await attemptsOf(request)).toEqual([[1, 'sent']]);
      expect(await run(world)).toEqual(NOTHING);
      expect(claims).toBe(0);
    });

    test('repeats what nobody knows the end of, later each time, and says so after eight attempts', async () => {
      const request = await world.submitRequest();
      world.sms.answer = 'fall-silent';

      const minutes: number[] = [];
      for (let minute = 0; minute < 300; minute += 1) {
        if ((await run(world)).failed > 0) minutes.push(minute);
        world.clock.forward(1);
      }

      expect(minutes).toEqual([0, 1, 3, 7, 15, 31, 63, 127]);
      expect(await attemptsOf(request)).toEqual([[9, 'unknown']]);
    });

    test('puts off what a busy gateway did not take', async () => {
      const request = await world.submitRequest();
      world.sms.answer = 'be-busy';
      expect(await run(world)).toEqual({ ...NOTHING, failed: 1 });
      expect(await run(world)).toEqual(NOTHING);
      world.sms.answer = 'accept';
      world.clock.forward(1);
      expect(await run(world)).toEqual({ ...NOTHING, sent: 1 });
      expect(await attemptsOf(request)).toEqual([[2, 'sent']]);
    });
  });

  describe('with a reminder', () => {
    let request: Request;

    beforeEach(async () => {
      request = await toScheduled(world, await world.submitRequest(), 10);
      await run(world);
      world.sms.sent.length = 0;
      world.clock.moveTo(request.until);
      await passDeadline(ticketOf(request, 1), world);
    });

    test('sends it while the turn stands', async () => {
      expect(await run(world)).toEqual({ ...NOTHING, sent: 1 });
      expect(world.sms.sent[0]?.text).toContain('reminder');
    });

    test('never sends it after the turn was cancelled', async () => {
      await take(world, request, (read, context) => cancel(read, {}, context));

      const sent = await run(world);

      expect(sent).toMatchObject({ overtaken: 1, sent: 1 });
      expect(world.sms.sent.map(({ text }) => text.split(' ')[1])).toEqual(['cancelled']);
    });

    test('never sends it after the start, but does after an outage that ended before', async () => {
      const startsAt = request.appointment?.startsAt ?? '';
      world.sms.answer = 'be-busy';
      await run(world);
      world.sms.answer = 'accept';

      world.clock.moveTo(plusMinutes(startsAt, -1));
      const before = await run(world);
      expect(before.sent).toBe(1);

      await passDeadline(ticketOf((await world.requests.find(world.city, request.id)) ?? request, 1), world);
      world.clock.moveTo(startsAt);
      expect(await run(world)).toMatchObject({ sent: 0, overtaken: 1 });
    });

    test('is not repeated when nobody knows whether it went out', async () => {
      world.sms.answer = 'fall-silent';
      await run(world);
      world.sms.answer = 'accept';
      world.clock.forward(5);

      expect(await run(world)).toEqual({ ...NOTHING, unknown: 1 });
      expect(world.sms.sent).toEqual([]);
    });
  });
});
