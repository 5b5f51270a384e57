import type { Page } from '../../domain/ports/page.ts';
import type { Search } from '../../domain/ports/search.ts';
import { type CityTable, StoredKey } from './city-table.ts';
import { type Key, searchPartition, searchScope } from './keys.ts';

/** So many rows of each word are read at first: about 4 KB, half a read unit. */
const ROWS_AT_ONCE = 50;
/** So many rows are looked through for cases of another word: about two read units. */
const ROWS_BETWEEN = 200;
/** Up to here, asking for each case costs no more than that. */
const FEW = 4;

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
    const words = await Promise.all([...new Set(hashes)].map((hash) => this.#rows(hash, place, after)));
    const [leading, ...others] = words.toSorted(byRarity);
    for (let rows = leading; rows; rows = await this.#rows(rows.hash, place, rows.sorts.at(-1))) {
      found.push(...(await this.#withAll(rows.sorts, others, city)));
      if (found.length > limit || rows.isLast) break;
    }
    return pageOf(found, limit);
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

  /** Those of the cases that the other words have too, the rarest of them first: the same sort key in the words' own partitions. */
  async #withAll(sorts: readonly string[], others: readonly Rows[], city: string): Promise<string[]> {
    let left = [...sorts];
    for (const { hash } of others) left = await this.#having(hash, left, city);
    return left;
  }

  /** A few cases are asked for one by one; many are looked up in the word's rows between them, as far as a page of these goes. */
  async #having(hash: string, sorts: readonly string[], city: string): Promise<string[]> {
    const pk = searchPartition(city, hash);
    const [first, last] = [sorts[0], sorts.at(-1)];
    if (first === undefined || last === undefined) return [];
    const keys = '#pk = :word AND #sk BETWEEN :first AND :last';
    const values = { ':word': pk, ':first': first, ':last': last };
    const { items, isLast } =
      sorts.length > FEW
        ? await this.#table.page({ keys, values, limit: ROWS_BETWEEN }, StoredKey)
        : { items: [], isLast: false };
    const read = new Set(items.map(({ sk }) => sk));
    const end = items.at(-1)?.sk ?? '';
    const unread = isLast ? [] : sorts.filter((sk) => sk > end).map((sk): Key => ({ pk, sk }));
    const asked = await this.#table.getAll(unread, StoredKey);
    return [...sorts.filter((sk) => read.has(sk)), ...asked.map(({ sk }) => sk)];
  }
}

/**
 * The word with the fewest rows comes first. Where rows go on, the word that comes further with as many of them is the rarer one:
 * ids are spread evenly.
 */
const byRarity = (a: Rows, b: Rows): number => {
  if (a.isLast !== b.isLast) return a.isLast ? -1 : 1;
  if (a.isLast) return a.sorts.length - b.sorts.length;
  return (a.sorts.at(-1) ?? '') > (b.sorts.at(-1) ?? '') ? -1 : 1;
};

/** A sort key is `unit/path/id`; the page goes on behind the last one shown. */
const pageOf = (sorts: readonly string[], limit: number): Page<string> => {
  const page = sorts.slice(0, limit);
  const items = page.map((sort) => sort.slice(sort.lastIndexOf('/') + 1));
  const next = page.at(-1);
  return sorts.length > limit && next !== undefined ? { items, next } : { items };
};
