import { expect, it } from 'vitest';
import { addOrder, renew, reportDone } from '../../domain/orders.ts';
import { climbOverdue } from '../../domain/overdue.ts';
import { agreed } from '../support/world.ts';
import { holdMeeting, STAFF, take } from './a-life.ts';
import { type DataWorld, inBothWorlds } from './both-worlds.ts';

const ownerOf = (world: DataWorld): string => {
  const unit = world.context().office.units.find(({ kind }) => kind === 'company');
  return unit?.id ?? 'hq';
};
const orderTo = (unit: string, dueOn: string) => ({ text: 'Mend the lamp.', unit, dueOn });
const done = { letterNumber: '1405/17' };
inBothWorlds((createWorld) => {
  it('finds a request with its orders, and what became of each', async () => {
    const world = await createWorld();
    const unit = ownerOf(world);
    const request = await holdMeeting(world, [orderTo(unit, '2026-07-20'), orderTo('hq', '2026-07-21')]);
    expect(await world.requests.find(world.city, request.id)).toEqual(request);
    const reported = await take(world, reportDone(request, { order: 1, proof: done }, world.context(STAFF)));
    expect(await world.requests.find(world.city, request.id)).toEqual(reported);
    const desk = { city: world.city, pile: 'follow-up', of: request.unit } as const;
    expect((await world.requests.list(desk, { limit: 5 })).items).toEqual([reported]);
  });

  it('lists the open orders of a unit, the most pressing first', async () => {
    const world = await createWorld();
    const unit = ownerOf(world);
    const late = orderTo(unit, '2026-07-22');
    const request = await holdMeeting(world, [late, orderTo('hq', '2026-07-01'), orderTo(unit, '2026-07-20')]);
    const first = await world.requests.ordersOf(world.city, unit, { limit: 1 });
    expect(first.items).toEqual([{ request: request.id, order: 3 }]);
    expect(await world.requests.ordersOf(world.city, unit, { limit: 1, after: first.next })).toEqual({
      items: [{ request: request.id, order: 1 }],
    });
    await take(world, reportDone(request, { order: 3, proof: done }, world.context(STAFF)));
    expect((await world.requests.ordersOf(world.city, unit, { limit: 5 })).items).toEqual([
      { request: request.id, order: 1 },
    ]);
  });

  it('lists what a post has ordered until a day, the longest due first, while it is open', async () => {
    const world = await createWorld();
    const unit = ownerOf(world);
    const request = await holdMeeting(world, [orderTo('hq', '2026-07-22'), orderTo(unit, '2026-07-20')]);
    const promised = (until: string, limit = 5) =>
      world.requests.promisesOf(world.city, request.official, { until, limit });
    const [first, second] = [2, 1].map((order) => ({ request: request.id, order }));
    expect(await promised('2026-07-21T00:00:00.000Z')).toEqual([first]);
    expect(await promised('2026-08-01T00:00:00.000Z')).toEqual([first, second]);
    expect(await promised('2026-08-01T00:00:00.000Z', 1)).toEqual([first]);
    await take(world, reportDone(request, { order: 2, proof: done }, world.context(STAFF)));
    expect(await promised('2026-08-01T00:00:00.000Z')).toEqual([second]);
  });

  it('finds what must climb, once for each request, until it has climbed', async () => {
    const world = await createWorld();
    const request = await holdMeeting(world, [orderTo('hq', '2026-07-20'), orderTo('hq', '2026-07-20')]);
    const [order] = request.orders;
    const due = order?.climbsAt ?? '';
    expect(await world.requests.withOverdueOrders(world.city, world.clock.now(), 10)).toEqual([]);
    expect(await world.requests.withOverdueOrders(world.city, due, 10)).toEqual([request.id]);
    world.clock.moveTo(due);
    const change = climbOverdue(request, world.context({ actor: 'office' }));
    if (!change) throw new Error('Two orders are overdue');
    agreed(await world.requests.replace(change));
    expect(await world.requests.withOverdueOrders(world.city, due, 10)).toEqual([]);
  });

  it('moves an order in its lists when it is renewed', async () => {
    const world = await createWorld();
    const request = await holdMeeting(world, [orderTo('hq', '2026-07-20')]);
    const due = request.orders[0]?.climbsAt ?? '';
    const renewed = await take(
      world,
      renew(request, { order: 1, dueOn: '2026-08-17', reason: 'Parts are late.' }, world.context(STAFF)),
    );
    expect(await world.requests.withOverdueOrders(world.city, due, 10)).toEqual([]);
    const laterDue = renewed.orders[0]?.climbsAt ?? '';
    expect(await world.requests.withOverdueOrders(world.city, laterDue, 10)).toEqual([request.id]);
  });

  it('lets a hundred orders of one request climb, a part in each write', async () => {
    const world = await createWorld();
    let request = await holdMeeting(world, [orderTo('hq', '2026-07-20')]);
    for (let number = 2; number <= 100; number += 1) {
      const wish = { ...orderTo('hq', '2026-07-20'), text: `Mend lamp ${number}.` };
      request = await take(world, addOrder(request, wish, world.context(STAFF)));
    }
    world.clock.moveTo(request.orders[0]?.climbsAt ?? '');
    const moved = [];
    for (let change = climbOverdue(request, world.context()); change; ) {
      request = agreed(await world.requests.replace(change));
      moved.push(change.events.filter(({ kind }) => kind === 'escalated').length);
      change = climbOverdue(request, world.context());
    }
    expect(moved).toEqual([80, 20]);
    expect(new Set(request.orders.map(({ rung }) => rung))).toEqual(new Set([1]));
  });

  it('writes a meeting with thirty orders, and lets all of them climb at once', async () => {
    const world = await createWorld();
    const orders = Array.from({ length: 30 }, () => orderTo('hq', '2026-07-20'));
    const request = await holdMeeting(world, orders);
    world.clock.moveTo(request.orders[0]?.climbsAt ?? '');
    const change = climbOverdue(request, world.context({ actor: 'office' }));
    if (!change) throw new Error('Thirty orders are overdue');
    expect(await world.requests.replace(change)).toEqual({ agreed: true, value: change.after });
    expect(await world.requests.find(world.city, request.id)).toEqual(change.after);
  });
});
