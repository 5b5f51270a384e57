import type { EarlierWish } from '../earlier-turn.ts';
import type { Post } from '../ledger.ts';

/** What names a wish. */
export type WishName = Pick<EarlierWish, 'city' | 'official' | 'since' | 'request'>;

/** Those who have a turn of a post and wish for an earlier one. */
export type EarlierWishes = {
  /** Noted once, however often it is said. */
  add(wish: EarlierWish): Promise<void>;
  has(wish: WishName): Promise<boolean>;
  /** In the order of the queue. */
  of(post: Post, limit: number): Promise<readonly EarlierWish[]>;
  /** Writes a wish one version on; false if another run was faster. */
  save(wish: EarlierWish): Promise<boolean>;
  remove(wish: WishName): Promise<void>;
};
