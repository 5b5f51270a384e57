import type { Job } from '../job.ts';
import type { Instant } from '../time.ts';

/** Work that a run does not finish: it keeps its place in the table. */
export type Jobs = {
  add(job: Job): Promise<void>;
  find(city: string, id: string): Promise<Job | undefined>;
  due(city: string, at: Instant, limit: number): Promise<readonly Job[]>;
  /** Writes where a job stands now, one version on; false if another run was faster. */
  save(job: Job): Promise<boolean>;
};
