import type { showJob } from '../../contract/staff/job.ts';
import { mayAt } from '../../domain/access.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Jobs } from '../../domain/ports/jobs.ts';
import { headquarters } from '../../domain/unit-tree.ts';
import type { Answer } from '../answer.ts';

export const answer: Answer<typeof showJob, { readonly jobs: Jobs }> = async (call, { jobs }) => {
  const { city, office, caller, params } = call;
  const job = await jobs.find(city, params.job);
  const place = job?.unit ?? headquarters(office.units).id;
  if (!job || !mayAt(caller, 'close-office', { unit: place }, office)) return refuse('not-found');
  const { id, unit, reason, askedAt, done, total, moved, failed, finishedAt } = job;
  // Requests may have come in since they were counted, and orders were not counted.
  const known = total === undefined ? undefined : Math.max(total, done);
  return agree({ id, unit, reason, askedAt, done, total: known, moved, failed, finishedAt });
};
