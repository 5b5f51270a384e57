import type { Scans } from '../../../domain/ports/scans.ts';
import type { Scan } from '../../../domain/scan.ts';
import type { Instant } from '../../../domain/time.ts';
import { keyOf } from './memory-house.ts';

export class MemoryScans implements Scans {
  readonly #scans = new Map<string, Scan>();

  async add(scan: Scan): Promise<void> {
    const key = keyOf(scan.city, scan.id);
    if (!this.#scans.has(key)) this.#scans.set(key, scan);
  }

  async find(city: string, id: string): Promise<Scan | undefined> {
    return this.#scans.get(keyOf(city, id));
  }

  async several(city: string, ids: readonly string[]): Promise<readonly Scan[]> {
    return ids.flatMap((id) => this.#scans.get(keyOf(city, id)) ?? []);
  }

  async due(city: string, at: Instant, limit: number): Promise<readonly Scan[]> {
    return [...this.#scans.values()]
      .filter((scan) => scan.city === city && scan.dueAt !== undefined && scan.dueAt <= at)
      .toSorted((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''))
      .slice(0, limit);
  }

  async save(scan: Scan): Promise<boolean> {
    const key = keyOf(scan.city, scan.id);
    if (this.#scans.get(key)?.version !== scan.version - 1) return false;
    this.#scans.set(key, scan);
    return true;
  }
}
