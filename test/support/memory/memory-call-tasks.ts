import type { CallTask } from '../../../domain/call-task.ts';
import { agree, type Outcome, refuse } from '../../../domain/outcome.ts';
import type { CallTasks } from '../../../domain/ports/call-tasks.ts';
import type { Page } from '../../../domain/ports/page.ts';
import { keyOf, type MemoryHouse, pageOf } from './memory-house.ts';

export class MemoryCallTasks implements CallTasks {
  readonly #house: MemoryHouse;

  constructor(house: MemoryHouse) {
    this.#house = house;
  }

  async add(task: CallTask): Promise<void> {
    const key = keyOf(task.city, task.id);
    if (!this.#house.callTasks.has(key)) this.#house.callTasks.set(key, task);
  }

  async list(city: string, unit: string, page: { limit: number; after?: string | undefined }): Promise<Page<CallTask>> {
    const open = [...this.#house.callTasks.values()].filter(
      (task) => task.city === city && task.unit === unit && task.done === undefined,
    );
    return pageOf(open, ({ dueAt, id }) => `${dueAt}#${id}`, page);
  }

  async find(city: string, unit: string, id: string): Promise<CallTask | undefined> {
    const task = this.#house.callTasks.get(keyOf(city, id));
    return task?.unit === unit ? task : undefined;
  }

  async settle(task: CallTask): Promise<Outcome<CallTask>> {
    const kept = this.#house.callTasks.get(keyOf(task.city, task.id));
    if (kept === undefined) return refuse('not-found');
    if (kept.done !== undefined) return refuse('already-recorded');
    this.#house.callTasks.set(keyOf(task.city, task.id), task);
    return agree(task);
  }
}
