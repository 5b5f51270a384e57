import { type LedgerHead, type LedgerLine, NO_LINES, type Post } from '../../../domain/ledger.ts';
import { agree, type Outcome, refuse } from '../../../domain/outcome.ts';
import type { Ledger, WaitingEntry } from '../../../domain/ports/ledger.ts';
import type { Instant } from '../../../domain/time.ts';
import { keyOf, type MemoryHouse } from './memory-house.ts';

export class MemoryLedger implements Ledger {
  readonly #house: MemoryHouse;

  constructor(house: MemoryHouse) {
    this.#house = house;
  }

  async posts(city: string, limit: number): Promise<readonly string[]> {
    return this.#waitingIn(city)
      .map(([official]) => official)
      .slice(0, limit);
  }

  async countUnchained(city: string, since: Instant): Promise<number> {
    return this.#waitingIn(city).flatMap(([, waiting]) => waiting.filter(({ entry }) => entry.at <= since)).length;
  }

  async next(post: Post, limit: number): Promise<{ head: LedgerHead; waiting: readonly WaitingEntry[] }> {
    const waiting = this.#of(post).waiting.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return { head: await this.head(post), waiting: waiting.slice(0, limit) };
  }

  async append(
    post: Post,
    head: LedgerHead,
    lines: readonly { readonly line: LedgerLine; readonly id: string }[],
  ): Promise<Outcome<void>> {
    const kept = this.#of(post);
    if ((kept.lines.at(-1)?.hash ?? '') !== head.hash) return refuse('changed-meanwhile');
    this.#house.ledgers.set(keyOf(post.city, post.official), {
      waiting: kept.waiting.filter((one) => !lines.some(({ id }) => id === one.id)),
      lines: [...kept.lines, ...lines.map(({ line }) => line)],
    });
    return agree(undefined);
  }

  async head(post: Post): Promise<LedgerHead> {
    const last = this.#of(post).lines.at(-1);
    return last ? { number: last.number, hash: last.hash } : NO_LINES;
  }

  async latest(post: Post, limit: number): Promise<readonly LedgerLine[]> {
    return this.#of(post).lines.toReversed().slice(0, limit);
  }

  async list(post: Post, { limit, after }: { limit: number; after: number }): Promise<readonly LedgerLine[]> {
    return this.#of(post).lines.slice(after, after + limit);
  }

  #of({ city, official }: Post) {
    return this.#house.ledgers.get(keyOf(city, official)) ?? { waiting: [], lines: [] };
  }

  #waitingIn(city: string): (readonly [string, readonly WaitingEntry[]])[] {
    return [...this.#house.ledgers].flatMap(([key, { waiting }]) =>
      key.startsWith(`${city}/`) && waiting.length > 0 ? [[key.slice(city.length + 1), waiting] as const] : [],
    );
  }
}
