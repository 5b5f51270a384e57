import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TaskContext } from '../../../local/asl/dispatch.ts';
import { dynamodbIntegration } from '../../../local/asl/dynamodb-integration.ts';
import { dispatcher, type LambdaFunction, lambdaDispatcher } from '../../../local/asl/lambda-dispatcher.ts';
import { FUNCTION } from './lab.ts';

const context: TaskContext = { token: 't', executionArn: 'e', stateName: 's', retryCount: 0 };
const SDK = 'arn:aws:states:::aws-sdk:dynamodb:';
const nowhere = { invoke: async () => 'from elsewhere' };

describe('functions by their ARN', () => {
  const functions = new Map<string, LambdaFunction>([
    [`${FUNCTION}:double`, async (payload) => ({ doubled: Number(payload) * 2, nothing: undefined })],
    [`${FUNCTION}:nothing`, async () => undefined],
    [`${FUNCTION}:token`, async (_payload, { token }) => token],
    [`${FUNCTION}:fault`, async () => Promise.reject(new RangeError('too far'))],
    [`${FUNCTION}:odd`, async () => Promise.reject('just a text')],
  ]);
  const { invoke } = dispatcher({ lambda: lambdaDispatcher(functions), dynamodb: nowhere });
  const call = (name: string, payload = 4) => invoke(`${FUNCTION}:${name}`, payload, context);

  it('give back the bare result, as it comes out of JSON', async () => {
    expect(await call('double')).toEqual({ doubled: 8 });
    expect(await call('nothing')).toBeNull();
    expect(await call('token')).toBe('t');
  });

  it('fail with the type of the error and a cause in JSON', async () => {
    const cause = '{"errorMessage":"too far","errorType":"RangeError","trace":[]}';
    await expect(call('fault')).rejects.toMatchObject({ failure: { error: 'RangeError', cause } });
    await expect(call('odd')).rejects.toMatchObject({ failure: { error: 'Error' } });
  });

  it('that do not exist are not found', async () => {
    await expect(call('none')).rejects.toMatchObject({ failure: { error: 'Lambda.ResourceNotFoundException' } });
  });

  it('are told apart from integrations', async () => {
    expect(await invoke(`${SDK}getItem`, {}, context)).toBe('from elsewhere');
    const unknown = invoke('arn:aws:states:::sns:publish', {}, context);
    await expect(unknown).rejects.toMatchObject({ failure: { error: 'States.Runtime' } });
  });
});

describe('the integration of DynamoDB', () => {
  let server: Server;
  let client: DynamoDBClient;
  let answer: { status: number; body: object };
  let asked: { target: string; body: unknown } | undefined;

  beforeEach(async () => {
    server = createServer(async (req, res) => {
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk);
      asked = { target: String(req.headers['x-amz-target']), body: JSON.parse(Buffer.concat(chunks).toString()) };
      res.writeHead(answer.status, { 'x-amzn-requestid': 'request-1' }).end(JSON.stringify(answer.body));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    client = new DynamoDBClient({ region: 'local', endpoint: `http://127.0.0.1:${port}`, credentials, maxAttempts: 1 });
  });
  afterEach(() => {
    client.destroy();
    server.close();
  });

  const invoke = (action: string, args: object) =>
    dynamodbIntegration(client).invoke(SDK + action, { ...args }, context);
  const refused = (name: string, message: string) => {
    answer = { status: 400, body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message } };
  };
  const key = { TableName: 'city', Key: { pk: { S: 'WAIT#1' } } };

  it('gives the response only, with items as they are on the wire', async () => {
    answer = { status: 200, body: { Item: { run: { N: '1' }, tags: { SS: ['a'] } } } };
    expect(await invoke('getItem', key)).toEqual({ Item: { run: { N: '1' }, tags: { SS: ['a'] } } });
    expect(asked).toEqual({ target: 'DynamoDB_20120810.GetItem', body: key });
  });

  it('writes, with and without waiting for a token', async () => {
    answer = { status: 200, body: {} };
    expect(await invoke('putItem', { TableName: 'city', Item: { pk: { S: '1' } } })).toEqual({});
    const update = {
      ...key,
      UpdateExpression: 'SET #a = :a',
      ExpressionAttributeNames: { '#a': 'a' },
      ExpressionAttributeValues: { ':a': { S: 't' } },
    };
    expect(await invoke('updateItem.waitForTaskToken', update)).toEqual({});
    expect(asked).toEqual({ target: 'DynamoDB_20120810.UpdateItem', body: update });
  });

  it.each([
    ['ConditionalCheckFailedException', 'DynamoDb.ConditionalCheckFailedException'],
    ['ResourceNotFoundException', 'DynamoDb.ResourceNotFoundException'],
    ['TransactionConflictException', 'DynamoDb.TransactionConflictException'],
    ['ProvisionedThroughputExceededException', 'DynamoDb.ProvisionedThroughputExceededException'],
    ['RequestLimitExceeded', 'DynamoDb.RequestLimitExceededException'],
    ['InternalServerError', 'DynamoDb.InternalServerErrorException'],
    ['ValidationException', 'DynamoDb.DynamoDbException'],
  ])('calls %s %s', async (name, error) => {
    refused(name, 'No.');
    const cause = 'No. (Service: DynamoDb, Status Code: 400, Request ID: request-1)';
    await expect(invoke('updateItem', key)).rejects.toMatchObject({ failure: { error, cause } });
  });

  it('tells a service that cannot be reached from one that refuses', async () => {
    server.close();
    server.closeAllConnections();
    await expect(invoke('getItem', key)).rejects.toMatchObject({ failure: { error: 'DynamoDb.SdkClientException' } });
  });

  it('has no other actions', async () => {
    for (const action of ['scan', 'constructor']) {
      await expect(invoke(action, key)).rejects.toMatchObject({ failure: { error: 'States.Runtime' } });
    }
  });
});
