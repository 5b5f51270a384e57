import { AsyncLocalStorage } from 'node:async_hooks';
import type { Key } from './keys.ts';

export type Item = Key & Readonly<Record<string, unknown>>;
type Found = ReadonlyMap<string, Item>;

const placeOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;

/**
 * What one call of a function knows of items without asking for each: those that it foresaw are read with its first one, and
 * of one that it wrote it may know how it stands. Each is told once, so that who reads a second time sees what stands there then.
 */
export class ReadAhead {
  readonly #calls = new AsyncLocalStorage<{ foreseen: readonly Key[]; known: Map<string, Promise<Found>> }>();

  foreseeing<Value>(keys: readonly Key[], act: () => Promise<Value>): Promise<Value> {
    return this.#calls.run({ foreseen: keys, known: new Map() }, act);
  }

  /** Of the item that is wanted, if it is known or read with the others now; else nothing, and the caller reads it alone. */
  async take(
    key: Key,
    readAll: (keys: readonly Key[]) => Promise<Item[]>,
    { isFirst }: { isFirst: boolean },
  ): Promise<{ item: Item | undefined } | undefined> {
    const call = this.#calls.getStore();
    if (!call) return undefined;
    const isForeseen = call.foreseen.some((foreseen) => placeOf(foreseen) === placeOf(key));
    if (call.foreseen.length > 0 && (isFirst || isForeseen)) {
      const keys = [...(isForeseen ? [] : [key]), ...call.foreseen];
      call.foreseen = [];
      const found = readAll(keys).then((items) => new Map(items.map((item) => [placeOf(item), item])));
      for (const each of keys) call.known.set(placeOf(each), found);
    }
    const known = call.known.get(placeOf(key));
    call.known.delete(placeOf(key));
    return known && { item: (await known).get(placeOf(key)) };
  }

  /** What is written is no longer as it was read. */
  forget(keys: readonly Key[]): void {
    const call = this.#calls.getStore();
    for (const key of keys) call?.known.delete(placeOf(key));
  }

  /** How an item stands, by a write of this call whose condition left nothing open. */
  know(item: Item): void {
    this.#calls.getStore()?.known.set(placeOf(item), Promise.resolve(new Map([[placeOf(item), item]])));
  }
}
