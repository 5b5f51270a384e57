import { isDeepStrictEqual } from 'node:util';
import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  paginateQuery,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { DUE, INBOX } from '../../adapters/dynamo/table.ts';
import { TABLE_NAME } from '../cloud.ts';
import type { Dice } from '../demo/dice.ts';

export type Item = Readonly<Record<string, unknown>>;

/** One item going from one state to the next; undefined where it does not exist. */
export type Change = { readonly sk: string; readonly before: Item | undefined; readonly after: Item | undefined };

export const PILES = 7;
export const DAYS = 3;
export const pileOf = (number: number) => `torture#pile#${number}`;
export const dayOf = (number: number) => `torture#day#${number}`;
/** The counter that every transaction of every writer raises by one. */
export const COUNTER = { pk: 'torture#COUNT', sk: 'COUNT' };
/** What each transaction leaves beside the item that it changes. */
export const MARK = 'MARK#';

/** The next state of an item: it moves between the piles of one index and the days of the other, or leaves them. */
export const drawItem = (dice: Dice, pk: string, sk: string, version: number): Item => ({
  ...{ pk, sk, version, text: `${version}-`.repeat(5 + dice(60)) },
  ...(dice(4) > 0 && { inboxKey: pileOf(dice(PILES)), inboxSort: `${dice(1000)}#${sk}` }),
  ...(dice(2) > 0 && { dueKey: dayOf(dice(DAYS)), dueAt: `${dice(1000)}` }),
});

/** The change as one conditional write: it may only be done to the state it starts from. */
export const writeOf = (pk: string, { sk, before, after }: Change, dice: Dice): TransactWriteItem => {
  const common = { TableName: TABLE_NAME, ...conditionOf(before) };
  if (!after) return { Delete: { ...common, Key: marshall({ pk, sk }) } };
  if (!before || dice(3) === 0) return { Put: { ...common, Item: marshall(after) } };
  const changed = Object.keys(after).filter((name) => name !== 'pk' && name !== 'sk');
  const dropped = Object.keys(before).filter((name) => !(name in after));
  const set = changed.map((name) => `#${name} = :${name}`).join(', ');
  const remove = dropped.length > 0 ? ` REMOVE ${dropped.map((name) => `#${name}`).join(', ')}` : '';
  const values = Object.fromEntries(changed.map((name) => [`:${name}`, after[name]]));
  return {
    Update: {
      ...common,
      Key: marshall({ pk, sk }),
      UpdateExpression: `SET ${set}${remove}`,
      ExpressionAttributeNames: Object.fromEntries([...changed, ...dropped].map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: { ...common.ExpressionAttributeValues, ...marshall(values) },
    },
  };
};

const conditionOf = (before: Item | undefined) =>
  before
    ? {
        ConditionExpression: 'version = :before',
        ExpressionAttributeValues: marshall({ ':before': before.version }),
      }
    : { ConditionExpression: 'attribute_not_exists(pk)', ExpressionAttributeValues: undefined };

export const sameItem = (one: Item | undefined, other: Item | undefined) => isDeepStrictEqual(one, other);

export const readItem = async (client: DynamoDBClient, key: { pk: string; sk: string }): Promise<Item | undefined> => {
  const { Item } = await client.send(
    new GetItemCommand({ TableName: TABLE_NAME, Key: marshall(key), ConsistentRead: true }),
  );
  return Item && unmarshall(Item);
};

/** All items of a partition, or all rows of an index under one key. */
export const readAll = async (client: DynamoDBClient, key: string, index?: 'inbox' | 'due'): Promise<Item[]> => {
  const name = index === INBOX ? 'inboxKey' : index === DUE ? 'dueKey' : 'pk';
  const found: Record<string, AttributeValue>[] = [];
  const query = {
    TableName: TABLE_NAME,
    KeyConditionExpression: `${name} = :key`,
    ExpressionAttributeValues: marshall({ ':key': key }),
    ...(index ? { IndexName: index } : { ConsistentRead: true }),
  };
  for await (const { Items = [] } of paginateQuery({ client }, query)) found.push(...Items);
  return found.map((item) => unmarshall(item));
};
