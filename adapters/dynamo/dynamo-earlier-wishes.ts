import { EarlierWish } from '../../domain/earlier-turn.ts';
import type { Post } from '../../domain/ledger.ts';
import type { EarlierWishes, WishName } from '../../domain/ports/earlier-wishes.ts';
import { toMillis } from '../../domain/time.ts';
import type { CityTable } from './city-table.ts';
import { isNew, unchangedSinceRead } from './expression.ts';
import { queuePartition, WISH, wishKey } from './keys.ts';

/** Wishes lie in the partition of their queue, in its order, and vanish once their turn is over. */
export class DynamoEarlierWishes implements EarlierWishes {
  readonly #table: CityTable;

  constructor(table: CityTable) {
    this.#table = table;
  }

  async add(wish: EarlierWish): Promise<void> {
    await this.#table.write([{ put: itemOf(wish), when: { condition: isNew } }]);
  }

  async has(wish: WishName): Promise<boolean> {
    return (await this.#table.get(wishKey(wish), EarlierWish, { strong: true })) !== undefined;
  }

  async of(post: Post, limit: number): Promise<readonly EarlierWish[]> {
    const { items } = await this.#table.page(
      {
        keys: '#pk = :queue AND begins_with(#sk, :wish)',
        values: { ':queue': queuePartition(post), ':wish': WISH },
        limit,
      },
      EarlierWish,
    );
    return items;
  }

  async save(wish: EarlierWish): Promise<boolean> {
    const when = { condition: unchangedSinceRead, values: { ':read': wish.version - 1 } };
    return (await this.#table.write([{ put: itemOf(wish), when }])).agreed;
  }

  async remove(wish: WishName): Promise<void> {
    await this.#table.write([{ remove: wishKey(wish) }]);
  }
}

const itemOf = (wish: EarlierWish) => ({
  ...wishKey(wish),
  ...wish,
  expiresAt: Math.floor(toMillis(wish.endsAt) / 1000),
});
