import type { Page, Search } from '../../domain/ports.ts';
import { type CityTable, StoredKey } from './city-table.ts';
import { type Key, searchPartition, searchScope } from './keys.ts';

/** So many rows of each word are read at first: about 4 KB, half a read unit. */
const ROWS_AT_ONCE = 50;

type Rows = { readonly hash: string; readonly sorts: readonly string[]; readonly isLast: boolean };

/** Where in the tree a search begins, and where it goes on. */
type Place = { readonly city: string; readonly scope: string };

/**
 * Cases by keyed hashes. The unit's path stands in the sort key, so that the scope is part of the query and what lies
 * outside is neither read nor paid for. Of several words the one with the fewest rows leads, and the others are asked for
 * exactly its cases: a name that everybody bears costs no more than a rare one.
 */
export class DynamoSearch implements Search {
  readonly #table: CityTable;

  constructor(table: CityTable) {
    this.#table = table;
  }

  async find(
    city: string,
    hashes: readonly string[],
    scope: string,
    { limit, after }: { limit: number; after?: string | undefined },
  ): Promise<Page<string>> {
    const place: Place = { city, scope: searchScope(scope) };
    // A place to go on that lies elsewhere was not given out by this search.
    if (hashes.length === 0 || (after && !after.startsWith(place.scope))) return { items: [] };
    const found: string[] = [];
    let rows = rarest(await Promise.all([...new Set(hashes)].map((hash) => this.#rows(hash, place, after))));
    for (;;) {
      const others = hashes.filter((hash) => hash !== rows.hash);
      found.push(...(await this.#withAll(rows.sorts, others, city)));
      if (found.length > limit || rows.isLast) return pageOf(found, limit);
      rows = await this.#rows(rows.hash, place, rows.sorts.at(-1));
    }
  }

  async #rows(hash: string, { city, scope }: Place, after: string | undefined): Promise<Rows> {
    const pk = searchPartition(city, hash);
    const { items, isLast } = await this.#table.page(
      {
        keys: '#pk = :word AND begins_with(#sk, :scope)',
        values: { ':word': pk, ':scope': scope },
        limit: ROWS_AT_ONCE,
        after: after ? { pk, sk: after } : undefined,
      },
      StoredKey,
    );
    return { hash, sorts: items.map(({ sk }) => sk), isLast };
  }

  /** Those of the cases that the other words have too: the same sort key in the words' own partitions. */
  async #withAll(sorts: readonly string[], others: readonly string[], city: string): Promise<string[]> {
    let left = [...sorts];
    for (const hash of others) {
      const keys = left.map((sk): Key => ({ pk: searchPartition(city, hash), sk }));
      left = (await this.#table.getAll(keys, StoredKey)).map(({ sk }) => sk);
    }
    return left;
  }
}

/** The word whose rows end first; if none ends on its first page, any of them is as good. */
const rarest = ([first, ...words]: readonly Rows[]): Rows => {
  if (!first) throw new Error('A search has at least one word.');
  return words.reduce((best, word) => {
    const isShorter = word.isLast && (!best.isLast || word.sorts.length < best.sorts.length);
    return isShorter ? word : best;
  }, first);
};

/** A sort key is `unit/path/id`; the page goes on behind the last one shown. */
const pageOf = (sorts: readonly string[], limit: number): Page<string> => {
  const page = sorts.slice(0, limit);
  const items = page.map((sort) => sort.slice(sort.lastIndexOf('/') + 1));
  const next = page.at(-1);
  return sorts.length > limit && next !== undefined ? { items, next } : { items };
};
