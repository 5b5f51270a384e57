import type { CitizenNeeds } from '../citizen/needs.ts';
import type { CitizenEnv } from '../env.ts';
import { carriers } from './carriers.ts';
import { cityKeys } from './city-keys.ts';
import { documents } from './documents.ts';
import { systemClock } from './system-clock.ts';
import { tablePorts } from './table-ports.ts';
import { workflowPorts } from './workflow-ports.ts';

export const citizenNeeds = async (env: CitizenEnv, clock = systemClock): Promise<CitizenNeeds> => {
  const ports = tablePorts(env, clock);
  return {
    ...ports,
    ...workflowPorts(env, ports.table),
    ...carriers(env),
    documents: documents(env),
    keys: await cityKeys(env, clock),
  };
};
