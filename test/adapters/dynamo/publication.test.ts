import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { CityTable } from '../../../adapters/dynamo/city-table.ts';
import { waitKey } from '../../../adapters/dynamo/keys.ts';
import { WaitItem } from '../../../adapters/step-functions/wait-item.ts';
import { passDeadline } from '../../../domain/pass-deadline.ts';
import type { Request } from '../../../domain/request.ts';
import { type Instant, plusMinutes } from '../../../domain/time.ts';
import { agreed } from '../../support/world.ts';
import { createTableWorld } from '../both-worlds.ts';

const Placed = z.extend(WaitItem, { dueAt: z.optional(z.string()) });

/** A request whose first deadline has just passed, its wait in the index at `dueAt`. */
const overdue = async (dueAt: (request: Request) => Instant) => {
  const world = await createTableWorld();
  const request = await world.submitRequest();
  const table = new CityTable(world.client, world.tableName);
  const key = waitKey(request.city, request.id);
  const values = { ':at': dueAt(request) };
  await table.update(key, { update: 'SET #expectedBy = :at, #dueAt = :at', values }, WaitItem);
  world.clock.moveTo(plusMinutes(request.until, 1));
  const change = passDeadline(request, world.context({ actor: 'office' }));
  if (!change) throw new Error('Its deadline has passed');
  world.engine.consumed.reset();
  agreed(await world.requests.replace(change));
  return { world, request, wait: await table.get(key, Placed), spent: world.engine.consumed.byTarget() };
};

it('leaves a wait whose deadline passes where it is due already, and arms its switch', async () => {
  const { world, request, wait, spent } = await overdue(({ until }) => until);
  expect(wait).toMatchObject({ version: 2, expectedBy: world.clock.now(), dueAt: request.until });
  // The letters that the duty writes are due: that alone is written to the index.
  expect(spent['office/due']?.writeUnits ?? 0).toBeLessThanOrEqual(1);
});

it('moves a wait that somebody has put off meanwhile to where it is due', async () => {
  const { world, wait } = await overdue(({ until }) => plusMinutes(until, 240));
  expect(wait).toMatchObject({ version: 2, expectedBy: world.clock.now(), dueAt: world.clock.now() });
});
