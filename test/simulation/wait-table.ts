import * as z from 'zod/mini';
import type { CityTable, Updated } from '../../adapters/dynamo/city-table.ts';
import { type Expression, expressed } from '../../adapters/dynamo/expression.ts';
import { type Key, partitionParts, waitKey } from '../../adapters/dynamo/keys.ts';
import { WaitItem } from '../../adapters/step-functions/wait-item.ts';
import type { Json } from '../../local/asl/json.ts';
import { keyOf, type MemoryCase, type MemoryHouse } from '../support/memory/memory-house.ts';
import { MemoryWaits } from '../support/memory/memory-waits.ts';
import { applied, fulfils, type Plain, type Said } from './expressions.ts';

type Wait = MemoryCase['wait'];

const Value = z.union([z.object({ S: z.string() }), z.object({ N: z.string() })]);
const Update = z.object({
  Key: z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) }),
  ConditionExpression: z.optional(z.string()),
  UpdateExpression: z.optional(z.string()),
  ExpressionAttributeNames: z.optional(z.record(z.string(), z.string())),
  ExpressionAttributeValues: z.optional(z.record(z.string(), Value)),
});

/**
 * The wait items of the house as the deployed adapters and the deployed definition reach them, by their own conditions and
 * updates.
 */
export class WaitTable {
  readonly #house: MemoryHouse;
  /** The token that each wait had before its last one. */
  readonly #oldTokens = new Map<string, Partial<Wait>>();
  readonly #isReadLate: (request: string) => boolean;

  /** @param isReadLate whether the next to read a wait acts on a token that has been replaced meanwhile */
  constructor(house: MemoryHouse, isReadLate: (request: string) => boolean) {
    this.#house = house;
    this.#isReadLate = isReadLate;
  }

  /** What the wake and the sweeper need of the city's table, which is all that they get here. */
  asCityTable(): CityTable {
    return this as unknown as CityTable;
  }

  async get(key: Key): Promise<Wait | undefined> {
    const wait = this.item(key);
    const old = this.#oldTokens.get(key.pk);
    if (!wait || !old || old.taskToken === wait.taskToken) return wait;
    return this.#isReadLate(partitionParts(key.pk).id) ? { ...wait, ...old } : wait;
  }

  /** What stands there now. */
  item(key: Key): Wait | undefined {
    const wait = this.#caseOf(key)?.wait;
    return wait && { ...wait };
  }

  async update(key: Key, change: Expression): Promise<Updated<Wait>> {
    const { ExpressionAttributeNames: names } = expressed({ condition: change.condition, update: change.update });
    const done = this.#write(key, { ...change, names, values: change.values as Plain });
    const wait = this.item(key);
    return wait ? { done, item: wait } : { done: false };
  }

  async page({ values }: { values: Readonly<Record<string, unknown>> }) {
    const city = String(values[':waits']).split('#', 1).join();
    const ids = await new MemoryWaits(this.#house).overdue(city, String(values[':until']), 500);
    return { items: ids.map((id) => waitKey(city, id)), isLast: true };
  }

  /** One UpdateItem as it stands in the definition; false if its condition fails. */
  updateItem(request: Json): boolean {
    const asked = z.parse(Update, request);
    const values = Object.entries(asked.ExpressionAttributeValues ?? {}).map(([name, value]) => [
      name,
      'N' in value ? Number(value.N) : value.S,
    ]);
    return this.#write(
      { pk: asked.Key.pk.S, sk: asked.Key.sk.S },
      {
        condition: asked.ConditionExpression,
        update: asked.UpdateExpression,
        names: asked.ExpressionAttributeNames,
        values: Object.fromEntries(values),
      },
    );
  }

  #write(key: Key, said: Said): boolean {
    const kept = this.#caseOf(key);
    const before: Plain = kept ? { ...key, ...kept.wait } : {};
    if (!fulfils(before, said) || !kept) return false;
    const { taskToken, tokenVersion, tokenStep, expectedStep } = kept.wait;
    kept.wait = WaitItem.parse(applied(before, said));
    if (taskToken !== undefined && taskToken !== kept.wait.taskToken)
      this.#oldTokens.set(key.pk, { taskToken, tokenVersion, tokenStep, expectedStep });
    return true;
  }

  #caseOf({ pk }: Key): MemoryCase | undefined {
    const { city, id } = partitionParts(pk);
    return this.#house.cases.get(keyOf(city, id));
  }
}

/** A wait item as GetItem answers with it. */
export const attributesOf = (wait: Wait): Record<string, { N: string } | { S: string }> => {
  const item: Record<string, { N: string } | { S: string }> = {};
  for (const [name, value] of Object.entries(wait))
    if (value !== undefined) item[name] = typeof value === 'number' ? { N: String(value) } : { S: value };
  return item;
};
