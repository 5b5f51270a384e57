import type { PassDeadlineEnv } from '../env.ts';
import type { PassDeadlineNeeds } from '../tasks/pass-deadline.ts';
import { systemClock } from './system-clock.ts';
import { tablePorts } from './table-ports.ts';

/** The table and nothing else: the state machine goes on by the answer. */
export const passDeadlineNeeds = (env: PassDeadlineEnv, clock = systemClock): PassDeadlineNeeds =>
  tablePorts(env, clock);
