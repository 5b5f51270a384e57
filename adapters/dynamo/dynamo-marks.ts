import * as z from 'zod/mini';
import type { Marks } from '../../domain/ports/marks.ts';
import { Instant } from '../../domain/time.ts';
import type { CityTable } from './city-table.ts';
import { markKey } from './keys.ts';

const Mark = z.object({ at: Instant });

export class DynamoMarks implements Marks {
  readonly #table: CityTable;

  constructor(table: CityTable) {
    this.#table = table;
  }

  async has(city: string, name: string): Promise<boolean> {
    return (await this.#table.get(markKey(city, name), Mark, { strong: true })) !== undefined;
  }

  async set(city: string, name: string, at: Instant): Promise<void> {
    await this.#table.write([{ put: { ...markKey(city, name), at } }]);
  }
}
