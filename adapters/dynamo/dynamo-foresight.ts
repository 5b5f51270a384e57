import type { Foresight } from '../../domain/ports/foresight.ts';
import type { CityTable } from './city-table.ts';
import { requestKey, slotKey, waitKey } from './keys.ts';

/** Knows where it lies what a decision will read. */
export class DynamoForesight implements Foresight {
  readonly #table: CityTable;

  constructor(table: CityTable) {
    this.#table = table;
  }

  deciding<Value>(
    { city, request, slot, reads }: Parameters<Foresight['deciding']>[0],
    act: () => Promise<Value>,
  ): Promise<Value> {
    const keyOf = { request: requestKey, published: waitKey };
    const slots = slot === undefined ? [] : [slotKey(city, slot)];
    return this.#table.foreseeing([...reads.map((what) => keyOf[what](city, request)), ...slots], act);
  }
}
