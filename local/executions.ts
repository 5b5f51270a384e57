import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { meetingRequest } from '../workflows/meeting-request.ts';
import { dynamodbIntegration } from './asl/dynamodb-integration.ts';
import { createEngine } from './asl/engine.ts';
import { dispatcher, type LambdaFunction, lambdaDispatcher } from './asl/lambda-dispatcher.ts';
import { sfnHandler } from './asl/server.ts';
import { openSqliteStore } from './asl/sqlite-store.ts';
import type { Clock } from './clock.ts';
import { HOME, type newCredentials, PASS_DEADLINE_ARN, REGION, STATE_MACHINE_ARN, TABLE_NAME } from './cloud.ts';

export type ExecutionParts = {
  readonly file: string;
  readonly clock: Clock;
  readonly tableUrl: string;
  readonly credentials: ReturnType<typeof newCredentials>;
  /** The functions that the machine calls, by ARN; may be filled until the engine is started. */
  readonly functions: ReadonlyMap<string, LambdaFunction>;
};

/** The engine with the deployed definition, its names filled in as the stack fills them. */
export const openExecutions = ({ file, clock, tableUrl, credentials, functions }: ExecutionParts) => {
  const store = openSqliteStore(file);
  const client = new DynamoDBClient({ endpoint: tableUrl, region: REGION, credentials });
  const dispatch = dispatcher({ lambda: lambdaDispatcher(functions), dynamodb: dynamodbIntegration(client) });
  const engine = createEngine({ store, clock, dispatch });
  engine.registerMachine(STATE_MACHINE_ARN, JSON.stringify(definition));
  return {
    engine,
    handle: sfnHandler({ engine, home: HOME }),
    close: () => {
      client.destroy();
      store.close();
    },
  };
};

const definition = meetingRequest({ tableName: TABLE_NAME, passDeadlineArn: PASS_DEADLINE_ARN });
