import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { onTestFinished } from 'vitest';
import { CityTable } from '../../../adapters/dynamo/city-table.ts';
import { listening } from '../../local/listening.ts';

export type Answer = { readonly fault?: string; readonly body?: object };

/** A table that answers as told, one answer a call and the last one for good, and notes what it was asked. */
export const tableAnswering = async (...answers: Answer[]) => {
  const calls: unknown[] = [];
  const endpoint = await listening((request, response) => {
    let asked = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      asked += chunk;
    });
    request.on('end', () => {
      const { fault, body = {} } = answers[Math.min(calls.length, answers.length - 1)] ?? {};
      calls.push(JSON.parse(asked));
      response.writeHead(fault ? 400 : 200, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify({ ...body, ...(fault && { __type: fault }) }));
    });
  });
  const client = new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  onTestFinished(() => client.destroy());
  return { calls, table: new CityTable(client, 'office') };
};
