import { describe, expect, test } from 'vitest';
import { cutOrder } from '../../domain/cut-order.ts';
import type { Order } from '../../domain/order.ts';
import type { Request } from '../../domain/request.ts';
import { agreed } from '../support/world.ts';
import { contextAt, reach, SECRETARY } from './stages-of-life.ts';

const BOX = { document: 'SCAN', page: 1, x: 10, y: 20, width: 300, height: 100 };
const { request, at } = reach('in-follow-up');
const two: Request = { ...request, orders: request.orders.flatMap((one) => [one, { ...one, number: 2, box: BOX }]) };
const cut = (order: number, box: Order['box'], of: Request = two) => cutOrder(of, { order, box }, contextAt(at));

describe('The card of an order', () => {
  test('is cut from another part of the scan, and the other cards stay', () => {
    const { after, events, letters } = agreed(cut(2, { ...BOX, page: 2 }));
    expect(after.orders).toStrictEqual([two.orders[0], { ...two.orders[1], box: { ...BOX, page: 2 } }]);
    expect(letters).toStrictEqual([]);
    expect(events).toStrictEqual([
      { kind: 'corrected', at, by: SECRETARY, internal: true, facts: { field: 'box', order: '2' } },
    ]);
  });

  test('is cut from none', () => {
    const { after } = agreed(cut(2, undefined));
    expect(after.orders[1]).not.toHaveProperty('box');
    expect(agreed(cut(1, BOX)).after.orders.map(({ box }) => box)).toStrictEqual([BOX, BOX]);
  });

  test('is cut while the orders are followed up', () => {
    const reported = reach('awaiting-confirmation').request;
    expect(agreed(cut(1, BOX, reported)).after).toMatchObject({
      status: 'awaiting-confirmation',
      orders: [{ box: BOX }],
    });
    expect(cut(1, BOX, reach('closed').request)).toMatchObject({ reason: 'wrong-state' });
    expect(cut(1, BOX, reach('met').request)).toMatchObject({ reason: 'wrong-state' });
    expect(cut(3, BOX)).toMatchObject({ reason: 'not-found' });
  });
});
