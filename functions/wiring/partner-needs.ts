import type { PartnerEnv } from '../env.ts';
import type { PartnerNeeds } from '../partner/answers.ts';
import { cityKeys } from './city-keys.ts';
import { systemClock } from './system-clock.ts';
import { tablePorts } from './table-ports.ts';
import { workflowPorts } from './workflow-ports.ts';

export const partnerNeeds = async (env: PartnerEnv, clock = systemClock): Promise<PartnerNeeds> => {
  const ports = tablePorts(env, clock);
  return { ...ports, ...workflowPorts(env, ports.table), keys: await cityKeys(env, clock) };
};
