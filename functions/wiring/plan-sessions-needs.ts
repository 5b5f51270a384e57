import type { PlanSessionsEnv } from '../env.ts';
import type { PlanSessionsNeeds } from '../scheduled/plan-sessions.ts';
import { systemClock } from './system-clock.ts';
import { tablePorts } from './table-ports.ts';

/** The table and nothing else. */
export const planSessionsNeeds = (env: PlanSessionsEnv, clock = systemClock): PlanSessionsNeeds =>
  tablePorts(env, clock);
