import { beforeEach, expect, test } from 'vitest';
import { trackRequest } from '../../../contract/citizen/requests.ts';
import { acceptOffer, waitForHolder } from '../../../contract/citizen/turns.ts';
import { offer } from '../../../domain/offers.ts';
import type { Request } from '../../../domain/request.ts';
import type { Slot } from '../../../domain/slot.ts';
import { accept } from '../../../domain/triage.ts';
import { type CitizenWorld, createCitizenWorld } from './citizen-world.ts';

let world: CitizenWorld;
let token: string;
let request: Request;
let slot: Slot;

/** Offered a turn in which the deputy stands in. */
beforeEach(async () => {
  world = await createCitizenWorld();
  token = await world.sessionOf();
  const [first] = await world.planMonday();
  if (!first) throw new Error('A morning has slots');
  slot = first;
  const session = await world.sessions.find(world.city, slot.session);
  if (session) await world.sessions.replace({ ...session, standIn: 'hq-deputy', version: session.version + 1 });
  const fresh = await world.submitted();
  await world.take(fresh.id, (read, context) => accept(read, {}, context));
  const until = '2026-06-14T00:00:00.000Z';
  await world.slots.hold(world.city, slot.id, fresh.id, { at: world.clock.now(), until });
  request = await world.take(fresh.id, (read, context) => offer(read, [slot], context));
});
const act = (operation: Parameters<CitizenWorld['call']>[0], body?: object) =>
  world.call(operation, { token, params: { id: request.id }, ...(body && { body }) });

test('Whoever has a turn with a stand-in sees who will receive them', async () => {
  expect((await act(trackRequest)).body.sessions).toMatchObject([{ standIn: 'Deputy Mayor of Eastmere' }]);
});

test.each(['offered', 'scheduled'])(
  'Whoever would rather wait for the official loses nothing by it, though %s',
  async (stage) => {
    if (stage === 'scheduled') await act(acceptOffer, { slot: slot.id });
    expect(await act(waitForHolder)).toMatchObject({ status: 200, body: { status: 'waiting' } });
    expect(await world.requests.find(world.city, request.id)).toMatchObject({
      ...{ submittedAt: request.submittedAt, passes: 0, moves: 0, forHolder: true },
    });
    expect(await world.slots.find(world.city, slot.id)).not.toHaveProperty('holder');
    expect(await act(waitForHolder)).toMatchObject({ status: 409, body: { type: 'wrong-state' } });
  },
);

test('Nobody can wait for an official who is there, or once the turn has begun', async () => {
  await act(acceptOffer, { slot: slot.id });
  world.clock.moveTo(slot.startsAt);
  token = await world.sessionOf();
  expect(await act(waitForHolder)).toMatchObject({ status: 409, body: { type: 'too-late' } });
  world.clock.moveTo('2026-06-10T09:30:00.000Z');
  token = await world.sessionOf();
  const session = await world.sessions.find(world.city, slot.session);
  if (!session) throw new Error('It is kept');
  const { standIn: _, ...back } = session;
  await world.sessions.replace({ ...back, version: session.version + 1 });
  expect((await act(waitForHolder)).body.type).toBe('wrong-state');
});
