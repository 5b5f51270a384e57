import type { Foresight } from '../../domain/ports/foresight.ts';
import type { CityTable } from './city-table.ts';
import { requestKey, slotKey, waitKey } from './keys.ts';

/** Whoever decides on a request reads it, what is published of it, and the slot. */
export class DynamoForesight implements Foresight {
  readonly #table: CityTable;

  constructor(table: CityTable) {
    this.#table = table;
  }

  deciding<Value>(
    { city, request, slot }: Parameters<Foresight['deciding']>[0],
    act: () => Promise<Value>,
  ): Promise<Value> {
    const slots = slot === undefined ? [] : [slotKey(city, slot)];
    return this.#table.foreseeing([requestKey(city, request), waitKey(city, request), ...slots], act);
  }
}
