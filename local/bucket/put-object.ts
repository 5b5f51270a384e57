import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Address } from './address.ts';
import { payloadOf } from './payload.ts';
import { S3Error } from './s3-error.ts';
import { tagsFromHeader } from './tags.ts';
import { keptHeaders, type Store, writeObject } from './write-object.ts';

/** Headers that would change what PutObject means; ignoring them would answer 200 and do something else. */
const UNSUPPORTED = ['x-amz-copy-source', 'if-match', 'x-amz-object-lock-mode', 'x-amz-website-redirect-location'];

export async function putObject(
  store: Store,
  { bucket, key }: Address,
  req: IncomingMessage,
  res: ServerResponse,
  maxBytes: number,
) {
  const unsupported = UNSUPPORTED.find((name) => req.headers[name] !== undefined);
  const ifNoneMatch = req.headers['if-none-match'];
  if (unsupported || (ifNoneMatch ?? '*') !== '*') {
    throw new S3Error('NotImplemented', `${unsupported ?? 'This if-none-match'} is not known here.`);
  }
  const given = Object.entries(req.headers).map(([name, value]): [string, string] => [name, String(value)]);
  const draft = {
    bucket,
    key,
    headers: keptHeaders(given),
    tags: tagsFromHeader(String(req.headers['x-amz-tagging'] ?? '')),
    maxBytes,
    onlyIfAbsent: ifNoneMatch !== undefined,
  };
  const { md5, crc32 } = await writeObject(store, draft, payloadOf(req, maxBytes));
  res.writeHead(200, { etag: `"${md5}"`, 'x-amz-checksum-crc32': crc32, 'x-amz-checksum-type': 'FULL_OBJECT' }).end();
}
