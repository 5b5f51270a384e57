import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { executionName } from '../../domain/ticket.ts';
import { ticketOfWait, type Wait } from './wait-item.ts';

export type Machine = { readonly sfn: SFNClient; readonly stateMachineArn: string };

/**
 * Tells the execution that the next step is another one: the expected, the same with another deadline, or any other. The
 * signal only chooses the arrow; a wrong one is put right by the guard of the next wait.
 *
 * @returns false if there is no token, or the one there is belongs to a task that has ended
 */
export const signal = async ({ sfn }: Machine, wait: Wait): Promise<boolean> => {
  const { taskToken, step } = wait;
  if (taskToken === undefined) return false;
  const ticket = JSON.stringify(ticketOfWait(wait));
  const fail = (error: 'DeadlineMoved' | 'CourseChanged') =>
    sfn.send(new SendTaskFailureCommand({ taskToken, error, cause: ticket }));
  try {
    if (step === wait.tokenStep) await fail('DeadlineMoved');
    else if (step === wait.expectedStep) await sfn.send(new SendTaskSuccessCommand({ taskToken, output: ticket }));
    else await fail('CourseChanged');
    return true;
  } catch (fault) {
    if (fault instanceof TaskTimedOut || fault instanceof TaskDoesNotExist || fault instanceof InvalidToken)
      return false;
    throw fault;
  }
};

/**
 * Starts the run that the table names, with the text that the table keeps. Starting is also asking: a run that lives
 * answers as if it had just been started.
 */
export const start = async (
  { sfn, stateMachineArn }: Machine,
  { id, run, runInput }: Pick<Wait, 'id' | 'run' | 'runInput'>,
): Promise<'running' | 'closed'> => {
  try {
    await sfn.send(new StartExecutionCommand({ stateMachineArn, name: executionName(id, run), input: runInput }));
    return 'running';
  } catch (fault) {
    if (fault instanceof ExecutionAlreadyExists) return 'closed';
    throw fault;
  }
};
