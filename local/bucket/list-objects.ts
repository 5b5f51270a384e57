import type { Address } from './address.ts';
import type { ObjectTable } from './object-table.ts';
import { S3Error } from './s3-error.ts';
import { toXml } from './xml.ts';

const MOST = 1000;

/** ListObjectsV2, without delimiters. */
export function listObjects(objects: ObjectTable, { bucket, query }: Address): string {
  if (query.get('list-type') !== '2' || query.has('delimiter') || query.has('encoding-type')) {
    throw new S3Error('NotImplemented', 'Only ListObjectsV2 without a delimiter is known here.');
  }
  const wanted = Number(query.get('max-keys') ?? MOST);
  if (!Number.isInteger(wanted) || wanted < 0) throw new S3Error('InvalidArgument', 'max-keys is not a number.');
  const maxKeys = Math.min(wanted, MOST);
  const token = query.get('continuation-token') ?? undefined;
  const prefix = query.get('prefix') ?? '';
  const after = token === undefined ? (query.get('start-after') ?? '') : keyFromToken(token);
  const found = maxKeys === 0 ? [] : objects.list(bucket, prefix, after, maxKeys + 1);
  const page = found.slice(0, maxKeys);
  const last = found.length > maxKeys ? page.at(-1) : undefined;
  return toXml('ListBucketResult', {
    Name: bucket,
    Prefix: prefix,
    MaxKeys: maxKeys,
    KeyCount: page.length,
    IsTruncated: last !== undefined,
    ContinuationToken: token,
    NextContinuationToken: last && tokenOf(last.key),
    Contents: page.map(({ key, size, md5, modified_at }) => ({
      Key: key,
      LastModified: new Date(modified_at).toISOString(),
      ETag: `"${md5}"`,
      Size: size,
      StorageClass: 'STANDARD',
    })),
  });
}

const tokenOf = (key: string) => Buffer.from(`after:${key}`).toString('base64url');

function keyFromToken(token: string): string {
  const text = Buffer.from(token, 'base64url').toString();
  if (!text.startsWith('after:')) throw new S3Error('InvalidArgument', 'The continuation token is not one of ours.');
  return text.slice('after:'.length);
}
