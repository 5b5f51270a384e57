import {
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { TABLE_NAME } from '../cloud.ts';
import type { Dice } from '../demo/dice.ts';
import { type Change, COUNTER, drawItem, type Item, MARK, readAll, readItem, sameItem, writeOf } from './items.ts';
import type { Ledger } from './ledger.ts';
import type { VictimProcess } from './victim-process.ts';

const ITEMS = 150;

/** Changes the items of its own partition and knows, of each, the state that was acknowledged last. */
export class ItemWriter {
  readonly partition: string;
  readonly #items = new Map<string, Item>();
  readonly #victim: VictimProcess;
  readonly #ledger: Ledger;
  readonly #dice: Dice;
  #version = 0;

  constructor(name: string, { victim, ledger, dice }: { victim: VictimProcess; ledger: Ledger; dice: Dice }) {
    this.partition = `torture#CASE#${name}`;
    this.#victim = victim;
    this.#ledger = ledger;
    this.#dice = dice;
  }

  /** One write. If it is cut off, the items are read in the next life: all of it must be done, or nothing. */
  async write(): Promise<void> {
    const changes = this.#draw();
    try {
      const outcome = await this.#victim.attempt(({ table }) => this.#send(table, changes));
      if (outcome === 'cut off') return await this.#findOut(changes);
      this.#ledger.acknowledged += 1;
      for (const { sk, after } of changes) this.#know(sk, after);
    } catch (error) {
      if (!(error instanceof Error) || !REFUSED.includes(error.name)) throw error;
      this.#ledger.wrong('lostWrites', `${this.partition} ${changes[0]?.sk} is not in the state acknowledged last`);
      for (const { sk } of changes) await this.#relearn(sk);
    }
  }

  /** Holds everything that is in the partition against what was acknowledged. */
  async check(): Promise<void> {
    const found = await this.#victim.insist(({ table }) => readAll(table, this.partition));
    const bySk = new Map(found.map((item) => [String(item.sk), item]));
    for (const sk of new Set([...this.#items.keys(), ...bySk.keys()])) {
      if (!sameItem(this.#items.get(sk), bySk.get(sk))) this.#ledger.wrong('lostWrites', `${this.partition} ${sk}`);
    }
  }

  #draw(): Change[] {
    this.#version += 1;
    const sk = `ITEM#${String(this.#dice(ITEMS)).padStart(4, '0')}`;
    const before = this.#items.get(sk);
    const after = before && this.#dice(8) === 0 ? undefined : this.#next(sk);
    const change = { sk, before, after };
    if (this.#dice(5) > 0) return [change];
    const mark = `${MARK}${this.#version}`;
    return [change, { sk: mark, before: undefined, after: this.#next(mark) }];
  }

  #next = (sk: string): Item => drawItem(this.#dice, this.partition, sk, this.#version);

  async #send(table: DynamoDBClient, changes: readonly Change[]): Promise<void> {
    const writes = changes.map((change) => writeOf(this.partition, change, this.#dice));
    const [write] = writes;
    if (writes.length > 1) await table.send(new TransactWriteItemsCommand({ TransactItems: [...writes, RAISE] }));
    else if (write) await sendOne(table, write);
  }

  async #findOut(changes: readonly Change[]): Promise<void> {
    this.#ledger.cutOff += 1;
    const done = new Set<boolean>();
    for (const { sk, before, after } of changes) {
      const found = await this.#relearn(sk);
      if (sameItem(found, after)) done.add(true);
      else if (sameItem(found, before)) done.add(false);
      else this.#ledger.wrong('lostWrites', `${this.partition} ${sk} is neither as before nor as after the kill`);
    }
    if (done.size > 1) this.#ledger.wrong('lostWrites', `${this.partition}: half a transaction`);
  }

  async #relearn(sk: string): Promise<Item | undefined> {
    const found = await this.#victim.insist(({ table }) => readItem(table, { pk: this.partition, sk }));
    this.#know(sk, found);
    return found;
  }

  #know(sk: string, item: Item | undefined): void {
    if (item) this.#items.set(sk, item);
    else this.#items.delete(sk);
  }
}

/** How the table says that a condition does not hold. */
const REFUSED = ['ConditionalCheckFailedException', 'TransactionCanceledException'];

const RAISE: TransactWriteItem = {
  Update: {
    TableName: TABLE_NAME,
    Key: marshall(COUNTER),
    UpdateExpression: 'ADD raised :one',
    ExpressionAttributeValues: { ':one': { N: '1' } },
  },
};

const sendOne = async (table: DynamoDBClient, { Put, Update, Delete }: TransactWriteItem): Promise<void> => {
  if (Put?.Item) await table.send(new PutItemCommand({ ...Put, Item: Put.Item, TableName: TABLE_NAME }));
  if (Update) await table.send(new UpdateItemCommand({ ...Update, Key: Update.Key, TableName: TABLE_NAME }));
  if (Delete) await table.send(new DeleteItemCommand({ ...Delete, Key: Delete.Key, TableName: TABLE_NAME }));
};
