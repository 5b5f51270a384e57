import type { Item } from '../../local/table/attribute-value.ts';
import { compareValues } from '../../local/table/attribute-value.ts';
import * as checked from '../../local/table/checked-request.ts';
import { fulfils } from '../../local/table/condition.ts';
import type { Delete, KeyCondition, Put, Update } from '../../local/table/requests.ts';
import { applyUpdate } from '../../local/table/update.ts';

/** The items of a state by their place; never changed, only replaced. */
export type Items = Readonly<Record<string, Item>>;
/** One call of the SDK, as its client got it: the command's name and input. */
export type Call = { readonly command: string; readonly input: object };
/** What the client is told: an output, or the name of a fault and what it carries. */
export type Answer = { readonly output: object } | { readonly fault: string; readonly more?: object };
export type Executed = { readonly items: Items; readonly answer: Answer; readonly written: readonly Item[] };

const textOf = (item: Item, name: string): string => {
  const value = item[name];
  return value && 'S' in value ? value.S : '';
};
export const placeOf = (item: Item): string => `${textOf(item, 'pk')} ${textOf(item, 'sk')}`;

/** Only what rules and conditions read is kept: requests with their orders, waits, turns, and the limit of open requests. */
const isKept = (item: Item): boolean =>
  /^CORE#|^WAIT$|^SLOT$/.test(textOf(item, 'sk')) || placeOf(item).includes('#OPEN#');

/**
 * Does one call, whole and at once, in the words of the embedded table: its parser of expressions, its conditions, its
 * updates. `written` lists what a write put or changed, kept or not.
 */
export const execute = (items: Items, { command, input }: Call): Executed => {
  const text = JSON.stringify(input);
  const operation = OPERATIONS.get(text) ?? operationOf({ command, input: JSON.parse(text) });
  OPERATIONS.set(text, operation);
  return operation(items);
};

type Operation = (items: Items) => Executed;
/** Calls that were made before, with their expressions parsed: that takes longer than to do them. */
const OPERATIONS = new Map<string, Operation>();

const operationOf = ({ command, input }: Call): Operation => {
  const reading =
    (outputOf: (items: Items) => object): Operation =>
    (items) => ({
      ...{ items, answer: { output: outputOf(items) }, written: [] },
    });
  switch (command) {
    case 'GetItemCommand': {
      const place = placeOf(checked.getItem(input).Key);
      return reading((items) => (items[place] ? { Item: items[place] } : {}));
    }
    case 'BatchGetItemCommand': {
      const wanted = Object.entries(checked.batchGetItem(input).RequestItems);
      return reading((items) => {
        const found = wanted.map(([table, { Keys }]) => [
          table,
          Keys.map((key) => items[placeOf(key)]).filter((item) => item !== undefined),
        ]);
        return { Responses: Object.fromEntries(found) };
      });
    }
    case 'QueryCommand': {
      const query = checked.query(input);
      return reading((items) => ({ Items: queried(items, query) }));
    }
    case 'PutItemCommand':
      return alone({ Put: checked.putItem(input) });
    case 'UpdateItemCommand':
      return alone({ Update: checked.updateItem(input) });
    case 'DeleteItemCommand':
      return alone({ Delete: checked.deleteItem(input) });
    case 'TransactWriteItemsCommand':
      return together(checked.transactWriteItems(input).TransactItems);
    default:
      throw new Error(`The small world does not know ${command}`);
  }
};

type Done = {
  readonly place: string;
  readonly before: Item | undefined;
  readonly item: Item | undefined;
  readonly isDone: boolean;
};
type Write = { readonly Put?: Put; readonly Update?: Update; readonly Delete?: Delete };

/** The item after the write, or undefined if its condition failed. */
const after = (items: Items, { Put: put, Update: update, Delete: remove }: Write): Done => {
  const write = put ?? update ?? remove;
  const place = placeOf(put ? put.Item : ((update ?? remove)?.Key ?? {}));
  const before = items[place];
  if (write?._condition && !fulfils(before ?? {}, write._condition.expression))
    return { place, before, item: before, isDone: false };
  const item = put?.Item ?? (update && applyUpdate(before ?? update.Key, update._updates?.sections ?? []));
  return { place, before, item, isDone: true };
};

const alone =
  (write: Write): Operation =>
  (items) => {
    const done = after(items, write);
    if (done.isDone)
      return { items: put(items, [done]), answer: { output: { Attributes: done.item } }, written: newly([done]) };
    const more = done.before ? { Item: done.before } : {};
    return { items, answer: { fault: 'ConditionalCheckFailedException', more }, written: [] };
  };

const together =
  (writes: readonly Write[]): Operation =>
  (items) => {
    const done = writes.map((write) => after(items, write));
    if (done.every(({ isDone }) => isDone))
      return { items: put(items, done), answer: { output: {} }, written: newly(done) };
    const CancellationReasons = done.map(({ isDone }) => ({ Code: isDone ? 'None' : 'ConditionalCheckFailed' }));
    return { items, answer: { fault: 'TransactionCanceledException', more: { CancellationReasons } }, written: [] };
  };

const newly = (done: readonly Done[]): Item[] => done.map(({ item }) => item).filter((item) => item !== undefined);

const put = (items: Items, done: readonly Done[]): Items => {
  const all: Record<string, Item> = { ...items };
  for (const { place, item } of done) {
    if (item && isKept(item)) all[place] = item;
    else delete all[place];
  }
  return Object.fromEntries(Object.entries(all).toSorted(([one], [other]) => (one < other ? -1 : 1)));
};

const queried = (
  items: Items,
  { KeyConditions, Limit }: { KeyConditions: Record<string, KeyCondition>; Limit?: number },
) => {
  const conditions = Object.entries(KeyConditions);
  const isIn = (item: Item) => conditions.every(([name, condition]) => holds(item, name, condition));
  const sort = conditions.at(-1)?.[0] ?? 'sk';
  const found = Object.values(items).filter(isIn);
  return found.toSorted((a, b) => (textOf(a, sort) < textOf(b, sort) ? -1 : 1)).slice(0, Limit);
};

const holds = (item: Item, name: string, { ComparisonOperator, AttributeValueList }: KeyCondition): boolean => {
  const [value, wanted] = [item[name], AttributeValueList[0]];
  if (!value || !wanted) return false;
  if (ComparisonOperator === 'BEGINS_WITH') return 'S' in value && 'S' in wanted && value.S.startsWith(wanted.S);
  const order = compareValues(value, wanted) ?? Number.NaN;
  if (ComparisonOperator === 'EQ') return order === 0;
  if (ComparisonOperator === 'GE') return order >= 0;
  throw new Error(`The small world does not know ${ComparisonOperator}`);
};
