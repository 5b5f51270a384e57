import type { ReplyInputOf } from '../../contract/operation.ts';
import type { settleCallTask } from '../../contract/staff/call-task.ts';
import type { CallTask } from '../../domain/call-task.ts';
import type { Instant } from '../../domain/time.ts';

export const viewCallTask = (task: CallTask, at: Instant): ReplyInputOf<typeof settleCallTask> => ({
  ...task,
  overdue: task.done === undefined && task.dueAt < at,
});
