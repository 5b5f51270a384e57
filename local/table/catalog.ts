import { randomUUID } from 'node:crypto';
import type { CreateTable, UpdateTimeToLive } from './requests.ts';
import type { Store } from './store.ts';
import { enterIndexes } from './stored-item.ts';
import { expiryOf, type IndexDefinition, type Key, keyAttributes, type TableDefinition } from './table-definition.ts';
import { invalid, notFound, TableError } from './table-error.ts';

const ARN_PREFIX = 'arn:aws:dynamodb:local:000000000000:table/';

/** The tables there are. Definitions are few and read by every request, so they are also kept in memory. */
export class Catalog {
  readonly #store: Store;
  readonly #byName: Map<string, TableDefinition>;

  constructor(store: Store) {
    this.#store = store;
    this.#byName = new Map(store.definitions().map((definition) => [definition.name, definition]));
  }

  /** Throws a ResourceNotFoundException if there is no such table. */
  find(name: string): TableDefinition {
    const table = this.#byName.get(name);
    if (!table) throw notFound(`Table: ${name} not found`);
    return table;
  }

  has(name: string): boolean {
    return this.#byName.has(name);
  }

  bySpace(space: number): TableDefinition {
    const table = this.#tables().find((one) => one.space === space);
    if (!table) throw notFound(`Table number ${space} not found`);
    return table;
  }

  create(request: CreateTable, now: number): TableDefinition {
    if (this.#byName.has(request.TableName)) {
      throw new TableError('ResourceInUseException', `Table already exists: ${request.TableName}`);
    }
    if (request.LocalSecondaryIndexes) throw invalid('This table does not know local secondary indexes');
    const table = define(request, this.#nextSpace(), now);
    this.#store.saveDefinition(table);
    this.#byName.set(table.name, table);
    return table;
  }

  /** Adds the indexes that the table lacks, with all items that are there. Whatever else differs stays as it was made. */
  gainIndexes(request: CreateTable, now: number): void {
    const table = this.find(request.TableName);
    const wanted = define(request, this.#nextSpace(), now);
    const gained = wanted.indexes.filter(({ name }) => table.indexes.every((known) => known.name !== name));
    if (gained.length === 0) return;
    const { AttributeDefinitions, GlobalSecondaryIndexes } = wanted.description;
    const description = { ...table.description, AttributeDefinitions, GlobalSecondaryIndexes };
    const changed = { ...table, indexes: [...table.indexes, ...gained], description };
    this.#store.atomically(() => {
      this.#store.saveDefinition(changed);
      for (const stored of this.#store.ofTable(table.space)) enterIndexes(this.#store, table, gained, stored);
    });
    this.#byName.set(table.name, changed);
  }

  delete(name: string): TableDefinition {
    const table = this.find(name);
    this.#store.atomically(() => this.#store.deleteTable(table));
    this.#byName.delete(name);
    return table;
  }

  /** Names the attribute that says when items expire, or takes it away; items that are already there follow. */
  updateTimeToLive({ TableName, TimeToLiveSpecification: wanted }: UpdateTimeToLive): void {
    const table = this.find(TableName);
    if (wanted.Enabled === (table.timeToLive !== undefined)) {
      throw invalid(`TimeToLive is already ${wanted.Enabled ? 'enabled' : 'disabled'}`);
    }
    if (!wanted.Enabled && wanted.AttributeName !== table.timeToLive) {
      throw invalid('TimeToLive is active on a different AttributeName');
    }
    const { timeToLive: _, ...rest } = table;
    const changed = wanted.Enabled ? { ...rest, timeToLive: wanted.AttributeName } : rest;
    this.#store.atomically(() => {
      this.#store.saveDefinition(changed);
      for (const { id, item } of this.#store.ofTable(changed.space)) this.#store.setExpiry(id, expiryOf(item, changed));
    });
    this.#byName.set(TableName, changed);
  }

  #nextSpace(): number {
    return 1 + Math.max(0, ...this.#tables().flatMap(spacesOf));
  }

  #tables(): TableDefinition[] {
    return [...this.#byName.values()];
  }
}

const spacesOf = (table: TableDefinition): number[] => [table.space, ...table.indexes.map(({ space }) => space)];

function define(request: CreateTable, firstSpace: number, now: number): TableDefinition {
  const key = keyOf(request, request.KeySchema);
  const indexes = (request.GlobalSecondaryIndexes ?? []).map(
    ({ IndexName, KeySchema, Projection }, at): IndexDefinition => {
      const indexKey = keyOf(request, KeySchema);
      const names = [...keyAttributes(indexKey), ...keyAttributes(key)].map(({ name }) => name);
      const projection = [...new Set([...names, ...(Projection.NonKeyAttributes ?? [])])];
      return {
        space: firstSpace + 1 + at,
        name: IndexName,
        key: indexKey,
        projection: Projection.ProjectionType === 'ALL' ? 'ALL' : projection,
      };
    },
  );
  return { space: firstSpace, name: request.TableName, key, indexes, description: describe(request, now) };
}

function keyOf(request: CreateTable, schema: CreateTable['KeySchema']): Key {
  const [hash, sort] = schema.map(({ AttributeName: name }) => {
    const definition = request.AttributeDefinitions.find((defined) => defined.AttributeName === name);
    if (!definition) throw invalid(`The key attribute ${name} is not defined in AttributeDefinitions`);
    return { name, type: definition.AttributeType };
  });
  if (!hash) throw invalid('A key has a HASH attribute');
  return sort ? { hash, sort } : { hash };
}

function describe(request: CreateTable, now: number): Record<string, unknown> {
  const throughput = request.ProvisionedThroughput ?? { ReadCapacityUnits: 0, WriteCapacityUnits: 0 };
  const { TableName, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } = request;
  const TableArn = ARN_PREFIX + TableName;
  return {
    TableName,
    TableArn,
    TableId: randomUUID(),
    TableStatus: 'ACTIVE',
    CreationDateTime: now / 1000,
    AttributeDefinitions,
    KeySchema,
    ProvisionedThroughput: throughput,
    BillingModeSummary: { BillingMode: request.BillingMode ?? 'PROVISIONED' },
    ...(GlobalSecondaryIndexes && {
      GlobalSecondaryIndexes: GlobalSecondaryIndexes.map((index) => ({
        ...index,
        IndexStatus: 'ACTIVE',
        IndexArn: `${TableArn}/index/${index.IndexName}`,
      })),
    }),
  };
}
