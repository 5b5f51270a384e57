import { backOff } from '../../domain/back-off.ts';
import type { EndedLetter, Letters, StoredLetter } from '../../domain/ports/letters.ts';
import type { Instant } from '../../domain/time.ts';
import { type CityTable, StoredKey } from './city-table.ts';
import { casePartition, dueGathered, dueLetters, EVENTS } from './keys.ts';
import { duePlaceOf, LettersItem, lettersIn, placeOfLetter, settledPart } from './stored-letters.ts';
import { DUE } from './table.ts';

const lettersAsRead = '#letters = :read';

/** Letters lie with what their version tells, and in the due index until nothing more is to be done about any of them. */
export class DynamoLetters implements Letters {
  readonly #table: CityTable;

  constructor(table: CityTable) {
    this.#table = table;
  }

  due(city: string, at: Instant, limit: number): Promise<readonly StoredLetter[]> {
    return this.#dueIn(dueLetters(city), { at, limit, gathered: false });
  }

  /** Beside a letter that could not be sent all night there may be one for the morning: both piles are looked through. */
  async gathered(city: string, at: Instant, limit: number): Promise<readonly StoredLetter[]> {
    const wanted = { at, limit, gathered: true };
    const piles = [dueGathered(city), dueLetters(city)].map((pile) => this.#dueIn(pile, wanted));
    return (await Promise.all(piles)).flat().slice(0, limit);
  }

  async #dueIn(pile: string, wanted: { at: Instant; limit: number; gathered: boolean }): Promise<StoredLetter[]> {
    const { at, limit } = wanted;
    const values = { ':letters': pile, ':at': at };
    const due = { index: DUE, keys: '#dueKey = :letters AND #dueAt <= :at', values, limit };
    const { items } = await this.#table.page(due, StoredKey);
    const told = await this.#table.getAll(items, LettersItem, { strong: true });
    // The index may lag behind the table, and knows nothing of claims.
    return told.flatMap(lettersIn).flatMap(({ letter, part: { dueAt, claimedUntil = dueAt, gathered = false } }) => {
      const isDue = dueAt !== undefined && dueAt <= at && claimedUntil !== undefined && claimedUntil <= at;
      return isDue && gathered === wanted.gathered ? [letter] : [];
    });
  }

  async claim(letter: StoredLetter, at: Instant): Promise<boolean> {
    const { item, number } = placeOfLetter(letter);
    const { attempts } = letter;
    const its = `#letters[${number}]`;
    const claimed = await this.#table.update(
      item,
      {
        condition: `${its}.#attempts = :read AND attribute_exists(${its}.#dueAt)`,
        update: `SET ${its}.#attempts = :next, ${its}.#claimedUntil = :until REMOVE ${its}.#result`,
        values: { ':read': attempts, ':next': attempts + 1, ':until': backOff(attempts, at) },
      },
      LettersItem,
    );
    return claimed.done;
  }

  async settle(ended: readonly EndedLetter[], at: Instant): Promise<void> {
    const ofItems = Map.groupBy(ended, ({ letter }) => {
      const { item } = placeOfLetter(letter);
      return `${item.pk} ${item.sk}`;
    });
    for (const ofOne of ofItems.values()) while (!(await this.#settleIn(ofOne, at)));
  }

  /** The index is told of all letters of an item together, so they are written as they were read, or read again. */
  async #settleIn(ended: readonly EndedLetter[], at: Instant): Promise<boolean> {
    const [{ letter: first } = { letter: undefined }] = ended;
    if (!first) return true;
    const { item } = placeOfLetter(first);
    const { letters: read = [] } = (await this.#table.get(item, LettersItem, { strong: true })) ?? {};
    const letters = ended.reduce((parts, { letter, result }) => {
      const { number } = placeOfLetter(letter);
      const part = parts[number];
      return part?.dueAt === undefined
        ? parts
        : parts.with(number, settledPart(part, { result, attempts: letter.attempts + 1, at }));
    }, read);
    if (letters === read) return true;
    const place = duePlaceOf(first.city, letters);
    const written = await this.#table.update(
      item,
      {
        condition: lettersAsRead,
        update: place
          ? 'SET #letters = :letters, #dueKey = :dueKey, #dueAt = :dueAt'
          : 'SET #letters = :letters REMOVE #dueKey, #dueAt',
        values: {
          ':read': read,
          ':letters': letters,
          ...(place && { ':dueKey': place.dueKey, ':dueAt': place.dueAt }),
        },
      },
      LettersItem,
    );
    return written.done;
  }

  /** In the order in which they were written. */
  async of(city: string, request: string): Promise<readonly StoredLetter[]> {
    const values = { ':case': casePartition(city, request), ':told': EVENTS };
    const keys = '#pk = :case AND begins_with(#sk, :told)';
    const told = await this.#table.all({ keys, values, strong: true }, LettersItem);
    return told.flatMap(lettersIn).map(({ letter }) => letter);
  }
}
