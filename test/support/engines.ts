import { DynamoDBClient, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { SFNClient } from '@aws-sdk/client-sfn';
import { createTableOf } from '../../adapters/dynamo/table.ts';
import { dynamodbIntegration } from '../../local/asl/dynamodb-integration.ts';
import { createEngine } from '../../local/asl/engine.ts';
import { dispatcher, lambdaDispatcher } from '../../local/asl/lambda-dispatcher.ts';
import { sfnHandler } from '../../local/asl/server.ts';
import { openSqliteStore } from '../../local/asl/sqlite-store.ts';
import { FakeClock } from '../../local/clock.ts';
import { listen } from '../../local/listen.ts';
import { openTable } from '../../local/table/open-table.ts';
import { meetingRequest } from '../../workflows/meeting-request.ts';

export const TABLE_NAME = 'meetings';
export const MACHINE = 'arn:aws:states:eu-west-1:111122223333:stateMachine:meeting-request';
const PASS_DEADLINE = 'arn:aws:lambda:eu-west-1:111122223333:function:pass-deadline';
const CLIENT = {
  region: 'eu-west-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  maxAttempts: 1,
};
const FIRST = { step: 'initialize' } as const;

/**
 * The table and the state machine in memory, behind the real SDK clients, with the accidents that a test may want.
 *
 * @param passDeadline the function that the state machine calls
 */
export const openEngines = async (startEpochMs: number, passDeadline: (ticket: unknown) => Promise<unknown>) => {
  const clock = new FakeClock(startEpochMs);
  const faults = {
    stepFunctionsAway: false,
    beforeDuty: async () => {},
    afterDuty: async () => {},
    /** How often a decision's transaction still meets the machine's next writes. */
    conflicts: 0,
  };

  const table = openTable({ clock });
  table.execute('CreateTable', createTableOf(TABLE_NAME));
  const tableServer = await listen(table.handle);
  const dynamo = new DynamoDBClient({ ...CLIENT, endpoint: tableServer.url });
  const commands: string[] = [];
  dynamo.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        commands.push(commandName);
        return next(args);
      },
    FIRST,
  );

  const machineDynamo = new DynamoDBClient({ ...CLIENT, endpoint: tableServer.url });
  machineDynamo.middlewareStack.add(
    (next) => (args) => {
      if (faults.conflicts === 0) return next(args);
      faults.conflicts -= 1;
      throw new TransactionConflictException({ message: 'Transaction is ongoing for the item', $metadata: {} });
    },
    FIRST,
  );
  const duty = async (ticket: unknown) => {
    await faults.beforeDuty();
    const next = await passDeadline(ticket);
    await faults.afterDuty();
    return next;
  };
  const engine = createEngine({
    store: openSqliteStore(':memory:'),
    clock,
    dispatch: dispatcher({
      lambda: lambdaDispatcher(new Map([[PASS_DEADLINE, duty]])),
      dynamodb: dynamodbIntegration(machineDynamo),
    }),
  });
  const definition = meetingRequest({ tableName: TABLE_NAME, passDeadlineArn: PASS_DEADLINE });
  engine.registerMachine(MACHINE, JSON.stringify(definition));
  const home = { region: 'eu-west-1', account: '111122223333' };
  const machineServer = await listen(sfnHandler({ engine, home }));
  const sfn = new SFNClient({ ...CLIENT, endpoint: machineServer.url });
  sfn.middlewareStack.add(
    (next) => (args) => {
      if (faults.stepFunctionsAway) throw Object.assign(new Error('Away.'), { name: 'ServiceUnavailable' });
      return next(args);
    },
    FIRST,
  );

  return {
    ...{ clock, faults, engine, dynamo, sfn },
    /** What the office has asked of the table. */
    commands,
    close: async () => {
      for (const client of [sfn, dynamo, machineDynamo]) client.destroy();
      await machineServer.close();
      await tableServer.close();
      table.close();
    },
  };
};
