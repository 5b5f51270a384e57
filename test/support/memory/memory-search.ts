import type { Page } from '../../../domain/ports/page.ts';
import type { Search } from '../../../domain/ports/search.ts';
import { type MemoryHouse, pageOf } from './memory-house.ts';

export class MemorySearch implements Search {
  readonly #house: MemoryHouse;

  constructor(house: MemoryHouse) {
    this.#house = house;
  }

  async find(
    city: string,
    hashes: readonly string[],
    scope: string,
    page: { limit: number; after?: string | undefined },
  ): Promise<Page<string>> {
    const found = this.#house
      .casesOf(city)
      .filter(({ searchKeys }) => hashes.length > 0 && hashes.every((hash) => searchKeys.includes(hash)))
      .map(({ request }) => ({ id: request.id, sort: `${this.#house.pathOf(request)}/${request.id}` }))
      .filter(({ sort }) => sort.startsWith(`${scope}/`));
    const { items, ...rest } = pageOf(found, ({ sort }) => sort, page);
    return { items: items.map(({ id }) => id), ...rest };
  }
}
