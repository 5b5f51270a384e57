import type { planExtraSession } from '../../contract/staff/closure.ts';
import { CLOSURE } from '../../domain/closure.ts';
import { openSessionJob } from '../../domain/job.ts';
import { agree } from '../../domain/outcome.ts';
import type { Jobs } from '../../domain/ports/jobs.ts';
import type { Answer } from '../answer.ts';
import { byStaff } from './decide-for-unit.ts';
import { type PlanSessionNeeds, answer as planSession } from './plan-session.ts';

type Needs = PlanSessionNeeds & { readonly jobs: Jobs };

/** A session like any other; a job gives its turns to those who lost theirs, before anybody else is offered one. */
export const answer: Answer<typeof planExtraSession, Needs> = async (call, needs) => {
  const { city, caller } = call;
  const planned = await planSession({ ...call }, needs);
  if (!planned.agreed) return planned;
  const { id: session } = planned.value;
  const id = needs.keys.hash(city, 'content', JSON.stringify(['extra', session]));
  const stops = [{ pile: 'extra' as const, of: session }];
  const at = needs.clock.now();
  // It waits for nothing: whoever lost a turn is seated before the queue is offered what is left.
  await needs.jobs.add({ ...openSessionJob({ city, id, reason: CLOSURE, by: byStaff(caller), stops }, at), dueAt: at });
  return agree({ session: planned.value, job: id });
};
