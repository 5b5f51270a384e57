import { type CreateTableCommandInput, DynamoDB, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { FakeClock } from '../../../local/clock.ts';
import { listen } from '../../../local/listen.ts';
import { openTable, type TableOptions } from '../../../local/table/open-table.ts';

/** The real SDK client, pointed at a local table. */
export const clientOf = (url: string, more: DynamoDBClientConfig = {}): DynamoDB =>
  new DynamoDB({
    endpoint: url,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
    ...more,
  });

/** An engine in memory (or in a folder) behind HTTP, with the table `cases`, its client and a clock that tests move. */
export async function startTable(options: Partial<TableOptions> = {}) {
  const clock = new FakeClock(Date.parse('2026-01-01T00:00:00.000Z'));
  const table = openTable({ clock, ...options });
  const server = await listen(table.handle);
  const client = clientOf(server.url);
  await client.createTable(CASES);
  return {
    clock,
    table,
    url: server.url,
    client,
    stop: async () => {
      client.destroy();
      await server.close();
      table.close();
    },
  };
}

/**
 * Table `cases`: key pk, sk (texts); index `by-day` on day (text), rank (number) with `title`; index `by-owner` on
 * owner alone with all attributes.
 */
export const CASES: CreateTableCommandInput = {
  TableName: 'cases',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
    { AttributeName: 'day', AttributeType: 'S' },
    { AttributeName: 'rank', AttributeType: 'N' },
    { AttributeName: 'owner', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-day',
      KeySchema: [
        { AttributeName: 'day', KeyType: 'HASH' },
        { AttributeName: 'rank', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['title'] },
    },
    {
      IndexName: 'by-owner',
      KeySchema: [{ AttributeName: 'owner', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
};

/** ExpressionAttributeNames that let `#name` stand for the attribute `name`; nothing if the expression has none. */
export function namesIn(expression: string): { ExpressionAttributeNames?: Record<string, string> } {
  const names = [...expression.matchAll(/#(\w+)/g)].map(([name = '', word = '']) => [name, word] as const);
  return names.length > 0 ? { ExpressionAttributeNames: Object.fromEntries(names) } : {};
}
