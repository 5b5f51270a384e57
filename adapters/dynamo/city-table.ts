import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import { type Expression, expressed, marshall } from './expression.ts';
import type { Key } from './keys.ts';
import { aMoment, failedCondition, isConflict, withPatience } from './patience.ts';
import { type Item, ReadAhead } from './read-ahead.ts';
import { keyOfStep, type Step, transactItem } from './step.ts';
import { queryOf, type Stretch } from './stretch.ts';

type Schema<Value> = z.core.$ZodType<Value>;

/** What a conditional update came to: the item after it, or the one that stood in its way (none if there was no item). */
export type Updated<Value> =
  | { readonly done: true; readonly item: Value }
  | { readonly done: false; readonly item?: Value };

const MOST_READ = 100;
const MOST_WRITTEN = 25;

/** The one table, in the words of the repositories: items are parsed on reading, writes say their condition. */
export class CityTable {
  readonly #client: DynamoDBClient;
  readonly #name: string;
  readonly #ahead = new ReadAhead();

  constructor(client: DynamoDBClient, name: string) {
    this.#client = client;
    this.#name = name;
  }

  async get<Value>(key: Key, schema: Schema<Value>, { strong = false } = {}): Promise<Value | undefined> {
    const ahead = strong ? await this.#takeAhead(key, { isFirst: true }) : undefined;
    if (ahead) return ahead.item && z.parse(schema, ahead.item);
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#name, Key: marshall(key), ConsistentRead: strong }),
    );
    return Item && z.parse(schema, unmarshall(Item));
  }

  /** While `act` runs, the items of these keys are read together with the first one that it reads strongly. */
  foreseeing<Value>(keys: readonly Key[], act: () => Promise<Value>): Promise<Value> {
    return this.#ahead.foreseeing(keys, act);
  }

  /** An item that was foreseen and not told yet, or nothing: then it must be read. */
  async foreseen<Value>(key: Key, schema: Schema<Value>): Promise<{ item: Value | undefined } | undefined> {
    const ahead = await this.#takeAhead(key, { isFirst: false });
    return ahead && { item: ahead.item && z.parse(schema, ahead.item) };
  }

  /** The next strong read of this item within the same call is answered by what a write has left there. */
  knows(item: Item): void {
    this.#ahead.know(item);
  }

  #takeAhead(key: Key, wish: { isFirst: boolean }) {
    return this.#ahead.take(key, (keys) => this.getAll(keys, AnyItem, { strong: true }), wish);
  }

  /** The items that are there, in the order of the keys. */
  async getAll<Value>(keys: readonly Key[], schema: Schema<Value>, { strong = false } = {}): Promise<Value[]> {
    const found = new Map<string, Value>();
    for (let left = [...keys]; left.length > 0; ) {
      const asked = {
        Keys: left.slice(0, MOST_READ).map(({ pk, sk }) => marshall({ pk, sk })),
        ConsistentRead: strong,
      };
      const { Responses, UnprocessedKeys } = await this.#client.send(
        new BatchGetItemCommand({ RequestItems: { [this.#name]: asked } }),
      );
      for (const item of Responses?.[this.#name] ?? []) {
        found.set(`${item.pk?.S} ${item.sk?.S}`, z.parse(schema, unmarshall(item)));
      }
      const unread = (UnprocessedKeys?.[this.#name]?.Keys ?? []).map((key) => z.parse(StoredKey, unmarshall(key)));
      left = [...left.slice(MOST_READ), ...unread];
      if (unread.length > 0) await aMoment();
    }
    return keys.flatMap(({ pk, sk }) => found.get(`${pk} ${sk}`) ?? []);
  }

  /** One page, as far as DynamoDB reads at once or `limit` says. */
  async page<Value>(stretch: Stretch, schema: Schema<Value>): Promise<{ items: Value[]; isLast: boolean }> {
    const { Items = [], LastEvaluatedKey } = await this.#client.send(new QueryCommand(queryOf(this.#name, stretch)));
    return { items: Items.map((item) => z.parse(schema, unmarshall(item))), isLast: LastEvaluatedKey === undefined };
  }

  /** The whole stretch, however many pages it takes. */
  async all<Value>(stretch: Omit<Stretch, 'limit'>, schema: Schema<Value>): Promise<Value[]> {
    const items: Value[] = [];
    for (let start: Start; ; ) {
      const page = await this.#client.send(new QueryCommand({ ...queryOf(this.#name, stretch), ...start }));
      items.push(...(page.Items ?? []).map((item) => z.parse(schema, unmarshall(item))));
      if (page.LastEvaluatedKey === undefined) return items;
      start = { ExclusiveStartKey: page.LastEvaluatedKey };
    }
  }

  async count(stretch: Omit<Stretch, 'limit'>): Promise<number> {
    let count = 0;
    for (let start: Start; ; ) {
      const page = await this.#client.send(
        new QueryCommand({ ...queryOf(this.#name, stretch), ...start, Select: 'COUNT' as const }),
      );
      count += page.Count ?? 0;
      if (page.LastEvaluatedKey === undefined) return count;
      start = { ExclusiveStartKey: page.LastEvaluatedKey };
    }
  }

  /** Changes one item under a condition. */
  async update<Value>(key: Key, change: Expression, schema: Schema<Value>): Promise<Updated<Value>> {
    this.#ahead.forget([key]);
    try {
      const { Attributes = {} } = await withPatience(() =>
        this.#client.send(
          new UpdateItemCommand({
            TableName: this.#name,
            Key: marshall(key),
            ...expressed(change),
            ReturnValues: 'ALL_NEW',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        ),
      );
      return { done: true, item: z.parse(schema, unmarshall(Attributes)) };
    } catch (fault) {
      if (!(fault instanceof ConditionalCheckFailedException)) throw fault;
      return fault.Item ? { done: false, item: z.parse(schema, unmarshall(fault.Item)) } : { done: false };
    }
  }

  /**
   * Writes all of the steps or none. A step whose condition fails refuses with its own reason; of several the first counts.
   * Writes that keep meeting others are refused as `changed-meanwhile`.
   */
  async write(steps: readonly Step[]): Promise<Outcome<void>> {
    this.#ahead.forget(steps.map(keyOfStep));
    try {
      await withPatience(() => this.#send(steps.map((step) => transactItem(this.#name, step))));
      return agree(undefined);
    } catch (fault) {
      const failed = steps.find((_, index) => failedCondition(fault, index));
      if (failed) return failed.otherwise ?? refuse('changed-meanwhile');
      if (isConflict(fault)) return refuse('changed-meanwhile');
      throw fault;
    }
  }

  /** One write alone needs no transaction, which would cost twice as much. */
  #send(writes: TransactWriteItem[]): Promise<unknown> {
    const [{ Put, Delete, Update } = {}, ...others] = writes;
    if (others.length > 0) return this.#client.send(new TransactWriteItemsCommand({ TransactItems: writes }));
    if (Put) return this.#client.send(new PutItemCommand(Put));
    if (Delete) return this.#client.send(new DeleteItemCommand(Delete));
    if (Update) return this.#client.send(new UpdateItemCommand(Update));
    throw new Error('There is nothing to write.');
  }

  /** Puts many items without a condition and not at once; for data that is loaded and may be loaded again. */
  async load(items: readonly (Key & Readonly<Record<string, unknown>>)[]): Promise<void> {
    let left: WriteRequest[] = items.map((item) => ({ PutRequest: { Item: marshall(item) } }));
    while (left.length > 0) {
      const { UnprocessedItems } = await this.#client.send(
        new BatchWriteItemCommand({ RequestItems: { [this.#name]: left.slice(0, MOST_WRITTEN) } }),
      );
      const refused = UnprocessedItems?.[this.#name] ?? [];
      left = [...left.slice(MOST_WRITTEN), ...refused];
      if (refused.length > 0) await aMoment();
    }
  }
}

type Start = Partial<Pick<ConstructorParameters<typeof QueryCommand>[0], 'ExclusiveStartKey'>> | undefined;

export const StoredKey = z.object({ pk: z.string(), sk: z.string() });
const AnyItem = z.looseObject({ pk: z.string(), sk: z.string() });
