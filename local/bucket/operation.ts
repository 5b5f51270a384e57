import type { IncomingMessage } from 'node:http';
import type { Address } from './address.ts';
import { S3Error } from './s3-error.ts';

/** S3's operations by method, by what the address names, and by the subresource in the query. */
const OPERATIONS = {
  'PUT bucket': 'CreateBucket',
  'HEAD bucket': 'HeadBucket',
  'GET bucket': 'ListObjectsV2',
  'POST bucket': 'PostObject',
  'GET object': 'GetObject',
  'HEAD object': 'HeadObject',
  'PUT object': 'PutObject',
  'DELETE object': 'DeleteObject',
  'GET object tagging': 'GetObjectTagging',
  'PUT object tagging': 'PutObjectTagging',
  'DELETE object tagging': 'DeleteObjectTagging',
} as const;

export type Operation = (typeof OPERATIONS)[keyof typeof OPERATIONS];

/** Parts of a query that do not make it another operation. */
const PLAIN =
  /^(x-id|x-amz-.*|response-.*|list-type|prefix|delimiter|encoding-type|max-keys|continuation-token|start-after|fetch-owner)$/i;

/** Which operation is meant; one that is not known here is refused instead of being taken for another. */
export function operationOf(req: IncomingMessage, { key, query }: Address): Operation {
  const subresources = [...query.keys()].filter((name) => !PLAIN.test(name));
  const name = [req.method, key === '' ? 'bucket' : 'object', ...subresources].join(' ');
  if (!isKnown(name)) throw new S3Error('NotImplemented', `${name} is not known here.`);
  return OPERATIONS[name];
}

const isKnown = (name: string): name is keyof typeof OPERATIONS => Object.hasOwn(OPERATIONS, name);
