import type { settleCallTask } from '../../contract/staff/call-task.ts';
import { mayAt } from '../../domain/access.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { CallTasks } from '../../domain/ports/call-tasks.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Answer } from '../answer.ts';
import { viewCallTask } from './call-task-view.ts';
import { byStaff } from './decide-for-unit.ts';

type Needs = { readonly callTasks: CallTasks; readonly clock: Clock };

export const answer: Answer<typeof settleCallTask, Needs> = async (call, { callTasks, clock }) => {
  const { city, office, caller, params, body } = call;
  if (!mayAt(caller, 'do-call-tasks', params, office)) return refuse('not-found');
  const task = await callTasks.find(city, params.unit, params.task);
  if (!task) return refuse('not-found');
  if (task.done) return refuse('already-recorded');
  const at = clock.now();
  const settled = await callTasks.settle({ ...task, done: { at, by: byStaff(caller), ...body } });
  return settled.agreed ? agree(viewCallTask(settled.value, at)) : settled;
};
