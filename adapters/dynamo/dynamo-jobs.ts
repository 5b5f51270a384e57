import { Job } from '../../domain/job.ts';
import type { Jobs } from '../../domain/ports/jobs.ts';
import type { Instant } from '../../domain/time.ts';
import { type CityTable, StoredKey } from './city-table.ts';
import { isNew, unchangedSinceRead } from './expression.ts';
import { dueJobs, jobKey } from './keys.ts';
import { DUE } from './table.ts';

/** Jobs in the table; an unfinished one stands in the due index. */
export class DynamoJobs implements Jobs {
  readonly #table: CityTable;

  constructor(table: CityTable) {
    this.#table = table;
  }

  /** Noted once, however often it is said. */
  async add(job: Job): Promise<void> {
    await this.#table.write([{ put: itemOf(job), when: { condition: isNew } }]);
  }

  find(city: string, id: string): Promise<Job | undefined> {
    return this.#table.get(jobKey(city, id), Job, { strong: true });
  }

  async due(city: string, at: Instant, limit: number): Promise<readonly Job[]> {
    const values = { ':jobs': dueJobs(city), ':at': at };
    const due = { index: DUE, keys: '#dueKey = :jobs AND #dueAt <= :at', values, limit };
    const { items } = await this.#table.page(due, StoredKey);
    const jobs = await this.#table.getAll(items, Job, { strong: true });
    // The index may lag behind the table.
    return jobs.filter(({ dueAt, finishedAt }) => finishedAt === undefined && dueAt <= at);
  }

  async save(job: Job): Promise<boolean> {
    const when = { condition: unchangedSinceRead, values: { ':read': job.version - 1 } };
    return (await this.#table.write([{ put: itemOf(job), when }])).agreed;
  }
}

const itemOf = (job: Job) => ({
  ...jobKey(job.city, job.id),
  ...job,
  ...(job.finishedAt === undefined && { dueKey: dueJobs(job.city) }),
});
