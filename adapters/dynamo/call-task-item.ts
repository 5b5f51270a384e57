import type { CallTask } from '../../domain/call-task.ts';
import { callsInbox, callTaskKey } from './keys.ts';

/** A call task beside its request; while it is open it stands in its unit's listing. */
export const callTaskItemOf = (task: CallTask) => ({
  ...callTaskKey(task.city, task.id),
  ...task,
  ...(task.done === undefined && {
    inboxKey: callsInbox(task.city, task.unit),
    inboxSort: `${task.dueAt}#${task.id}`,
  }),
});
