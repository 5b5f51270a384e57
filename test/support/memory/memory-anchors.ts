import type { Anchor } from '../../../domain/anchor.ts';
import type { Post } from '../../../domain/ledger.ts';
import type { Anchors } from '../../../domain/ports/anchors.ts';
import type { LocalDate } from '../../../domain/time.ts';
import { keyOf } from './memory-house.ts';

export class MemoryAnchors implements Anchors {
  readonly #noted = new Map<string, Anchor>();

  async note({ city, official }: Post, anchor: Anchor): Promise<boolean> {
    const key = keyOf(city, official, anchor.on);
    if (this.#noted.has(key)) return false;
    this.#noted.set(key, anchor);
    return true;
  }

  async list({ city, official }: Post, { limit, after = '' }: { limit: number; after?: LocalDate | undefined }) {
    const own = [...this.#noted].filter(([key]) => key.startsWith(`${keyOf(city, official)}/`));
    const days = own.map(([, anchor]) => anchor).filter(({ on }) => on > after);
    return days.toSorted((a, b) => a.on.localeCompare(b.on)).slice(0, limit);
  }
}
