import { beforeEach, describe, expect, test } from 'vitest';
import { reportDone } from '../../../domain/orders.ts';
import { localDateOf, plusMinutes } from '../../../domain/time.ts';
import { run as escalate } from '../../../functions/scheduled/escalate-overdue.ts';
import { run } from '../../../functions/scheduled/send-digests.ts';
import { run as sendLetters } from '../../../functions/scheduled/send-letters.ts';
import { meet, take, toScheduled } from '../../support/lives.ts';
import { createWorld, type World } from '../../support/world.ts';

describe('The morning of the staff', () => {
  let world: World;
  let due: string;
  let requestId: string;

  /** A meeting with three orders to one ward, due on the same evening. */
  beforeEach(async () => {
    world = await createWorld();
    const scheduled = await toScheduled(world, await world.submitRequest(), 10);
    const orders = ['Mend the lamp.', 'Sweep the quay.', 'Paint the rail.'].map((text) => ({ text, unit: 'harbour' }));
    const request = await meet(world, scheduled, orders);
    due = request.until;
    requestId = request.id;
  });

  const runAt = async (at: string) => {
    world.clock.moveTo(at);
    return run(world);
  };
  const climbAt = async (at: string) => {
    world.clock.moveTo(at);
    await escalate(world);
  };
  const linesOf = async (username: string) =>
    (await world.digests.of(world.city, username, 5)).flatMap(({ on, lines }) =>
      lines.map(({ kind, order }) => `${on} ${kind} ${order}`),
    );
  const dayOf = (at: string) => localDateOf(at, world.office().city.timeZone);

  test('tells nobody at night, and one message to each in the morning, however much has climbed to them', async () => {
    await climbAt(due);
    expect(await run(world)).toMatchObject({ told: 0 });
    const morning = plusMinutes(due, 16 * 60);
    expect(await runAt(morning)).toMatchObject({ told: 1, failed: 0 });
    const on = dayOf(morning);
    expect(await linesOf('manager.harbour')).toEqual([`${on} climbed 1`, `${on} climbed 2`, `${on} climbed 3`]);
    const mails = world.mail.sent.filter(({ reference }) => reference.endsWith('manager.harbour'));
    expect(mails.length).toBe(1);
    const gathered = (await world.letters.of(world.city, requestId)).filter(({ template }) => template === 'escalated');
    expect(gathered.at(-1)?.result).toBe('sent');
  });

  test('says nothing twice, though it runs all day and breaks off after writing', async () => {
    await climbAt(due);
    const morning = plusMinutes(due, 16 * 60);
    const { noteTold } = world.digests;
    world.digests.noteTold = () => Promise.reject(new Error('The process ended here.'));
    await expect(runAt(morning)).rejects.toThrow();
    world.digests.noteTold = noteTold.bind(world.digests);
    for (const minutes of [5, 10, 300]) await runAt(plusMinutes(morning, minutes));
    await runAt(plusMinutes(morning, 24 * 60));
    const lines = await linesOf('manager.harbour');
    expect(lines.filter((line) => line.includes('climbed'))).toHaveLength(3);
    expect(world.mail.sent.filter(({ reference }) => reference.includes(dayOf(morning)))).toHaveLength(1);
  });

  test('leaves out what was settled overnight', async () => {
    await climbAt(due);
    await take(world, { city: world.city, id: requestId }, (request, context) =>
      reportDone(request, { order: 2, proof: { letterNumber: '7' } }, context),
    );
    const morning = plusMinutes(due, 16 * 60);
    await runAt(morning);
    const on = dayOf(morning);
    expect(await linesOf('manager.harbour')).toEqual([`${on} climbed 1`, `${on} climbed 3`]);
  });

  test('warns whoever holds an order on the day it leaves them, and whoever is next', async () => {
    const morning = plusMinutes(due, -60);
    await runAt(plusMinutes(due, -27 * 60));
    await runAt(morning);
    const on = dayOf(morning);
    expect(await linesOf('owner.harbour')).toContain(`${on} runs-out 1`);
    expect(await linesOf('manager.harbour')).toEqual([
      `${on} will-climb 1`,
      `${on} will-climb 2`,
      `${on} will-climb 3`,
    ]);
  });

  test('keeps it in the console of whoever has no e-mail, and sends none', async () => {
    await climbAt(due);
    const manager = world.office().users.find(({ username }) => username === 'manager.harbour');
    if (!manager) throw new Error('The ward has a manager');
    const { email: _, ...without } = manager;
    await world.directory.put(world.city, 'user', without);
    await runAt(plusMinutes(due, 16 * 60));
    expect(await linesOf('manager.harbour')).toHaveLength(3);
    expect(world.mail.sent.filter(({ reference }) => reference.endsWith('manager.harbour'))).toEqual([]);
  });

  test('sends no letter of its own for what waits until morning', async () => {
    await climbAt(due);
    world.mail.sent.length = 0;
    await sendLetters(world);
    expect(world.mail.sent).toEqual([]);
  });

  test('does not send again what may have gone out', async () => {
    await climbAt(due);
    world.mail.answer = 'fall-silent';
    const morning = plusMinutes(due, 16 * 60);
    await runAt(morning);
    world.mail.answer = 'accept';
    expect(await runAt(plusMinutes(morning, 5))).toMatchObject({ sent: 0, unknown: 1 });
    expect(world.mail.sent.filter(({ reference }) => reference.includes(dayOf(morning)))).toEqual([]);
  });
});
