import type { Job } from '../../../domain/job.ts';
import type { Jobs } from '../../../domain/ports/jobs.ts';
import type { Instant } from '../../../domain/time.ts';
import { keyOf } from './memory-house.ts';

export class MemoryJobs implements Jobs {
  readonly #jobs = new Map<string, Job>();

  async add(job: Job): Promise<void> {
    const key = keyOf(job.city, job.id);
    if (!this.#jobs.has(key)) this.#jobs.set(key, job);
  }

  async find(city: string, id: string): Promise<Job | undefined> {
    return this.#jobs.get(keyOf(city, id));
  }

  async due(city: string, at: Instant, limit: number): Promise<readonly Job[]> {
    return [...this.#jobs.values()]
      .filter((job) => job.city === city && job.finishedAt === undefined && job.dueAt <= at)
      .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
      .slice(0, limit);
  }

  async save(job: Job): Promise<boolean> {
    const key = keyOf(job.city, job.id);
    if (this.#jobs.get(key)?.version !== job.version - 1) return false;
    this.#jobs.set(key, job);
    return true;
  }
}
