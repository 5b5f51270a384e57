import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SFNClient } from '@aws-sdk/client-sfn';
import { CityTable } from '../../adapters/dynamo/city-table.ts';
import { DynamoForesight } from '../../adapters/dynamo/dynamo-foresight.ts';
import { DynamoRequests } from '../../adapters/dynamo/dynamo-requests.ts';
import { DynamoSlots } from '../../adapters/dynamo/dynamo-slots.ts';
import { StepFunctionsWaits } from '../../adapters/step-functions/step-functions-waits.ts';
import { StepFunctionsWorkflow } from '../../adapters/step-functions/step-functions-workflow.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import { CITY, OFFICE } from './town.ts';

/** What the SDK's clients do, and nothing else: the adapters above them are the deployed ones. */
export type Client = { send(command: unknown): Promise<unknown> };

export type Ports = ReturnType<typeof portsOver>;

const nobodyAsks = () => {
  throw new Error('No act of the small world asks this port');
};

/** The deployed adapters over two clients that stop at each call. */
export const portsOver = (client: Client, clock: Clock) => {
  const table = new CityTable(client as unknown as DynamoDBClient, 'city');
  const machine = { sfn: client as unknown as SFNClient, stateMachineArn: 'meeting-request' };
  const directory = { office: async () => OFFICE, cities: async () => [CITY] };
  const requests = new DynamoRequests({ table, directory, clock });
  const refusing = new Proxy({}, { get: nobodyAsks });
  return {
    ...{ table, machine, clock, requests },
    foresight: new DynamoForesight(table),
    slots: new DynamoSlots(table),
    workflow: new StepFunctionsWorkflow(table, machine, () => {}),
    waits: new StepFunctionsWaits(table, machine),
    directory: directory as never,
    /** A submission that came twice is known by its text, which is always the same here. */
    caseFiles: {
      ...(refusing as object),
      read: async (city: string, id: string) => {
        const request = await requests.find(city, id);
        return request && { request, content: { fingerprint: 'same' } };
      },
    } as never,
    /** There are no other turns to point to. */
    sessions: { list: async () => [] } as never,
    ...{
      documents: refusing as never,
      scans: refusing as never,
      darkroom: refusing as never,
      visits: refusing as never,
    },
  };
};
