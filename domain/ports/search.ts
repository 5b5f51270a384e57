import type { Page } from './page.ts';

/** Cases found by the keyed hash of a word, number or contact. */
export type Search = {
  /** Cases that carry all these hashes, within the given unit path; the rarest word is read. */
  find(
    city: string,
    hashes: readonly string[],
    scope: string,
    page: { limit: number; after?: string | undefined },
  ): Promise<Page<string>>;
};
