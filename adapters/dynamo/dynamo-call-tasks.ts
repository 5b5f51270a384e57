import * as z from 'zod/mini';
import { CallTask } from '../../domain/call-task.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { CallTasks } from '../../domain/ports/call-tasks.ts';
import type { Page } from '../../domain/ports/page.ts';
import { callTaskItemOf } from './call-task-item.ts';
import { type CityTable, StoredKey } from './city-table.ts';
import { isNew, isThere } from './expression.ts';
import { callsInbox, callTaskKey } from './keys.ts';
import { INBOX } from './table.ts';

const Listed = z.extend(StoredKey, { inboxSort: z.string() });
const isOpen = 'attribute_not_exists(#done)';

export class DynamoCallTasks implements CallTasks {
  readonly #table: CityTable;

  constructor(table: CityTable) {
    this.#table = table;
  }

  /** Noted once, however often it is said. */
  async add(task: CallTask): Promise<void> {
    await this.#table.write([{ put: callTaskItemOf(task), when: { condition: isNew } }]);
  }

  async list(
    city: string,
    unit: string,
    { limit, after }: { limit: number; after?: string | undefined },
  ): Promise<Page<CallTask>> {
    const { items } = await this.#table.page(
      {
        index: INBOX,
        keys: after ? '#inboxKey = :calls AND #inboxSort > :after' : '#inboxKey = :calls',
        values: { ':calls': callsInbox(city, unit), ...(after && { ':after': after }) },
        limit: limit + 1,
      },
      Listed,
    );
    const page = items.slice(0, limit);
    const last = page.at(-1);
    const tasks = await this.#table.getAll(page, CallTask);
    const open = tasks.filter(({ done }) => done === undefined);
    return items.length > limit && last ? { items: open, next: last.inboxSort } : { items: open };
  }

  async find(city: string, unit: string, id: string): Promise<CallTask | undefined> {
    const task = await this.#table.get(callTaskKey(city, id), CallTask, { strong: true });
    return task?.unit === unit ? task : undefined;
  }

  async settle(task: CallTask): Promise<Outcome<CallTask>> {
    const settled = await this.#table.update(
      callTaskKey(task.city, task.id),
      {
        condition: `${isThere} AND ${isOpen}`,
        update: 'SET #done = :done REMOVE #inboxKey, #inboxSort',
        values: { ':done': task.done },
      },
      CallTask,
    );
    if (settled.done) return agree(settled.item);
    return refuse(settled.item ? 'already-recorded' : 'not-found');
  }
}
