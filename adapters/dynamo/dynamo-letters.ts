import type * as z from 'zod/mini';
import { backOff } from '../../domain/back-off.ts';
import type { LetterResult, Letters, StoredLetter } from '../../domain/ports/letters.ts';
import type { Instant } from '../../domain/time.ts';
import { type CityTable, StoredKey } from './city-table.ts';
import { casePartition, dueGathered, dueLetters, LETTER, letterKey } from './keys.ts';
import { LetterItem, letterFrom } from './stored-case.ts';
import { DUE } from './table.ts';

const unclaimedSinceRead = '#attempts = :read AND attribute_exists(#dueKey)';
const isUnsettled = 'attribute_exists(#dueKey)';

/** Letters lie in the partition of their request, and in the due index until nothing more is to be done about them. */
export class DynamoLetters implements Letters {
  readonly #table: CityTable;

  constructor(table: CityTable) {
    this.#table = table;
  }

  due(city: string, at: Instant, limit: number): Promise<readonly StoredLetter[]> {
    return this.#dueIn(dueLetters(city), at, limit);
  }

  gathered(city: string, at: Instant, limit: number): Promise<readonly StoredLetter[]> {
    return this.#dueIn(dueGathered(city), at, limit);
  }

  async #dueIn(pile: string, at: Instant, limit: number): Promise<readonly StoredLetter[]> {
    const values = { ':letters': pile, ':at': at };
    const due = { index: DUE, keys: '#dueKey = :letters AND #dueAt <= :at', values, limit };
    const { items } = await this.#table.page(due, StoredKey);
    const letters = await this.#table.getAll(items, LetterItem, { strong: true });
    // The index may lag behind the table, and knows nothing of claims.
    const isDue = ({ dueAt, claimedUntil = dueAt }: z.infer<typeof LetterItem>) =>
      dueAt !== undefined && dueAt <= at && claimedUntil !== undefined && claimedUntil <= at;
    return letters.filter(isDue).map(letterFrom);
  }

  async claim({ city, request, key, attempts }: StoredLetter, at: Instant): Promise<boolean> {
    const claimed = await this.#table.update(
      letterKey(city, request, key),
      {
        condition: unclaimedSinceRead,
        update: 'SET #attempts = :next, #claimedUntil = :until REMOVE #result',
        values: { ':read': attempts, ':next': attempts + 1, ':until': backOff(attempts, at) },
      },
      LetterItem,
    );
    return claimed.done;
  }

  async settle({ city, request, key }: StoredLetter, result: LetterResult, at: Instant): Promise<void> {
    const noted = 'SET #result = :result, #settledAt = :at';
    // What has failed makes room at the head of the index for letters that have not been tried yet.
    const later = `${noted}, #dueAt = if_not_exists(#claimedUntil, #dueAt)`;
    await this.#table.update(
      letterKey(city, request, key),
      {
        condition: isUnsettled,
        update: result === 'failed' ? later : `${noted} REMOVE #dueKey, #dueAt, #claimedUntil`,
        values: { ':result': result, ':at': at },
      },
      LetterItem,
    );
  }

  /** In the order in which they were written. */
  async of(city: string, request: string): Promise<readonly StoredLetter[]> {
    const values = { ':case': casePartition(city, request), ':letter': LETTER };
    const keys = '#pk = :case AND begins_with(#sk, :letter)';
    const letters = await this.#table.all({ keys, values, strong: true }, LetterItem);
    return letters.map(letterFrom).toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

const MOST_OF_ONE_VERSION = 1000;

/** By version, then by number: a key is `step.version.number`. */
const placeOf = ({ key }: StoredLetter): number => {
  const [, version, number] = key.split('.');
  return Number(version) * MOST_OF_ONE_VERSION + Number(number);
};
