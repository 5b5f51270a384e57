import { type ReadPages, readPages } from './read-pages.ts';
import { type ShowJob, type ShownPages, showPages } from './show-pages.ts';

// A process of its own for one job: whatever a file does to a decoder, it does here. It is started without the environment,
// may not write files, and ends with its answer.

export type PageJob = { readonly read: Uint8Array; readonly announced: string } | { readonly show: ShowJob };
export type PageAnswer<Job extends PageJob> = Job extends { read: unknown } ? ReadPages : ShownPages;

process.once('message', async (job: PageJob) => {
  const answer = 'read' in job ? await readPages(job.read, job.announced) : await showPages(job.show);
  process.send?.(answer, () => process.disconnect());
});
