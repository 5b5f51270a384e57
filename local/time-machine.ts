import * as z from 'zod/mini';
import { CITIES, dueClimbs, dueGathered, dueLetters, dueWaits } from '../adapters/dynamo/keys.ts';
import { DUE } from '../adapters/dynamo/table.ts';
import { instantOf, toMillis } from '../domain/time.ts';
import type { Engine } from './asl/engine.ts';
import type { ProductClock } from './product-clock.ts';
import type { Scheduler } from './scheduler/open-scheduler.ts';
import type { Table } from './table/open-table.ts';

type Parts = {
  readonly clock: ProductClock;
  readonly engine: Engine;
  readonly scheduler: Scheduler;
  readonly table: Table;
  readonly tableName: string;
};

const Found = z.object({ Items: z.array(z.record(z.string(), z.object({ S: z.string() }))) });

/** What is overdue is looked after by schedules; so many of their rounds are waited for before time goes on. */
const MOST_ROUNDS = 5;

/**
 * Moves the office's clock, from due instant to due instant: timers of executions, what the table says is due, schedules. A
 * schedule fires once a stop, however many of its minutes were passed over.
 */
export const createTimeMachine = ({ clock, engine, scheduler, table, tableName }: Parts) => {
  const values = (pk: string, at: string) => ({ ':key': { S: pk }, ':at': { S: at } });

  const dueIn = (key: string, condition: '<=' | '>'): number | undefined => {
    const { Items } = z.parse(
      Found,
      table.execute('Query', {
        TableName: tableName,
        IndexName: DUE,
        KeyConditionExpression: `dueKey = :key AND dueAt ${condition} :at`,
        ExpressionAttributeValues: values(key, instantOf(clock.now())),
        Limit: 1,
      }),
    );
    const at = Items[0]?.dueAt?.S;
    return at === undefined ? undefined : toMillis(at);
  };

  const cities = (): string[] => {
    const query = {
      TableName: tableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: CITIES } },
    };
    return z.parse(Found, table.execute('Query', query)).Items.map((item) => item.sk?.S ?? '');
  };

  const dueKeys = () => cities().flatMap((city) => [dueWaits(city), dueLetters(city), dueClimbs(city)]);

  const isAnythingOverdue = () => dueKeys().some((key) => dueIn(key, '<=') !== undefined);

  const nextDue = (): number | undefined => {
    const mornings = cities().map(dueGathered);
    const instants = [engine.nextWake(), ...[...dueKeys(), ...mornings].map((key) => dueIn(key, '>'))];
    return instants.filter((at) => at !== undefined).toSorted((a, b) => a - b)[0];
  };

  /** Everything due at this instant, until nothing moves any more. */
  const settle = async (): Promise<void> => {
    await engine.tick();
    await engine.idle();
    await scheduler.fireDue();
    await engine.tick();
    await engine.idle();
  };

  const moveTo = (at: number): Promise<void> => {
    clock.forwardTo(at);
    return settle();
  };

  return {
    settle,

    /** Resolves when the clock shows `target` and everything due on the way is done. */
    async moveTo(target: number): Promise<void> {
      await settle();
      for (let rounds = 0; ; ) {
        const scheduled = rounds < MOST_ROUNDS && isAnythingOverdue() ? scheduler.nextDue() : undefined;
        rounds = scheduled === undefined ? 0 : rounds + 1;
        const next = scheduled ?? nextDue();
        if (next === undefined || next > target) break;
        await moveTo(next);
      }
      await moveTo(target);
    },
  };
};
