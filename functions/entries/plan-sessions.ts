import { countEvents } from '../count-events.ts';
import { PlanSessionsEnv, parseEnv } from '../env.ts';
import { run, type SessionsPlanned } from '../scheduled/plan-sessions.ts';
import { planSessionsNeeds } from '../wiring/plan-sessions-needs.ts';

const needs = planSessionsNeeds(parseEnv(PlanSessionsEnv));

export const handler = async (): Promise<SessionsPlanned> => {
  const sums = await run(needs);
  countEvents({ SessionsPlanned: sums.planned, PlanningFailures: sums.failed });
  return sums;
};
