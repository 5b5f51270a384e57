import { marshall } from '../../adapters/dynamo/expression.ts';
import { hotItemOf, orderItemOf } from '../../adapters/dynamo/stored-request.ts';
import { createTableOf } from '../../adapters/dynamo/table.ts';
import { firstWait } from '../../adapters/dynamo/wait-steps.ts';
import { DictionaryWording } from '../../adapters/letters/dictionary-wording.ts';
import { eastmere } from '../../cities/eastmere.ts';
import { staff } from '../../domain/owner.ts';
import type { At } from '../../domain/request.ts';
import { type Instant, plusMinutes, toMillis } from '../../domain/time.ts';
import { run as escalate } from '../../functions/scheduled/escalate-overdue.ts';
import { run as sendDigests } from '../../functions/scheduled/send-digests.ts';
import { tablePorts } from '../../functions/wiring/table-ports.ts';
import { newCredentials, pointSdkAt } from '../../local/cloud.ts';
import { listen } from '../../local/listen.ts';
import { openTable, type Table } from '../../local/table/open-table.ts';
import { reach } from '../domain/stages-of-life.ts';
import { MemoryCarrier } from '../support/memory/memory-carrier.ts';
import { MemoryWorkflow } from '../support/memory/memory-workflow.ts';
import { agreed, MovableClock } from '../support/world.ts';

const TABLE_NAME = 'escalation';
/** A Monday after closing time, and the next morning. */
const EVENING: Instant = '2026-07-20T18:00:00.000Z';
const MORNING: Instant = '2026-07-21T08:30:00.000Z';
const AT_ONCE = 25;

/**
 * One night of the city: so many open orders, of which some have just become overdue, and the run of the schedule that lets
 * them climb; then the morning on which their new holders are told. Through the deployed functions, the real SDK and the
 * embedded table, which counts read units as AWS does.
 */
export const escalateOnTable = async ({ open, overdue }: { open: number; overdue: number }) => {
  const table = openTable({ clock: { now: () => toMillis(EVENING) }, refuseScan: true });
  table.execute('CreateTable', createTableOf(TABLE_NAME));
  const server = await listen(table.handle);
  const nowhere = 'http://127.0.0.1:9';
  pointSdkAt({ dynamodb: server.url, sfn: nowhere, s3: nowhere, cognito: nowhere, lambda: nowhere }, newCredentials());
  try {
    const clock = new MovableClock(EVENING);
    const ports = tablePorts({ TABLE_NAME }, clock);
    agreed(await ports.directory.load(eastmere));
    fill(table, { open, overdue });
    const mail = new MemoryCarrier();
    table.consumed.reset();
    const { climbed } = await escalate({ ...ports, workflow: new MemoryWorkflow() });
    clock.moveTo(MORNING);
    await sendDigests({ ...ports, mail, wording: new DictionaryWording() });
    const { readUnits, writeUnits } = table.consumed.total();
    return { found: climbed, messages: mail.sent.length, readUnits, writeUnits };
  } finally {
    await server.close();
    table.close();
  }
};

/** Puts requests straight into the engine, as `BatchWriteItem` does, each with one open order and its wait item. */
const fill = (table: Table, { open, overdue }: { open: number; overdue: number }): void => {
  const { request } = reach('in-follow-up');
  if (request.status !== 'in-follow-up') throw new Error(`It is ${request.status}`);
  const units = eastmere.units.filter(({ kind }) => kind !== 'external').map(({ id }) => id);
  let batch: object[] = [];
  for (let number = 0; number < open; number += 1) {
    const unit = units[number % units.length] ?? '';
    // Whatever is not overdue is due over the weeks that follow.
    const due = number < overdue ? EVENING : plusMinutes(EVENING, (7 + (number % 60)) * 24 * 60);
    batch.push(...itemsOf(request, { number, unit, due }));
    if (batch.length >= AT_ONCE - 3 || number === open - 1) {
      const items = batch.map((item) => ({ PutRequest: { Item: marshall({ ...item }) } }));
      table.execute('BatchWriteItem', { RequestItems: { [TABLE_NAME]: items } });
      batch = [];
    }
  }
};

const itemsOf = (
  template: At<'in-follow-up'>,
  { number, unit, due }: { number: number; unit: string; due: Instant },
): object[] => {
  const [order] = template.orders;
  if (!order) throw new Error('A request in follow-up has an order');
  const owner = staff('owner', unit);
  const deadline = { ...order.due, at: due };
  const orders = [{ ...order, unit, owner, due: deadline, climbsAt: due }];
  const id = `BENCH${String(number).padStart(21, '0')}`;
  const request = { ...template, id, owner, deadline, until: due, orders };
  const wait = firstWait(request, due);
  if (!('put' in wait)) throw new Error('A wait item is put');
  return [hotItemOf(request), wait.put, ...orders.map((one) => orderItemOf(request, one))];
};
