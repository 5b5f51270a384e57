import type { listCallTasks } from '../../contract/staff/call-task.ts';
import { mayAt } from '../../domain/access.ts';
import type { CallTask } from '../../domain/call-task.ts';
import { stillHolds } from '../../domain/letter.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { CallTasks } from '../../domain/ports/call-tasks.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import { THE_OFFICE } from '../../domain/timeline.ts';
import type { Answer } from '../answer.ts';
import { viewCallTask } from './call-task-view.ts';

type Needs = { readonly callTasks: CallTasks; readonly requests: Requests; readonly clock: Clock };

/** Nobody is called about what no longer holds: it is settled as overtaken here, and not shown. */
export const answer: Answer<typeof listCallTasks, Needs> = async (call, { callTasks, requests, clock }) => {
  const { city, office, caller, params, query } = call;
  if (!mayAt(caller, 'do-call-tasks', params, office)) return refuse('not-found');
  const { items, next } = await callTasks.list(city, params.unit, query);
  const at = clock.now();
  const shown = async (task: CallTask) => {
    if (task.from !== undefined && task.from > at) return [];
    const request = await requests.find(city, task.request);
    if (request && stillHolds(task.validWhile, request, at)) return [viewCallTask(task, at)];
    await callTasks.settle({ ...task, done: { at, by: THE_OFFICE, result: 'overtaken' } });
    return [];
  };
  return agree({ items: (await Promise.all(items.map(shown))).flat(), next });
};
