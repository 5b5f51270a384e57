import { DrawState, NO_DRAWS } from '../../domain/draw.ts';
import type { LedgerEntry, Post } from '../../domain/ledger.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Look, Queues } from '../../domain/ports/queues.ts';
import type { Instant } from '../../domain/time.ts';
import { type CityTable, StoredKey } from './city-table.ts';
import { isNew, unchangedSinceRead } from './expression.ts';
import { drawsKey, dueQueues, LOOK, lookAtKey, partitionParts } from './keys.ts';
import { drawIdOf, unchainedItem } from './ledger-step.ts';
import { lookItem } from './queue-step.ts';
import { DUE } from './table.ts';

/** Marks of one queue and its draws lie in one partition. */
export class DynamoQueues implements Queues {
  readonly #table: CityTable;

  constructor(table: CityTable) {
    this.#table = table;
  }

  async due(city: string, at: Instant, limit: number): Promise<readonly Look[]> {
    const due = {
      index: DUE,
      keys: '#dueKey = :queues AND #dueAt <= :at',
      values: { ':queues': dueQueues(city), ':at': at },
      limit,
    };
    const { items } = await this.#table.page(due, StoredKey);
    return items.map(({ pk, sk }) => ({ official: partitionParts(pk).id, id: sk.slice(LOOK.length) }));
  }

  async lookAgain(post: Post, at: Instant): Promise<void> {
    await this.#table.load([lookItem(post, `again#${at}`, at)]);
  }

  async done(city: string, looks: readonly Look[]): Promise<void> {
    for (const { official, id } of looks) await this.#table.write([{ remove: lookAtKey({ city, official }, id) }]);
  }

  async draws(post: Post): Promise<DrawState> {
    return (await this.#table.get(drawsKey(post), DrawState, { strong: true })) ?? NO_DRAWS;
  }

  saveDraws(post: Post, state: DrawState, entry?: LedgerEntry): Promise<Outcome<void>> {
    const read = state.version - 1;
    return this.#table.write([
      {
        put: { ...drawsKey(post), ...state },
        when: read === 0 ? { condition: isNew } : { condition: unchangedSinceRead, values: { ':read': read } },
      },
      ...(entry ? [{ put: unchainedItem(post, drawIdOf(entry.at, state.version), entry) }] : []),
    ]);
  }
}
