import type { SweepEnv } from '../env.ts';
import type { EscalateNeeds } from '../scheduled/escalate-overdue.ts';
import type { RunJobsNeeds } from '../scheduled/run-jobs.ts';
import type { SweepNeeds } from '../scheduled/sweep.ts';
import { systemClock } from './system-clock.ts';
import { tablePorts } from './table-ports.ts';
import { workflowPorts } from './workflow-ports.ts';

/** What the sweeper needs, the escalation and the jobs too: the table and the executions. */
export const sweepNeeds = (env: SweepEnv, clock = systemClock): SweepNeeds & EscalateNeeds & RunJobsNeeds => {
  const ports = tablePorts(env, clock);
  return { ...ports, ...workflowPorts(env, ports.table) };
};
