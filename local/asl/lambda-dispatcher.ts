import type { Dispatch, TaskContext } from './dispatch.ts';
import { TaskError } from './errors.ts';
import type { Json } from './json.ts';
import { isLambdaArn } from './task-state.ts';

/** A function as Step Functions calls it: payload in, payload out. The context carries the token as idempotency key. */
export type LambdaFunction = (payload: Json, context: TaskContext) => Promise<unknown>;

/** Lambda's answer for a thrown error: the name is the error, the cause a JSON text. */
function lambdaError(error: unknown): TaskError {
  const { name: errorType, message: errorMessage } = error instanceof Error ? error : new Error(String(error));
  return new TaskError(errorType, JSON.stringify({ errorMessage, errorType, trace: [] }));
}

/** What the function gives back, as it comes out of Lambda: through JSON, with nothing as null. */
const throughJson = (result: unknown): Json => JSON.parse(JSON.stringify(result) ?? 'null');

/** Calls functions by their ARN (`arn:aws:lambda:…:function:X`); the state gets the bare result. */
export function lambdaDispatcher(functions: ReadonlyMap<string, LambdaFunction>): Dispatch {
  return {
    async invoke(resource, payload, context) {
      const fn = functions.get(resource);
      if (!fn) throw new TaskError('Lambda.ResourceNotFoundException', `Function not found: ${resource}`);
      try {
        return throughJson(await fn(payload, context));
      } catch (error) {
        throw lambdaError(error);
      }
    },
  };
}

/** Sends each call where it belongs: functions by ARN, SDK integrations by the service in `aws-sdk:service:action`. */
export function dispatcher(parts: { lambda: Dispatch; dynamodb: Dispatch }): Dispatch {
  return {
    async invoke(resource, args, context) {
      if (isLambdaArn(resource)) return parts.lambda.invoke(resource, args, context);
      if (resource.startsWith('arn:aws:states:::aws-sdk:dynamodb:'))
        return parts.dynamodb.invoke(resource, args, context);
      throw new TaskError('States.Runtime', `There is no integration for the resource '${resource}'`);
    },
  };
}
