import { DrawState, NO_DRAWS } from '../../domain/draw.ts';
import type { LedgerEntry, Post } from '../../domain/ledger.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Look, Queues } from '../../domain/ports/queues.ts';
import type { Instant } from '../../domain/time.ts';
import { type CityTable, StoredKey } from './city-table.ts';
import { isNew, unchangedSinceRead } from './expression.ts';
import { drawsKey, queueLooksPartition } from './keys.ts';
import { drawIdOf, unchainedItem } from './ledger-step.ts';
import { lookItem } from './queue-step.ts';

/** Marks of all queues of a city lie in the order in which they are due; the draws lie with their queue. */
export class DynamoQueues implements Queues {
  readonly #table: CityTable;

  constructor(table: CityTable) {
    this.#table = table;
  }

  async due(city: string, at: Instant, limit: number): Promise<readonly Look[]> {
    const due = {
      keys: '#pk = :looks AND #sk < :later',
      // What is sorted just behind all marks of that moment.
      values: { ':looks': queueLooksPartition(city), ':later': `${at}$` },
      limit,
    };
    const { items } = await this.#table.page(due, StoredKey);
    return items.map(({ sk }) => ({ official: sk.split('#')[1] ?? '', id: sk }));
  }

  async lookAgain(post: Post, at: Instant): Promise<void> {
    await this.#table.load([lookItem(post, `again#${at}`, at)]);
  }

  async done(city: string, looks: readonly Look[]): Promise<void> {
    for (const { id } of looks) await this.#table.write([{ remove: { pk: queueLooksPartition(city), sk: id } }]);
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
