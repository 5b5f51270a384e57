import * as z from 'zod/mini';
import { LedgerEntry, LedgerHead, LedgerLine, NO_LINES, type Post } from '../../domain/ledger.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Ledger, WaitingEntry } from '../../domain/ports/ledger.ts';
import type { Instant } from '../../domain/time.ts';
import { type CityTable, StoredKey } from './city-table.ts';
import { isNew } from './expression.ts';
import {
  CHAINED,
  ledgerHeadKey,
  ledgerLineKey,
  ledgerPartition,
  unchainedKey,
  unchainedPartition,
  unchainedPrefix,
} from './keys.ts';

const WaitingItem = z.extend(LedgerEntry, { sk: z.string() });

/** The lines of a post lie in one partition. Its head is the one item that a writer of the chain must have read. */
export class DynamoLedger implements Ledger {
  readonly #table: CityTable;

  constructor(table: CityTable) {
    this.#table = table;
  }

  async posts(city: string, limit: number): Promise<readonly string[]> {
    const unchained = { keys: '#pk = :unchained', values: { ':unchained': unchainedPartition(city) }, limit };
    const { items } = await this.#table.page(unchained, StoredKey);
    return [...new Set(items.map(({ sk }) => sk.split('#', 1).join()))];
  }

  async countUnchained(city: string, since: Instant): Promise<number> {
    const values = { ':unchained': unchainedPartition(city) };
    const waiting = await this.#table.all({ keys: '#pk = :unchained', values }, WaitingItem);
    return waiting.filter(({ at }) => at <= since).length;
  }

  async next(post: Post, limit: number): Promise<{ head: LedgerHead; waiting: readonly WaitingEntry[] }> {
    // The head comes first: what another writer chains after that makes the head another one.
    const head = await this.head(post);
    const prefix = unchainedPrefix(post.official);
    const { items } = await this.#table.page(
      {
        keys: '#pk = :unchained AND begins_with(#sk, :post)',
        values: { ':unchained': unchainedPartition(post.city), ':post': prefix },
        strong: true,
        limit,
      },
      WaitingItem,
    );
    return { head, waiting: items.map(({ sk, ...entry }) => ({ id: sk.slice(prefix.length), entry })) };
  }

  append(
    post: Post,
    head: LedgerHead,
    lines: readonly { readonly line: LedgerLine; readonly id: string }[],
  ): Promise<Outcome<void>> {
    const { number, hash } = lines.at(-1)?.line ?? head;
    return this.#table.write([
      {
        put: { ...ledgerHeadKey(post), number, hash },
        when: head.number === 0 ? { condition: isNew } : { condition: '#hash = :read', values: { ':read': head.hash } },
      },
      ...lines.flatMap(({ line, id }) => [
        { put: { ...ledgerLineKey(post, line.number), ...line }, when: { condition: isNew } },
        { remove: unchainedKey(post, id) },
      ]),
    ]);
  }

  async head(post: Post): Promise<LedgerHead> {
    return (await this.#table.get(ledgerHeadKey(post), LedgerHead, { strong: true })) ?? NO_LINES;
  }

  async latest(post: Post, limit: number): Promise<readonly LedgerLine[]> {
    const chained = {
      keys: '#pk = :ledger AND begins_with(#sk, :chained)',
      values: { ':ledger': ledgerPartition(post), ':chained': CHAINED },
    };
    const { items } = await this.#table.page({ ...chained, limit, backward: true }, LedgerLine);
    return items;
  }

  async list(post: Post, { limit, after }: { limit: number; after: number }): Promise<readonly LedgerLine[]> {
    const { items } = await this.#table.page(
      {
        keys: '#pk = :ledger AND begins_with(#sk, :chained)',
        values: { ':ledger': ledgerPartition(post), ':chained': CHAINED },
        after: after > 0 ? ledgerLineKey(post, after) : undefined,
        strong: true,
        limit,
      },
      LedgerLine,
    );
    return items;
  }
}
