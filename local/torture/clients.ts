import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod/mini';
import { type newCredentials, REGION } from '../cloud.ts';

/** Where the parts of one life of the process listen. */
export const Addresses = z.object({
  table: z.string(),
  bucket: z.string(),
  engine: z.string(),
  scheduler: z.string(),
  outbox: z.string(),
});
export type Addresses = z.infer<typeof Addresses>;

export type Clients = ReturnType<typeof clientsOf>;

/** The SDK's own clients. They try once: a call that was cut off is the writer's to find out about, not theirs to repeat. */
export const clientsOf = (addresses: Addresses, credentials: ReturnType<typeof newCredentials>) => {
  const common = { region: REGION, credentials, maxAttempts: 1 };
  const clients = {
    table: new DynamoDBClient({ ...common, endpoint: addresses.table }),
    bucket: new S3Client({ ...common, endpoint: addresses.bucket, forcePathStyle: true }),
    engine: new SFNClient({ ...common, endpoint: addresses.engine }),
    scheduler: new SchedulerClient({ ...common, endpoint: addresses.scheduler }),
  };
  return {
    ...clients,
    outbox: addresses.outbox,
    destroy: () => Object.values(clients).forEach((client) => void client.destroy()),
  };
};
