import type { Scans } from '../../domain/ports/scans.ts';
import { Scan } from '../../domain/scan.ts';
import type { Instant } from '../../domain/time.ts';
import { type CityTable, StoredKey } from './city-table.ts';
import { isNew, unchangedSinceRead } from './expression.ts';
import { dueScans, scanKey } from './keys.ts';
import { DUE } from './table.ts';

/** Scans in the table; one that something is to be done about stands in the due index. */
export class DynamoScans implements Scans {
  readonly #table: CityTable;

  constructor(table: CityTable) {
    this.#table = table;
  }

  async add(scan: Scan): Promise<void> {
    await this.#table.write([{ put: itemOf(scan), when: { condition: isNew } }]);
  }

  find(city: string, id: string): Promise<Scan | undefined> {
    return this.#table.get(scanKey(city, id), Scan, { strong: true });
  }

  several(city: string, ids: readonly string[]): Promise<readonly Scan[]> {
    const keys = ids.map((id) => scanKey(city, id));
    return this.#table.getAll(keys, Scan, { strong: true });
  }

  async due(city: string, at: Instant, limit: number): Promise<readonly Scan[]> {
    const values = { ':scans': dueScans(city), ':at': at };
    const due = { index: DUE, keys: '#dueKey = :scans AND #dueAt <= :at', values, limit };
    const { items } = await this.#table.page(due, StoredKey);
    const scans = await this.#table.getAll(items, Scan, { strong: true });
    // The index may lag behind the table.
    return scans.filter(({ dueAt }) => dueAt !== undefined && dueAt <= at);
  }

  async save(scan: Scan): Promise<boolean> {
    const when = { condition: unchangedSinceRead, values: { ':read': scan.version - 1 } };
    return (await this.#table.write([{ put: itemOf(scan), when }])).agreed;
  }
}

const itemOf = (scan: Scan) => ({
  ...scanKey(scan.city, scan.id),
  ...scan,
  ...(scan.dueAt !== undefined && { dueKey: dueScans(scan.city) }),
});
