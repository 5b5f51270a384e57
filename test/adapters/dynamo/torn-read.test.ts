import { marshall } from '@aws-sdk/util-dynamodb';
import { expect, it } from 'vitest';
import { DynamoCaseFiles } from '../../../adapters/dynamo/dynamo-case-files.ts';
import { DynamoRequests } from '../../../adapters/dynamo/dynamo-requests.ts';
import { contentKey } from '../../../adapters/dynamo/keys.ts';
import { hotItemOf, orderItemOf } from '../../../adapters/dynamo/stored-request.ts';
import { reportDone } from '../../../domain/orders.ts';
import type { Request } from '../../../domain/request.ts';
import { holdMeeting, STAFF, take } from '../a-life.ts';
import { createTwinWorld } from '../both-worlds.ts';
import { tableAnswering } from './table-answering.ts';

/** A request with two orders before and after one of them was reported done, as the table may show it. */
const aReport = async () => {
  const world = await createTwinWorld();
  const before = await holdMeeting(
    world,
    [1, 2].map((number) => ({ text: `Order ${number}`, unit: 'hq' })),
  );
  const after = await take(world, reportDone(before, { order: 1, proof: { letterNumber: '7' } }, world.context(STAFF)));
  const { city, id } = before;
  const content = { ...contentKey(city, id), text: '', parties: [], documents: [], fingerprint: '', searchKeys: [] };
  const shown = (orders: Request, hot: Request) => ({
    body: {
      Items: [...orders.orders.map((order) => orderItemOf(orders, order)), hotItemOf(hot), content].map((item) =>
        marshall(item, { removeUndefinedValues: true }),
      ),
    },
  });
  return { world, before, after, shown };
};

const withoutContent = ({ body }: { body: { Items: unknown[] } }) => ({ body: { Items: body.Items.slice(0, -1) } });

it('reads a request again that it saw in the middle of a write', async () => {
  const { world, before, after, shown } = await aReport();
  for (const torn of [shown(before, after), shown(after, before)]) {
    const { calls, table } = await tableAnswering(withoutContent(torn), withoutContent(shown(after, after)));
    const requests = new DynamoRequests({ table, directory: world.directory, clock: world.clock });
    expect(await requests.find(before.city, before.id)).toEqual(after);
    expect(calls).toHaveLength(2);
  }
});

it('reads a case again that it saw in the middle of a write', async () => {
  const { world, before, after, shown } = await aReport();
  const { table } = await tableAnswering(shown(before, after), shown(after, after));
  const requests = new DynamoRequests({ table, directory: world.directory, clock: world.clock });
  const files = new DynamoCaseFiles({ table, requests, directory: world.directory });
  expect((await files.read(before.city, before.id))?.request).toEqual(after);
});

it('takes what stays as it is, after three reads', async () => {
  const { world, before, after, shown } = await aReport();
  const { calls, table } = await tableAnswering(withoutContent(shown(before, after)));
  const requests = new DynamoRequests({ table, directory: world.directory, clock: world.clock });
  expect(await requests.find(before.city, before.id)).toEqual({
    ...after,
    orders: before.orders,
  });
  expect(calls).toHaveLength(3);
});
