import type { Anchor } from '../anchor.ts';
import type { Post } from '../ledger.ts';
import type { LocalDate } from '../time.ts';

/** The heads of the ledgers, noted once a day where nobody, not even the office, can change or remove them. */
export type Anchors = {
  /** False if that day's head of the post is noted already. */
  note(post: Post, anchor: Anchor): Promise<boolean>;
  /** Oldest first, from behind a day on. */
  list(
    post: Post,
    page: { readonly limit: number; readonly after?: LocalDate | undefined },
  ): Promise<readonly Anchor[]>;
};
