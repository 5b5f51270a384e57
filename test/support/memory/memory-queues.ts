import { drawIdOf } from '../../../adapters/dynamo/ledger-step.ts';
import { type DrawState, NO_DRAWS } from '../../../domain/draw.ts';
import type { LedgerEntry, Post } from '../../../domain/ledger.ts';
import { agree, type Outcome, refuse } from '../../../domain/outcome.ts';
import type { Look, Queues } from '../../../domain/ports/queues.ts';
import type { Instant } from '../../../domain/time.ts';
import { keyOf, type MemoryHouse } from './memory-house.ts';

export class MemoryQueues implements Queues {
  readonly #house: MemoryHouse;
  readonly #draws = new Map<string, DrawState>();

  constructor(house: MemoryHouse) {
    this.#house = house;
  }

  async due(city: string, at: Instant, limit: number): Promise<readonly Look[]> {
    const due = [...this.#house.looks].filter(([key, dueAt]) => key.startsWith(`${city}/`) && dueAt <= at);
    return due.slice(0, limit).map(([key]) => {
      const [, official = '', id = ''] = key.split('/');
      return { official, id };
    });
  }

  async lookAgain({ city, official }: Post, at: Instant): Promise<void> {
    this.#house.looks.set(keyOf(city, official, `again#${at}`), at);
  }

  async done(city: string, looks: readonly Look[]): Promise<void> {
    for (const { official, id } of looks) this.#house.looks.delete(keyOf(city, official, id));
  }

  async draws({ city, official }: Post): Promise<DrawState> {
    return this.#draws.get(keyOf(city, official)) ?? NO_DRAWS;
  }

  async saveDraws(post: Post, state: DrawState, entry?: LedgerEntry): Promise<Outcome<void>> {
    const key = keyOf(post.city, post.official);
    if ((await this.draws(post)).version !== state.version - 1) return refuse('changed-meanwhile');
    this.#draws.set(key, state);
    if (entry) {
      const { waiting, lines } = this.#house.ledgers.get(key) ?? { waiting: [], lines: [] };
      const id = drawIdOf(entry.at, state.version);
      this.#house.ledgers.set(key, { waiting: [...waiting, { id, entry }], lines });
    }
    return agree(undefined);
  }
}
