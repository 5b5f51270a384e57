import { expect, it } from 'vitest';
import { mergeRequests } from '../../domain/links.ts';
import { confirmOrder, reportDone } from '../../domain/orders.ts';
import type { Request } from '../../domain/request.ts';
import { plusMinutes } from '../../domain/time.ts';
import { accept } from '../../domain/triage.ts';
import { agreed, openingOf } from '../support/world.ts';
import { holdMeeting, STAFF, take } from './a-life.ts';
import { type DataWorld, inBothWorlds } from './both-worlds.ts';

const SIXTY_DAYS = 60 * 24 * 60;

const mergedIn = (world: DataWorld, survivor: Request, duplicate: Request) =>
  agreed(mergeRequests(survivor, duplicate, 'Sent twice.', world.context(STAFF)));

inBothWorlds((createWorld) => {
  it('writes two decisions together, and tells of both', async () => {
    const world = await createWorld();
    const duplicate = await world.submitRequest();
    world.clock.forward(5);
    const survivor = await world.submitRequest();
    const { one, other } = mergedIn(world, survivor, duplicate);
    expect(agreed(await world.requests.replaceBoth(one, other))).toMatchObject({ id: survivor.id });
    expect(await world.requests.find(world.city, survivor.id)).toEqual(one.after);
    expect(await world.requests.find(world.city, duplicate.id)).toMatchObject({ reason: 'duplicate' });
    const file = await world.caseFiles.read(world.city, duplicate.id);
    expect(file?.events.map(({ kind }) => kind)).toEqual(['submitted', 'merged', 'closed']);
  });

  it('writes neither where one of the two was changed meanwhile', async () => {
    const world = await createWorld();
    const duplicate = await world.submitRequest();
    const survivor = await world.submitRequest();
    const { one, other } = mergedIn(world, survivor, duplicate);
    const accepted = await take(world, accept(duplicate, {}, world.context(STAFF)));
    expect(await world.requests.replaceBoth(one, other)).toMatchObject({ reason: 'changed-meanwhile' });
    expect(await world.requests.find(world.city, survivor.id)).toEqual(survivor);
    expect(await world.requests.find(world.city, duplicate.id)).toEqual(accepted);
  });

  it('lets the survivor of a merge count for its applicant in place of the duplicate', async () => {
    const world = await createWorld();
    const duplicate = await world.submitRequest({}, { limited: true });
    const survivor = await world.submitRequest();
    const { one, other } = mergedIn(world, survivor, duplicate);
    agreed(await world.requests.replaceBoth(one, other));
    const third = openingOf(world.context(), world.keys);
    expect(await world.requests.add(third, { limited: true })).toMatchObject({ reason: 'open-request-exists' });
  });

  it('keeps the letter that asks once more until its day has come', async () => {
    const world = await createWorld();
    const open = await holdMeeting(world, [{ text: 'Mend it.', unit: 'homes' }]);
    const report = { order: 1, proof: { letterNumber: '7' } };
    const reported = await take(world, reportDone(open, report, world.context(STAFF)));
    const closed = await take(world, confirmOrder(reported, 1, world.context()));
    if (closed.status !== 'closed') throw new Error('It is settled');
    const dueOn = async (days: number) => {
      const due = await world.letters.due(world.city, plusMinutes(closed.closedAt, days), 100);
      return due.filter(({ template }) => template === 'still-done').length;
    };
    expect([await dueOn(SIXTY_DAYS - 1), await dueOn(SIXTY_DAYS)]).toEqual([0, 1]);
  });

  it('lists an order to a body outside the city at the desk of its liaison', async () => {
    const world = await createWorld();
    const outside = world.context().office.units.find(({ kind }) => kind === 'external');
    const { id } = await holdMeeting(world, [{ text: 'Move the main.', unit: outside?.id ?? '' }]);
    const at = async (unit: string) => (await world.requests.ordersOf(world.city, unit, { limit: 10 })).items;
    expect(await at(outside?.liaison ?? '')).toEqual([{ request: id, order: 1 }]);
    expect(await at(outside?.id ?? '')).toEqual([]);
  });
});
