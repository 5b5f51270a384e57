import * as z from 'zod/mini';
import { backOff } from '../../domain/back-off.ts';
import { Digest } from '../../domain/digest.ts';
import type { Digests, StoredDigest } from '../../domain/ports/digests.ts';
import type { LetterResult } from '../../domain/ports/letters.ts';
import { type Instant, plusDays, toMillis } from '../../domain/time.ts';
import { type CityTable, StoredKey } from './city-table.ts';
import { isNew } from './expression.ts';
import { digestKey, digestPartition, dueDigests, toldKey } from './keys.ts';
import { LETTER_RESULTS } from './stored-letters.ts';
import { DUE } from './table.ts';

const DigestItem = z.extend(Digest, {
  attempts: z.int(),
  result: z.optional(z.enum(LETTER_RESULTS)),
});
const Due = z.extend(DigestItem, { dueAt: z.optional(z.string()) });
const Told = z.object({ units: z.set(z.string()) });

/** Who was told on a day is asked on that day only. */
const TOLD_KEPT_DAYS = 3;
const unclaimedSinceRead = '#attempts = :read AND attribute_exists(#dueKey)';

/** One item for each person and day; what is to go out by e-mail stands in the due index until it has. */
export class DynamoDigests implements Digests {
  readonly #table: CityTable;

  constructor(table: CityTable) {
    this.#table = table;
  }

  async toldUnits(city: string, on: string): Promise<readonly string[]> {
    const told = await this.#table.get(toldKey(city, on), Told, { strong: true });
    return [...(told?.units ?? [])];
  }

  /** One set a day, to which each run adds, so that two at once lose nothing. */
  async noteTold(city: string, on: string, units: readonly string[]): Promise<void> {
    const expiresAt = toMillis(`${plusDays(on, TOLD_KEPT_DAYS)}T00:00:00.000Z`) / 1000;
    const values = { ':units': new Set(units), ':expiresAt': expiresAt };
    const adding = { update: 'SET #expiresAt = :expiresAt ADD #units :units', values };
    if (units.length > 0) await this.#table.update(toldKey(city, on), adding, Told);
  }

  async add(digest: Digest, { mailed }: { mailed: boolean }): Promise<StoredDigest> {
    const stored = { ...digest, attempts: 0 };
    const due = mailed && { dueKey: dueDigests(digest.city), dueAt: digest.at };
    const put = { ...digestKey(digest), ...stored, ...due };
    const written = await this.#table.write([{ put, when: { condition: isNew } }]);
    if (written.agreed) return stored;
    return (await this.#table.get(digestKey(digest), DigestItem, { strong: true })) ?? stored;
  }

  async of(city: string, username: string, limit: number): Promise<readonly StoredDigest[]> {
    const newest = { keys: '#pk = :of', values: { ':of': digestPartition(city, username) }, backward: true };
    return (await this.#table.page({ ...newest, strong: true, limit }, DigestItem)).items;
  }

  async due(city: string, at: Instant, limit: number): Promise<readonly StoredDigest[]> {
    const values = { ':digests': dueDigests(city), ':at': at };
    const due = { index: DUE, keys: '#dueKey = :digests AND #dueAt <= :at', values, limit };
    const { items } = await this.#table.page(due, StoredKey);
    const digests = await this.#table.getAll(items, Due, { strong: true });
    // The index may lag behind the table.
    return digests.flatMap(({ dueAt, ...digest }) => (dueAt !== undefined && dueAt <= at ? [digest] : []));
  }

  async claim(digest: StoredDigest, at: Instant): Promise<boolean> {
    const { attempts } = digest;
    const claimed = await this.#table.update(
      digestKey(digest),
      {
        condition: unclaimedSinceRead,
        update: 'SET #attempts = :next, #dueAt = :dueAt REMOVE #result',
        values: { ':read': attempts, ':next': attempts + 1, ':dueAt': backOff(attempts, at) },
      },
      DigestItem,
    );
    return claimed.done;
  }

  async settle(digest: StoredDigest, result: LetterResult): Promise<void> {
    const noted = 'SET #result = :result';
    await this.#table.update(
      digestKey(digest),
      {
        condition: 'attribute_exists(#dueKey)',
        update: result === 'failed' ? noted : `${noted} REMOVE #dueKey, #dueAt`,
        values: { ':result': result },
      },
      DigestItem,
    );
  }
}
