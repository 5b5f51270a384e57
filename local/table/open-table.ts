import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock.ts';
import { batchGetItem, batchWriteItem } from './batches.ts';
import { Catalog } from './catalog.ts';
import * as checked from './checked-request.ts';
import { type ConsumedEntry, Consumption } from './consumption.ts';
import type { Context } from './context.ts';
import { expireItems } from './expire-items.ts';
import { handleRequest } from './handle-request.ts';
import { query, scan } from './read-page.ts';
import { deleteItem, getItem, putItem, updateItem } from './single-item.ts';
import { Store } from './store.ts';
import * as actions from './table-actions.ts';
import { TableError, unreadable } from './table-error.ts';
import { transactGetItems, transactWriteItems } from './transactions.ts';

export type TableOptions = {
  /** Where `table.sqlite` lies; without it everything is in memory and gone at `close`. */
  folder?: string;
  /** Epoch milliseconds; decides what has expired and how long a ClientRequestToken holds. */
  clock: Pick<Clock, 'now'>;
  /** Answers every Scan with AccessDeniedException, as a role without that right would. */
  refuseScan?: boolean;
  /** Told after every request what it cost. */
  onConsumed?: (entry: ConsumedEntry) => void;
};

export type Table = {
  /** Answers one HTTP request of an AWS SDK client. */
  handle(req: IncomingMessage, res: ServerResponse): void;
  /** Does one operation, such as `PutItem`, with a body as the API takes it. Throws a TableError where DynamoDB would refuse. */
  execute(operation: string, body: unknown): object;
  /** Makes the table of a `CreateTable` request; one that is there already keeps its items and gains the indexes it lacks. */
  ensure(request: unknown): void;
  /** The account of all units consumed, by table and index. */
  consumed: Consumption;
  /** Deletes all items whose time to live is over by now; returns how many. */
  expire(): number;
  close(): void;
};

type Operation = (context: Context, body: object) => object;

const operation =
  <T>(check: (body: object) => T, run: (context: Context, request: T) => object): Operation =>
  (context, body) =>
    run(context, check(body));

const OPERATIONS = new Map<string, Operation>([
  ['CreateTable', operation(checked.createTable, actions.createTable)],
  ['DescribeTable', operation(checked.namedTable, actions.describeTable)],
  ['DeleteTable', operation(checked.namedTable, actions.deleteTable)],
  ['UpdateTimeToLive', operation(checked.updateTimeToLive, actions.updateTimeToLive)],
  ['DescribeTimeToLive', operation(checked.namedTable, actions.describeTimeToLive)],
  ['DescribeContinuousBackups', operation(checked.namedTable, actions.describeContinuousBackups)],
  ['PutItem', operation(checked.putItem, putItem)],
  ['GetItem', operation(checked.getItem, getItem)],
  ['UpdateItem', operation(checked.updateItem, updateItem)],
  ['DeleteItem', operation(checked.deleteItem, deleteItem)],
  ['Query', operation(checked.query, query)],
  ['Scan', operation(checked.scan, scan)],
  ['BatchGetItem', operation(checked.batchGetItem, batchGetItem)],
  ['BatchWriteItem', operation(checked.batchWriteItem, batchWriteItem)],
  ['TransactWriteItems', operation(checked.transactWriteItems, transactWriteItems)],
  ['TransactGetItems', operation(checked.transactGetItems, transactGetItems)],
]);

/**
 * DynamoDB on one SQLite file. One process at a time may have a folder open. What was answered has reached the disk:
 * it survives kill -9 and, as far as the disk keeps its word, power loss.
 */
export function openTable({ folder, clock, refuseScan = false, onConsumed }: TableOptions): Table {
  const store = new Store(folder);
  const catalog = new Catalog(store);
  const consumed = new Consumption(onConsumed);

  function execute(name: string, body: unknown): object {
    const run = OPERATIONS.get(name);
    if (!run) throw new TableError('UnknownOperationException', `This table does not know the operation ${name}`);
    if (name === 'Scan' && refuseScan) {
      throw new TableError(
        'AccessDeniedException',
        'Scan reads, and bills, the whole table; it is refused here. Use a Query.',
      );
    }
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      throw unreadable('The body must be a JSON object');
    return run({ store, catalog, now: () => clock.now(), charge: (charges) => consumed.record(name, charges) }, body);
  }

  return {
    execute,
    ensure: (request) => {
      const wanted = checked.createTable(Object(request));
      if (catalog.has(wanted.TableName)) catalog.gainIndexes(wanted, clock.now());
      else catalog.create(wanted, clock.now());
    },
    consumed,
    handle: (req, res) => void handleRequest({ execute, settled: () => store.settled() }, req, res),
    expire: () => expireItems(store, catalog, clock.now()),
    close: () => store.close(),
  };
}
