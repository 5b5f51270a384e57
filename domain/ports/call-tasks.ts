import type { CallTask } from '../call-task.ts';
import type { Outcome } from '../outcome.ts';
import type { Page } from './page.ts';

export type CallTasks = {
  add(task: CallTask): Promise<void>;
  list(city: string, unit: string, page: { limit: number; after?: string | undefined }): Promise<Page<CallTask>>;
  find(city: string, unit: string, id: string): Promise<CallTask | undefined>;
  /** Refused with `already-recorded` if the task was done meanwhile. */
  settle(task: CallTask): Promise<Outcome<CallTask>>;
};
