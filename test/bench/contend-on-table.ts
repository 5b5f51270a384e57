import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Context as LambdaContext } from 'aws-lambda';
import * as z from 'zod/mini';
import { CityTable } from '../../adapters/dynamo/city-table.ts';
import { slotKey } from '../../adapters/dynamo/keys.ts';
import { hotItemOf } from '../../adapters/dynamo/stored-request.ts';
import { firstWait } from '../../adapters/dynamo/wait-steps.ts';
import { eastmere } from '../../cities/eastmere.ts';
import { pickSlot } from '../../contract/citizen/turns.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Request } from '../../domain/request.ts';
import { planSession } from '../../domain/session.ts';
import { isFree, type Slot } from '../../domain/slot.ts';
import { toMillis } from '../../domain/time.ts';
import { citizenAnswers } from '../../functions/citizen/answers.ts';
import { serveAll } from '../../functions/http/serve.ts';
import { citizenNeeds } from '../../functions/wiring/citizen-needs.ts';
import { tablePorts } from '../../functions/wiring/table-ports.ts';
import { diceOf } from '../../local/demo/dice.ts';
import { eventOf } from '../functions/citizen/citizen-world.ts';
import { MemoryWorkflow } from '../support/memory/memory-workflow.ts';
import { agreed, MONDAY_MORNING } from '../support/world.ts';
import { type Claimant, claimantOf } from './claimant.ts';
import { openCountedTable, TABLE_NAME } from './counted-table.ts';

const CITY = eastmere.city.id;
const clock = { now: () => MONDAY_MORNING };
const context = { at: MONDAY_MORNING, by: { actor: 'citizen' }, office: eastmere } as const;

/** A hundred turns that citizens may take, in two mornings. */
const TURNS = { days: ['2026-06-15', '2026-06-17'], each: 50 } as const;

const Reply = z.object({
  appointment: z.optional(z.object({ slot: z.string() })),
  facts: z.optional(z.object({ nearest: z.optional(z.array(z.object({ id: z.string() }))) })),
});

/**
 * Ten thousand people claim a hundred turns through the deployed handlers and the embedded table, `inFlight` of them at a
 * time, each as if in a Lambda of its own. Whoever comes too late goes on to one of the free turns that the refusal names,
 * until there is none.
 */
export const contendOnTable = async ({ claimants, inFlight }: { claimants: number; inFlight: number }) => {
  const folder = mkdtempSync(join(tmpdir(), 'contention-'));
  const { failedWrites, close } = await openCountedTable(folder, { now: () => toMillis(MONDAY_MORNING) });
  try {
    const secret = join(folder, 'secret');
    writeFileSync(secret, 'x'.repeat(48), { mode: 0o600 });
    const env = {
      ...{ TABLE_NAME, BUCKET_NAME: 'documents', STATE_MACHINE_ARN: 'none', KEY_SOURCE: `file:${secret}` },
      ...{ SMS_GATEWAY: 'sns', MAIL_GATEWAY: 'ses', MAIL_FROM: 'none@example.org' },
    };
    const newLambda = async () => {
      const needs = await citizenNeeds(env, clock);
      // Warm: a cold start would let them come one after the other.
      await needs.directory.office(CITY);
      return serveAll(citizenAnswers, { ...needs, workflow: new MemoryWorkflow() });
    };

    const turns = await openTurns(env);
    const { keys } = await citizenNeeds(env, clock);
    const crowd = await gather(claimants, keys);
    const lambdas = await Promise.all(Array.from({ length: inFlight }, newLambda));
    const failedBefore = failedWrites();
    const won: string[] = [];
    let told = 0;
    let next = 0;
    await Promise.all(
      lambdas.map(async (lambda) => {
        for (let claimant = crowd[next++]; claimant; claimant = crowd[next++]) {
          const token = await keys.signSession(CITY, claimant.session);
          const slot = await claim(claimant.request, { turns, token, lambda });
          if (slot === undefined) told += 1;
          else won.push(slot);
        }
      }),
    );
    const after = await Promise.all(turns.map(({ id }) => tablePorts(env, clock).slots.find(CITY, id)));
    const unbookable = after.filter((slot) => slot && !won.includes(slot.id) && !isFree(slot, MONDAY_MORNING));
    return {
      ...{ inFlight, claimants, winners: won.length, doubleBookings: won.length - new Set(won).size },
      ...{ unbookableSlots: unbookable.length, losersTold: told },
      failedWritesPerSuccess: Number(((failedWrites() - failedBefore) / won.length).toFixed(2)),
    };
  } finally {
    await close();
    rmSync(folder, { recursive: true });
  }
};

/** The city, and the sessions whose turns everybody wants. */
const openTurns = async (env: { readonly TABLE_NAME: string }): Promise<readonly Slot[]> => {
  const { directory, sessions } = tablePorts(env, clock);
  agreed(await directory.load(eastmere));
  const official = eastmere.officials[0]?.id ?? '';
  const opened = TURNS.days.map((on) => {
    const plan = { official, venue: eastmere.venues[0]?.id ?? '', mode: 'in-person' as const, on, slotMinutes: 5 };
    const { session, slots } = agreed(
      planSession({ ...plan, id: `${official}-${on}`, from: '09:00', to: '13:10' }, [], context),
    );
    return { session, slots: slots.slice(0, TURNS.each).map((slot): Slot => ({ ...slot, kind: 'regular' })) };
  });
  for (const { session, slots } of opened) agreed(await sessions.add(session, slots));
  return opened.flatMap(({ slots }) => slots);
};

/** Writes the claimants' requests as they stand in the table after their offer. */
const gather = async (count: number, keys: Keys): Promise<readonly Claimant[]> => {
  const crowd = Array.from({ length: count }, (_, number) => claimantOf(context, keys, number));
  const items = crowd.flatMap(({ request, offered }) => {
    const wait = firstWait(request, MONDAY_MORNING);
    if (!('put' in wait)) throw new Error('A wait item is put');
    return [hotItemOf(request), wait.put, { ...slotKey(CITY, offered.id), ...offered }];
  });
  const client = new DynamoDBClient({});
  await new CityTable(client, TABLE_NAME).load(items);
  client.destroy();
  return crowd;
};

/** @returns the turn that was won, or nothing if the claimant was told that none is left */
const claim = async (
  request: Request,
  { turns, token, lambda }: { turns: readonly Slot[]; token: string; lambda: ReturnType<typeof serveAll> },
): Promise<string | undefined> => {
  const dice = diceOf(request.id);
  let wish = turns[dice(turns.length)]?.id;
  while (wish !== undefined) {
    const told = { city: CITY, params: { id: request.id }, token, body: { slot: wish } };
    const { statusCode, body = '' } = await lambda(eventOf(pickSlot, told), {} as LambdaContext);
    const { appointment, facts } = z.parse(Reply, JSON.parse(body));
    if (statusCode === 200 && appointment) return appointment.slot;
    if (statusCode !== 409 || !facts?.nearest) throw new Error(`Neither won nor told: ${body}`);
    wish = facts.nearest[dice(Math.max(1, facts.nearest.length))]?.id;
  }
  return undefined;
};
