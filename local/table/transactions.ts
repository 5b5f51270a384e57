import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Item } from './attribute-value.ts';
import { type Charge, imageSize, readCharge, readUnits, TRANSACTIONAL, tableCharge, writeCharges } from './capacity.ts';
import { consumedCapacities } from './consumption.ts';
import type { Context } from './context.ts';
import { itemSize } from './item-size.ts';
import { placeOf } from './place.ts';
import type { TransactGetItems, TransactWriteItems } from './requests.ts';
import { itemOnFailure, projected, readItem } from './single-item.ts';
import { keyAttributes, onlyAttributes, type TableDefinition } from './table-definition.ts';
import { invalid, TableError } from './table-error.ts';
import { keyOf, requestOf, type Write, type Written, writeItem } from './write-item.ts';

const LARGEST_TRANSACTION_BYTES = 4 * 1024 * 1024;
const TOKEN_LIFETIME_MS = 10 * 60 * 1000;

/** What is remembered for a repeated request: it pays for reading the items that the first one wrote. */
const Sizes = z.array(z.object({ table: z.string(), bytes: z.number(), key: z.custom<Item>() }));
type Sizes = z.infer<typeof Sizes>;

type Reason = { Code: string; Message?: string; Item?: unknown };
type Attempt = { table: TableDefinition; written: Written; reason: Reason };

/**
 * All writes or none. A repeated ClientRequestToken within ten minutes does nothing a second time. Operations follow
 * one another, so there are no TransactionConflicts: of two transactions that collide, the later one sees what the first did.
 */
export function transactWriteItems(context: Context, request: TransactWriteItems) {
  const { store, now } = context;
  const { TransactItems, ClientRequestToken: token, ReturnConsumedCapacity } = request;
  const writes = TransactItems.map(toWrite);
  checkTargets(context, writes);
  const fingerprint = createHash('sha256').update(JSON.stringify(TransactItems)).digest('base64');

  const charges = store.atomically(() => {
    const known = token === undefined ? undefined : store.recallToken(token, now());
    if (known && known.request !== fingerprint) {
      throw new TableError(
        'IdempotentParameterMismatchException',
        'The request uses the same client token as a previous, but non-identical request',
      );
    }
    if (known) return replayCharges(context, Sizes.parse(JSON.parse(known.sizes)));

    const attempts = writes.map((write) => attempt(context, write));
    if (attempts.some(({ reason }) => reason.Code !== 'None')) throw canceled(context, attempts);
    const sizes: Sizes = attempts.map(({ table, written }) => ({
      table: table.name,
      bytes: imageSize(written),
      key: onlyAttributes(
        written.key,
        keyAttributes(table.key).map(({ name }) => name),
      ),
    }));
    if (sizes.reduce((sum, { bytes }) => sum + bytes, 0) > LARGEST_TRANSACTION_BYTES) {
      throw invalid('Transaction request cannot include items of more than 4 MB in all');
    }
    if (token !== undefined) {
      store.rememberToken(token, { request: fingerprint, sizes: JSON.stringify(sizes) }, now() + TOKEN_LIFETIME_MS);
    }
    return attempts.flatMap(({ table, written }) => writeCharges(table, written, TRANSACTIONAL));
  });
  context.charge(charges);
  return { ConsumedCapacity: consumedCapacities(ReturnConsumedCapacity, charges, true) };
}

/** A consistent view of up to 100 items; what is missing answers `{}`. */
export function transactGetItems(context: Context, request: TransactGetItems) {
  const read = request.TransactItems.map(({ Get }) => {
    const table = context.catalog.find(Get.TableName);
    const item = readItem(context, table, Get);
    return { Get, item, charge: transactionalRead(table, item ? itemSize(item) : 0, item ?? Get.Key) };
  });
  const charges = read.map(({ charge }) => charge);
  context.charge(charges);
  return {
    Responses: read.map(({ Get, item }) => (item ? { Item: projected(item, Get) } : {})),
    ConsumedCapacity: consumedCapacities(request.ReturnConsumedCapacity, charges, true),
  };
}

function toWrite({ Put, Update, Delete, ConditionCheck }: TransactWriteItems['TransactItems'][number]): Write {
  if (Put) return { Put };
  if (Update) return { Update };
  if (Delete) return { Delete };
  if (ConditionCheck) return { ConditionCheck };
  throw invalid('TransactItems can only contain one of Check, Put, Update or Delete');
}

function checkTargets({ catalog }: Context, writes: Write[]): void {
  const seen = new Set<string>();
  for (const write of writes) {
    const table = catalog.find(requestOf(write).TableName);
    const target = `${table.name}/${placeOf(keyOf(write, table), table.key).toString('hex')}`;
    if (seen.has(target)) throw invalid('Transaction request cannot include multiple operations on one item');
    seen.add(target);
  }
}

/** Does one of the writes, and says why not instead of throwing, so that every write can have its reason. */
function attempt({ store, catalog }: Context, write: Write): Attempt {
  const table = catalog.find(requestOf(write).TableName);
  try {
    const written = writeItem(store, table, write);
    return { table, written, reason: written.conditionMet ? { Code: 'None' } : failedCondition(write, written) };
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    const written = { conditionMet: false, key: keyOf(write, table), before: undefined, after: undefined };
    return { table, written, reason: { Code: 'ValidationError', Message: error.message } };
  }
}

const failedCondition = (write: Write, written: Written): Reason => ({
  Code: 'ConditionalCheckFailed',
  Message: 'The conditional request failed',
  ...itemOnFailure(write, written),
});

/** AWS publishes no figure for a cancelled transaction; it is billed as if it had been done, without the indexes. */
function canceled(context: Context, attempts: Attempt[]): TableError {
  context.charge(attempts.map(({ table, written }) => tableCharge(table, written, TRANSACTIONAL)));
  const CancellationReasons = attempts.map(({ reason }) => reason);
  const codes = CancellationReasons.map(({ Code }) => Code).join(', ');
  return new TableError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    { CancellationReasons },
  );
}

const replayCharges = ({ catalog }: Context, sizes: Sizes): Charge[] =>
  sizes.map(({ table, bytes, key }) => transactionalRead(catalog.find(table), bytes, key));

const transactionalRead = (table: TableDefinition, bytes: number, item: Item): Charge =>
  readCharge(table, { units: readUnits(bytes, true) * TRANSACTIONAL, items: [item] });
