import type { Marks } from '../../../domain/ports/marks.ts';
import { keyOf } from './memory-house.ts';

export class MemoryMarks implements Marks {
  readonly #set = new Set<string>();

  async has(city: string, name: string): Promise<boolean> {
    return this.#set.has(keyOf(city, name));
  }

  async set(city: string, name: string): Promise<void> {
    this.#set.add(keyOf(city, name));
  }
}
