import type { IncomingMessage, ServerResponse } from 'node:http';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { onTestFinished } from 'vitest';
import { openBucket } from '../../../local/bucket/open-bucket.ts';
import { listening } from '../listening.ts';
import { newFolder } from '../new-folder.ts';

export const credentials = { accessKeyId: 'local', secretAccessKey: 'a secret of this machine' };
export const Bucket = 'city-files';

/** A bucket on a port of its own (or below `prefix`), and the real client of a caller who knows the secret. */
export async function openCityBucket({ prefix = '', allowedOrigin = 'http://portal.example', searches = false } = {}) {
  const folder = newFolder();
  let serve: (req: IncomingMessage, res: ServerResponse) => void = () => {};
  const origin = await listening((req, res) => serve(req, res));
  const open = () => {
    const bucket = openBucket({ folder, credentials, region: 'eu-central-1', prefix, allowedOrigin, searches });
    serve = (req, res) => void bucket.handle(req, res);
    return bucket;
  };
  let bucket = open();
  const url = `${origin}${prefix}`;
  const client = clientFor(url, credentials);
  await client.send(new CreateBucketCommand({ Bucket }));
  onTestFinished(() => bucket.close());
  return {
    folder,
    url,
    origin,
    client,
    reopen() {
      bucket.close();
      bucket = open();
    },
  };
}

export function clientFor(endpoint: string, keys: { accessKeyId: string; secretAccessKey: string }): S3Client {
  const client = new S3Client({
    endpoint,
    credentials: keys,
    region: 'eu-central-1',
    forcePathStyle: true,
    maxAttempts: 1,
  });
  onTestFinished(() => client.destroy());
  return client;
}
