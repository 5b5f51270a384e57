import * as z from 'zod/mini';
import type { CityTable, Updated } from '../../adapters/dynamo/city-table.ts';
import { type Expression, expressed, marshall } from '../../adapters/dynamo/expression.ts';
import { type Key, partitionParts, waitKey } from '../../adapters/dynamo/keys.ts';
import { WaitItem } from '../../adapters/step-functions/wait-item.ts';
import type { Item } from '../../local/table/attribute-value.ts';
import { updateItem } from '../../local/table/checked-request.ts';
import { fulfils } from '../../local/table/condition.ts';
import { applyUpdate } from '../../local/table/update.ts';
import { keyOf, type MemoryCase, type MemoryHouse } from '../support/memory/memory-house.ts';
import { MemoryWaits } from '../support/memory/memory-waits.ts';

type Wait = MemoryCase['wait'];

/**
 * The wait items of the house as the deployed adapters and the deployed definition reach them: their own conditions and
 * updates are evaluated by the embedded table's rules.
 */
export class WaitTable {
  readonly #house: MemoryHouse;

  constructor(house: MemoryHouse) {
    this.#house = house;
  }

  /** What the wake and the sweeper need of the city's table, which is all that they get here. */
  asCityTable(): CityTable {
    return this as unknown as CityTable;
  }

  async get(key: Key): Promise<Wait | undefined> {
    const wait = this.#caseOf(key)?.wait;
    return wait && { ...wait };
  }

  async update(key: Key, change: Expression): Promise<Updated<Wait>> {
    const kept = this.#caseOf(key);
    if (!kept) return { done: false };
    const done = this.write({ TableName: 'waits', Key: marshall(key), ...expressed(change) });
    return done ? { done, item: { ...kept.wait } } : { done, item: { ...kept.wait } };
  }

  async page({ values }: { values: Readonly<Record<string, unknown>>; limit?: number }) {
    const city = String(values[':waits']).split('#', 1).join();
    const ids = await new MemoryWaits(this.#house).overdue(city, String(values[':until']), 500);
    return { items: ids.map((id) => waitKey(city, id)), isLast: true };
  }

  /** One UpdateItem, as it stands in the definition or as an adapter has written it; false if its condition fails. */
  write(request: object): boolean {
    const { Key: key, _condition: condition, _updates: updates } = updateItem(request);
    const kept = this.#caseOf(StoredKey.parse(valuesOf(key)));
    const before: Item = kept ? { ...key, ...attributesOf(kept.wait) } : {};
    if (condition && !fulfils(before, condition.expression)) return false;
    if (!kept) return false;
    kept.wait = WaitItem.parse(valuesOf(applyUpdate(before, updates?.sections ?? [])));
    return true;
  }

  #caseOf({ pk }: Key): MemoryCase | undefined {
    const { city, id } = partitionParts(pk);
    return this.#house.cases.get(keyOf(city, id));
  }
}

const StoredKey = z.object({ pk: z.string(), sk: z.string() });

/** A wait item holds texts and numbers only. */
export const attributesOf = (wait: Wait): Item => {
  const item: Item = {};
  for (const [name, value] of Object.entries(wait))
    if (value !== undefined) item[name] = typeof value === 'number' ? { N: String(value) } : { S: value };
  return item;
};

const valuesOf = (item: Item): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      'N' in value ? Number(value.N) : 'S' in value ? value.S : value,
    ]),
  );
