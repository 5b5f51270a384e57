import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { createTableOf, timeToLiveOf } from '../adapters/dynamo/table.ts';
import type { CitizenEnv, DevelopScansEnv, StaffEnv } from '../functions/env.ts';
import type { DataFolder } from './data-folder.ts';
import { replaceFile } from './replace-file.ts';
import type { Table } from './table/open-table.ts';
import { TableError } from './table/table-error.ts';

export const REGION = 'local';
const ACCOUNT = '000000000000';
export const HOME = { region: REGION, account: ACCOUNT };
export const TABLE_NAME = 'public-meeting';
const BUCKET_NAME = 'documents';
const ANCHOR_BUCKET_NAME = 'anchors';
export const STATE_MACHINE_ARN = `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:meeting-request`;
export const DARKROOM_FUNCTION = 'develop-scans';
export const PASS_DEADLINE_ARN = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:pass-deadline`;

/** Keys of this process only: the embedded parts check signatures as AWS does. */
export const newCredentials = () => ({
  accessKeyId: randomBytes(10).toString('hex').toUpperCase(),
  secretAccessKey: randomBytes(30).toString('base64url'),
});

export type Endpoints = {
  readonly dynamodb: string;
  readonly sfn: string;
  readonly s3: string;
  readonly lambda: string;
  readonly cognito: string;
};

/** Points the AWS SDK's clients, which are told nothing else, at the embedded parts. */
export const pointSdkAt = (endpoints: Endpoints, credentials: ReturnType<typeof newCredentials>): void => {
  Object.assign(process.env, {
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SFN: endpoints.sfn,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_LAMBDA: endpoints.lambda,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoints.cognito,
  });
};

export type FunctionsEnv = CitizenEnv & StaffEnv & DevelopScansEnv;

/** The environment of the functions, as the stack would give it to them. */
export const functionEnv = (folder: DataFolder, outbox: string): FunctionsEnv => {
  const secret = folder.at('master-secret');
  if (!existsSync(secret)) replaceFile(secret, randomBytes(48).toString('base64url'));
  return {
    TABLE_NAME,
    BUCKET_NAME,
    ANCHOR_BUCKET_NAME,
    STATE_MACHINE_ARN,
    KEY_SOURCE: `file:${secret}`,
    SMS_GATEWAY: `${outbox}/sms`,
    MAIL_GATEWAY: `${outbox}/mail`,
    MAIL_FROM: 'no-reply@meeting.example',
    USER_POOL_ID: 'local_staff',
    FIRST_ADMINISTRATOR: 'eastmere.administrator',
    DARKROOM_FUNCTION,
    PAGE_PROCESS: fileURLToPath(new URL('../adapters/images/page-process.ts', import.meta.url)),
  };
};

/** The table in its present shape. A data folder that was made before an index was thought of gains it, filled from its items. */
export const createTable = (table: Table): void => {
  table.ensure(createTableOf(TABLE_NAME));
  try {
    table.execute('UpdateTimeToLive', timeToLiveOf(TABLE_NAME));
  } catch (error) {
    // It has been enabled when the folder was made.
    if (!(error instanceof TableError) || error.type !== 'ValidationException') throw error;
  }
};

export const createBuckets = async (): Promise<void> => {
  const client = new S3Client({ forcePathStyle: true });
  for (const Bucket of [BUCKET_NAME, ANCHOR_BUCKET_NAME]) await client.send(new CreateBucketCommand({ Bucket }));
  client.destroy();
};
