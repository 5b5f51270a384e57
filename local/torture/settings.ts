import * as z from 'zod/mini';
import { HOME, REGION } from '../cloud.ts';

/** What the process that is killed and the one that kills it both know. */
export const BUCKET = 'torture';
export const MACHINE_ARN = `arn:aws:states:${REGION}:${HOME.account}:stateMachine:torture`;
export const SEND_ARN = `arn:aws:lambda:${REGION}:${HOME.account}:function:send`;

/** One line per call of the function behind a timer, inside the data folder. */
export const CALLS_LOG = 'calls.log';

/** What a timer is started with. */
export const Order = z.object({ timer: z.string() });

/** Waits until the time of its input, then has the message sent; nothing is retried. */
export const TIMER_MACHINE = {
  QueryLanguage: 'JSONata',
  StartAt: 'Until',
  States: {
    Until: { Type: 'Wait', Timestamp: '{% $states.input.at %}', Next: 'Send' },
    Send: { Type: 'Task', Resource: SEND_ARN, End: true },
  },
};

const Keys = z.object({ AWS_ACCESS_KEY_ID: z.string(), AWS_SECRET_ACCESS_KEY: z.string() });

export const credentialsFrom = (env: NodeJS.ProcessEnv) => {
  const keys = Keys.parse(env);
  return { accessKeyId: keys.AWS_ACCESS_KEY_ID, secretAccessKey: keys.AWS_SECRET_ACCESS_KEY };
};
