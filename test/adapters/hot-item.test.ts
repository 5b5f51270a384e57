import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { requestKey } from '../../adapters/dynamo/keys.ts';
import { recordAttendance, recordOutcome } from '../../domain/meeting.ts';
import { offer } from '../../domain/offers.ts';
import { reportDone } from '../../domain/orders.ts';
import { passDeadline } from '../../domain/pass-deadline.ts';
import type { Request } from '../../domain/request.ts';
import { accept, answerInWriting, ask } from '../../domain/triage.ts';
import type { AttributeValue } from '../../local/table/attribute-value.ts';
import { itemSize } from '../../local/table/item-size.ts';
import { agreed } from '../support/world.ts';
import { giveTurn, holdSlot, openSession, STAFF, take } from './a-life.ts';
import { createTableWorld } from './both-worlds.ts';

type TableWorld = Awaited<ReturnType<typeof createTableWorld>>;
const Answer = z.object({ Item: z.record(z.string(), z.custom<AttributeValue>()) });

const bytesOf = ({ engine, tableName }: TableWorld, { city, id }: Request): number => {
  const { pk, sk } = requestKey(city, id);
  const answer = engine.execute('GetItem', { TableName: tableName, Key: { pk: { S: pk }, sk: { S: sk } } });
  return itemSize(z.parse(Answer, answer).Item);
};

const ONE_UNIT = 1024;
/** As an applicant with one proven contact and a personal link has them. */
const keyed = {
  keys: { applicantKey: 'A'.repeat(26), readers: ['R'.repeat(26)], linkKey: 'L'.repeat(26), search: [] },
};
const staff = (world: TableWorld) => world.context(STAFF);

it('keeps the request within one write unit at every stage of a usual life', async () => {
  const world = await createTableWorld();
  const bytes: Record<string, number> = {};
  const measured = (request: Request): Request => {
    bytes[request.status] = Math.max(bytes[request.status] ?? 0, bytesOf(world, request));
    return request;
  };
  const decided = async (decision: Parameters<typeof take>[1]) => measured(await take(world, decision));

  await decided(ask(measured(await world.submitRequest(keyed)), { text: 'Which?' }, staff(world)));
  await decided(answerInWriting(await world.submitRequest(keyed), { text: 'No need.' }, staff(world)));
  const scheduled = await giveTurn(world, measured(await world.submitRequest(keyed)));
  measured(scheduled);
  world.clock.moveTo(scheduled.appointment.startsAt);
  const met = await decided(recordAttendance(scheduled, 'arrived', staff(world)));
  const orders = Array.from({ length: 3 }, () => ({ text: 'Mend it.', unit: 'hq' }));
  let followed = await decided(recordOutcome(met, { result: 'met', orders }, staff(world)));
  for (const order of [1, 2, 3]) {
    followed = await decided(reportDone(followed, { order, proof: { letterNumber: '7' } }, staff(world)));
  }
  world.clock.moveTo(followed.until);
  const closing = passDeadline(followed, world.context({ actor: 'office' }));
  if (!closing) throw new Error('The confirmation limit has passed');
  measured(agreed(await world.requests.replace(closing)));

  expect(Math.max(...Object.values(bytes))).toBeLessThanOrEqual(ONE_UNIT);
});

it('needs a second unit only for an offer of several turns', async () => {
  const world = await createTableWorld();
  const waiting = await take(world, accept(await world.submitRequest(keyed), {}, staff(world)));
  const session = await openSession(world, waiting.official);
  const slots = [await holdSlot(world, waiting, session, 1), await holdSlot(world, waiting, session, 2)];
  const [first, second] = slots;
  if (!first || !second) throw new Error('Two slots are held');
  const one = await take(world, offer(waiting, [first], staff(world)));
  const two = await take(world, offer(one, [first, second], staff(world)));
  const third = await holdSlot(world, waiting, session, 3);
  expect(bytesOf(world, one)).toBeLessThanOrEqual(ONE_UNIT);
  const three = await take(world, offer(two, [first, second, third], staff(world)));
  expect(bytesOf(world, three)).toBeLessThanOrEqual(2 * ONE_UNIT);
});
