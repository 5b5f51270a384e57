import { countEvents } from '../count-events.ts';
import { parseEnv, RunJobsEnv } from '../env.ts';
import { type JobsRun, run } from '../scheduled/run-jobs.ts';
import { sweepNeeds } from '../wiring/sweep-needs.ts';

const needs = sweepNeeds(parseEnv(RunJobsEnv));

export const handler = async (): Promise<JobsRun> => {
  const ends = await run(needs);
  countEvents({ DatesMoved: ends.moved, JobFailures: ends.failed });
  return ends;
};
