import type { IncomingMessage } from 'node:http';
import { S3Error } from './s3-error.ts';

export type Address = { bucket: string; key: string; query: URLSearchParams };

/** Path style, below the prefix the part is mounted at: `/prefix/bucket/key/with/slashes`. Throws `S3Error`. */
export function addressOf(req: IncomingMessage, prefix: string): Address {
  const [path = '/', ...query] = (req.url ?? '/').split('?');
  if (!path.startsWith(`${prefix}/`)) throw new S3Error('InvalidURI', 'This is not the address of a bucket.');
  const [bucket = '', ...key] = path
    .slice(prefix.length + 1)
    .split('/')
    .map(decode);
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
    throw new S3Error('InvalidBucketName', 'The bucket has no valid name.');
  }
  const joined = key.join('/');
  if (joined !== '') requireKey(joined);
  return { bucket, key: joined, query: new URLSearchParams(query.join('?')) };
}

/** Refuses keys that browsers or XML would change on their way: `.` and `..` as a step, and control signs. */
export function requireKey(key: string): void {
  if (Buffer.byteLength(key) > 1024) throw new S3Error('KeyTooLongError', 'A key has at most 1024 bytes.');
  const steps = key.split('/');
  const controls = [...key].some((sign) => sign < ' ' || sign === '\u007f' || sign === '\ufffe' || sign === '\uffff');
  if (key === '' || controls || !key.isWellFormed() || steps.includes('.') || steps.includes('..')) {
    throw new S3Error('InvalidArgument', 'The key is empty or holds a step or a sign that is not allowed.');
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error('InvalidURI', 'The address cannot be decoded.');
  }
}
