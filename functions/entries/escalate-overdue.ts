import { countEvents } from '../count-events.ts';
import { EscalateOverdueEnv, parseEnv } from '../env.ts';
import { type Escalated, run } from '../scheduled/escalate-overdue.ts';
import { sweepNeeds } from '../wiring/sweep-needs.ts';

const needs = sweepNeeds(parseEnv(EscalateOverdueEnv));

export const handler = async (): Promise<Escalated> => {
  const escalated = await run(needs);
  countEvents({ OrdersEscalated: escalated.climbed, EscalationFailures: escalated.failed });
  return escalated;
};
