import type { AllocateTurnsEnv } from '../env.ts';
import type { AllocateNeeds } from '../scheduled/allocate-turns.ts';
import { cityKeys } from './city-keys.ts';
import { systemClock } from './system-clock.ts';
import { tablePorts } from './table-ports.ts';
import { workflowPorts } from './workflow-ports.ts';

/** The table, the executions, and the key from which the secrets of draws are made. */
export const allocateNeeds = async (env: AllocateTurnsEnv, clock = systemClock): Promise<AllocateNeeds> => {
  const ports = tablePorts(env, clock);
  return { ...ports, ...workflowPorts(env, ports.table), keys: await cityKeys(env, clock) };
};
