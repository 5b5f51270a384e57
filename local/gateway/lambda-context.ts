import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';

/** The second argument of a handler, with the time it has left until `deadline` (a reading of `performance.now`). */
export function lambdaContext(functionName: string, deadline: number): Context {
  const noLongerUsed = () => {};
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${functionName}`,
    memoryLimitInMB: '1024',
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
    done: noLongerUsed,
    fail: noLongerUsed,
    succeed: noLongerUsed,
  };
}
