import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Operation, ReplyOf } from '../../../contract/operation.ts';
import { toMillis } from '../../../domain/time.ts';
import { createBuckets, TABLE_NAME } from '../../../local/cloud.ts';
import { openDataFolder } from '../../../local/data-folder.ts';
import { openFrontDoor } from '../../../local/front-door.ts';
import { mount } from '../../../local/mount.ts';
import { openParts } from '../../../local/parts.ts';
import { seedCities } from '../../../local/seed.ts';
import type { ConsumedEntry } from '../../../local/table/consumption.ts';
import type { Table } from '../../../local/table/open-table.ts';
import { createTimeMachine } from '../../../local/time-machine.ts';
import { type ApiCall, callApi } from '../../support/api-call.ts';
import { MONDAY_MORNING } from '../../support/world.ts';
import { Account } from './account.ts';
import { countSdkCalls } from './sdk-calls.ts';

export type CountedOffice = Awaited<ReturnType<typeof openCountedOffice>>;

/** The embedded system in this process, its functions called past the network, and an account of all it spends. */
export const openCountedOffice = async (city: string) => {
  const path = mkdtempSync(join(tmpdir(), 'cost-'));
  const folder = openDataFolder(path);
  const shown = { realAt: Date.now(), shownAt: toMillis(MONDAY_MORNING), speed: 1 };
  writeFileSync(folder.at('clock.json'), JSON.stringify(shown));
  const door = await openFrontDoor(0);
  let account = new Account();
  let isAsking = false;
  let life = '';
  let isWatching = true;
  const onConsumed = (entry: ConsumedEntry): void => {
    if (!isWatching) return;
    if (isAsking) account.record(entry);
    else if (life) account.recordUnasked(entry, life);
  };
  const parts = await openParts(folder, door.url, { onConsumed });
  const { clock, engine, scheduler, table, bucket, outbox, handlers } = parts;
  door.leadsTo(mount({ '/bucket': bucket.handle, '/outbox': outbox.handle }));
  await createBuckets();
  await seedCities(handlers.directory);
  /** Whoever moves the clock looks at the table, too; the product does not pay for that. */
  const unwatched: Table = {
    ...table,
    execute: (operation, body) => {
      isWatching = false;
      try {
        return table.execute(operation, body);
      } finally {
        isWatching = true;
      }
    },
  };
  const timeMachine = createTimeMachine({ clock, engine, scheduler, table: unwatched, tableName: TABLE_NAME });
  const calls: Record<string, number> = {};
  let acts = 0;

  return {
    ...{ engine, table, clock, outbox, calls },
    /** Forgets what was spent so far. */
    startAccount: () => {
      account = new Account();
    },
    /** The request of which the account is; what schedules do for others is not counted as its cost. */
    follow: (request: string) => {
      life = request;
    },
    account: () => account,
    apiCalls: () => acts,

    /** Calls an operation and counts what its function asks of AWS before it answers; the machine then goes its way. */
    ask: async <Op extends Operation>(operation: Op, call: Omit<ApiCall, 'city' | 'key'>): Promise<ReplyOf<Op>> => {
      acts += 1;
      const handler = operation.caller === 'staff' ? handlers.api.staff : handlers.api.citizen;
      const asked = { city, key: `cost-bench-${acts}`, ...call };
      isAsking = true;
      const { value: reply, calls: made } = await countSdkCalls(() => callApi(handler, operation, asked));
      if (reply.status >= 400) throw new Error(`${operation.name} was refused: ${JSON.stringify(reply.body)}`);
      calls[operation.name] = Math.max(calls[operation.name] ?? 0, made);
      await engine.idle();
      isAsking = false;
      return reply.body as ReplyOf<Op>;
    },
    moveTo: timeMachine.moveTo,

    close: async (): Promise<void> => {
      await door.close();
      await parts.close();
      folder.close();
      rmSync(path, { recursive: true, force: true });
    },
  };
};
