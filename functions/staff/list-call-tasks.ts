import type { listCallTasks } from '../../contract/staff/call-task.ts';
import { mayAt } from '../../domain/access.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { CallTasks, Clock } from '../../domain/ports.ts';
import type { Answer } from '../answer.ts';
import { viewCallTask } from './call-task-view.ts';

type Needs = { readonly callTasks: CallTasks; readonly clock: Clock };

export const answer: Answer<typeof listCallTasks, Needs> = async (call, { callTasks, clock }) => {
  const { city, office, caller, params, query } = call;
  if (!mayAt(caller, 'do-call-tasks', params, office)) return refuse('not-found');
  const { items, next } = await callTasks.list(city, params.unit, query);
  const at = clock.now();
  return agree({ items: items.map((task) => viewCallTask(task, at)), next });
};
