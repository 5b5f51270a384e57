/** The indexes of the table, by their names. */
export const INBOX = 'inbox';
export const DUE = 'due';
export const PROMISES = 'promises';

/**
 * The shape of the one table, as data: local start creates it from here, and so does the CDK stack. Keys are texts;
 * the indexes hold keys only, and only of items that carry both of their attributes.
 */
export const TABLE_SHAPE = {
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: [
    { name: INBOX, partitionKey: 'inboxKey', sortKey: 'inboxSort' },
    { name: DUE, partitionKey: 'dueKey', sortKey: 'dueAt' },
    { name: PROMISES, partitionKey: 'promiseKey', sortKey: 'promiseSort' },
  ],
  /** Epoch seconds; only what may vanish by itself carries it (one-time codes, counters). */
  timeToLive: 'expiresAt',
} as const;

/** The table as the `CreateTable` request wants it; time to live is a request of its own, `timeToLiveOf`. */
export const createTableOf = (tableName: string) => {
  const keySchema = ({ partitionKey, sortKey }: { partitionKey: string; sortKey: string }) => [
    { AttributeName: partitionKey, KeyType: 'HASH' as const },
    { AttributeName: sortKey, KeyType: 'RANGE' as const },
  ];
  const keyed = [TABLE_SHAPE, ...TABLE_SHAPE.indexes];
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST' as const,
    AttributeDefinitions: keyed
      .flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey])
      .map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
    KeySchema: keySchema(TABLE_SHAPE),
    GlobalSecondaryIndexes: TABLE_SHAPE.indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keySchema(index),
      Projection: { ProjectionType: 'KEYS_ONLY' as const },
    })),
  };
};

export const timeToLiveOf = (tableName: string) => ({
  TableName: tableName,
  TimeToLiveSpecification: { Enabled: true, AttributeName: TABLE_SHAPE.timeToLive },
});
