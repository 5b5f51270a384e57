import {
  type DynamoDBClient,
  DynamoDBServiceException,
  GetItemCommand,
  type GetItemCommandInput,
  PutItemCommand,
  type PutItemCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import type { Dispatch } from './dispatch.ts';
import { TaskError } from './errors.ts';
import { isJsonObject, type Json } from './json.ts';

type Action = (client: DynamoDBClient, args: Json) => Promise<object>;

/** Arguments go to DynamoDB as they stand in the definition: it checks them, and its complaint is the task's error. */
const anyObject = <Input>() => z.custom<Input>(isJsonObject, 'The arguments must be an object');

const ACTIONS: Record<string, Action> = {
  getItem: (client, args) => client.send(new GetItemCommand(anyObject<GetItemCommandInput>().parse(args))),
  putItem: (client, args) => client.send(new PutItemCommand(anyObject<PutItemCommandInput>().parse(args))),
  updateItem: (client, args) => client.send(new UpdateItemCommand(anyObject<UpdateItemCommandInput>().parse(args))),
};

/** `DynamoDb.ConditionalCheckFailedException`; errors without a class of their own are `DynamoDb.DynamoDbException`. */
function errorName({ name }: DynamoDBServiceException): string {
  const known = name.endsWith('Exception') && name !== 'ValidationException' && name !== 'SerializationException';
  if (name === 'InternalServerError') return 'DynamoDb.InternalServerErrorException';
  if (name === 'RequestLimitExceeded') return 'DynamoDb.RequestLimitExceededException';
  return known ? `DynamoDb.${name}` : 'DynamoDb.DynamoDbException';
}

function toTaskError(error: unknown): TaskError {
  if (error instanceof DynamoDBServiceException) {
    const { httpStatusCode, requestId } = error.$metadata;
    const origin = `(Service: DynamoDb, Status Code: ${httpStatusCode ?? 0}, Request ID: ${requestId ?? 'local'})`;
    return new TaskError(errorName(error), `${error.message} ${origin}`);
  }
  return new TaskError('DynamoDb.SdkClientException', error instanceof Error ? error.message : String(error));
}

const asJson = ({ $metadata: _, ...response }: { $metadata?: unknown }): Json => JSON.parse(JSON.stringify(response));

/** The SDK integration `arn:aws:states:::aws-sdk:dynamodb:{getItem,putItem,updateItem}`, with or without `.waitForTaskToken`. */
export function dynamodbIntegration(client: DynamoDBClient): Dispatch {
  return {
    async invoke(resource, args) {
      const name = resource.split(':').at(-1)?.replace('.waitForTaskToken', '') ?? '';
      const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
      if (!action) throw new TaskError('States.Runtime', `There is no DynamoDB action '${name}' here`);
      try {
        return asJson(await action(client, args));
      } catch (error) {
        throw toTaskError(error);
      }
    },
  };
}
