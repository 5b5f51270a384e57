import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Address } from './address.ts';
import type { StoredObject } from './object-table.ts';
import { S3Error } from './s3-error.ts';
import { QUARANTINE_TAG } from './tags.ts';
import type { Store } from './write-object.ts';

/** GetObject and HeadObject. The body of an object in quarantine is given to nobody; HEAD still tells it is there. */
export async function getObject(
  { objects, bodies }: Store,
  { bucket, key, query }: Address,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const object = objects.find(bucket, key);
  if (!object) throw new S3Error('NoSuchKey', 'The specified key does not exist.');
  const withBody = req.method === 'GET';
  if (withBody && QUARANTINE_TAG in object.tags) throw new S3Error('AccessDenied', 'The object is in quarantine.');
  const etag = `"${object.md5}"`;
  if (![undefined, '*', etag].includes(req.headers['if-match'])) {
    throw new S3Error('PreconditionFailed', 'The object has changed.');
  }
  const headers = { ...headersOf(object), ...overrides(query), etag };
  if (req.headers['if-none-match'] === etag) return void res.writeHead(304, headers).end();

  const range = rangeOf(req.headers.range, object.size);
  const { start, end } = range ?? { start: 0, end: object.size - 1 };
  res.writeHead(range ? 206 : 200, {
    ...headers,
    'content-length': end - start + 1,
    ...(range ? { 'content-range': `bytes ${start}-${end}/${object.size}` } : wholeChecksum(req, object)),
  });
  if (!withBody || object.size === 0) return void res.end();
  await pipeline(bodies.read(object.file, start, end), res);
}

function headersOf(object: StoredObject): OutgoingHttpHeaders {
  const tagCount = Object.keys(object.tags).length;
  return {
    ...object.headers,
    'accept-ranges': 'bytes',
    'last-modified': new Date(object.modified_at).toUTCString(),
    // What strangers uploaded must never run as a page of this origin.
    'x-content-type-options': 'nosniff',
    'content-security-policy': 'sandbox',
    ...(tagCount > 0 ? { 'x-amz-tagging-count': tagCount } : {}),
  };
}

const OVERRIDABLE = [
  'content-type',
  'content-disposition',
  'content-language',
  'content-encoding',
  'cache-control',
  'expires',
];

/** `response-content-disposition` and its like; being part of the signed address, nobody else can set them. */
function overrides(query: URLSearchParams): OutgoingHttpHeaders {
  const pairs = OVERRIDABLE.map((name) => [name, query.get(`response-${name}`)] as const);
  return Object.fromEntries(pairs.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

const wholeChecksum = (req: IncomingMessage, { crc32 }: StoredObject): OutgoingHttpHeaders =>
  req.headers['x-amz-checksum-mode'] === 'ENABLED'
    ? { 'x-amz-checksum-crc32': crc32, 'x-amz-checksum-type': 'FULL_OBJECT' }
    : {};

/** One range of bytes, both ends included; `undefined` (the whole) for none, several, or nonsense. */
function rangeOf(header: string | undefined, size: number): { start: number; end: number } | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start >= size) throw new S3Error('InvalidRange', 'The requested range is not satisfiable');
  return start > end ? undefined : { start, end };
}
