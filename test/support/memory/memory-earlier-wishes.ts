import type { EarlierWish } from '../../../domain/earlier-turn.ts';
import type { Post } from '../../../domain/ledger.ts';
import type { EarlierWishes, WishName } from '../../../domain/ports/earlier-wishes.ts';
import { keyOf } from './memory-house.ts';

export class MemoryEarlierWishes implements EarlierWishes {
  readonly #wishes = new Map<string, EarlierWish>();

  async add(wish: EarlierWish): Promise<void> {
    if (!this.#wishes.has(nameOf(wish))) this.#wishes.set(nameOf(wish), wish);
  }

  async has(wish: WishName): Promise<boolean> {
    return this.#wishes.has(nameOf(wish));
  }

  async of({ city, official }: Post, limit: number): Promise<readonly EarlierWish[]> {
    const all = [...this.#wishes].filter(([name]) => name.startsWith(keyOf(city, official, '')));
    return all
      .toSorted()
      .slice(0, limit)
      .map(([, wish]) => wish);
  }

  async save(wish: EarlierWish): Promise<boolean> {
    if (this.#wishes.get(nameOf(wish))?.version !== wish.version - 1) return false;
    this.#wishes.set(nameOf(wish), wish);
    return true;
  }

  async remove(wish: WishName): Promise<void> {
    this.#wishes.delete(nameOf(wish));
  }
}

const nameOf = ({ city, official, since, request }: WishName): string => keyOf(city, official, since, request);
