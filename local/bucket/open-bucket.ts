import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { openDatabase } from '../open-database.ts';
import { discardRest } from '../read-body.ts';
import { type Credentials, SignatureError } from '../signature/signing-key.ts';
import { verifyHeader, verifyQuery } from '../signature/verify-signature.ts';
import { type Address, addressOf } from './address.ts';
import { openBodyFiles } from './body-files.ts';
import { answerPreflight, corsHeaders } from './cors.ts';
import { getObject } from './get-object.ts';
import { listObjects } from './list-objects.ts';
import { OBJECT_TABLES, openObjectTable } from './object-table.ts';
import { operationOf } from './operation.ts';
import { payloadHashOf, readPayload } from './payload.ts';
import { postObject } from './post-object.ts';
import { putObject } from './put-object.ts';
import { S3Error, statusOf } from './s3-error.ts';
import { tagsFromXml } from './tags.ts';
import type { Store } from './write-object.ts';
import { toXml } from './xml.ts';

export type BucketOptions = {
  folder: string;
  credentials: Credentials;
  region: string;
  /** The path it is mounted below, such as `/bucket`; clients sign it as part of the address. */
  prefix?: string | undefined;
  /** The one origin whose pages may read answers and send forms; `*` for any. */
  allowedOrigin?: string | undefined;
  /** Searches what browsers post for malware, and tags it with the verdict. */
  searches?: boolean | undefined;
};

const MAX_OBJECT_BYTES = 100 * 1024 * 1024;
const MAX_XML_BYTES = 64 * 1024;

/**
 * The part of S3 that the product uses, for the real SDK (path style) and for browsers with presigned forms and
 * addresses. Every call must be signed, in real time; what is not known here is refused, never answered with 200.
 */
export function openBucket({
  folder,
  credentials,
  region,
  prefix = '',
  allowedOrigin,
  searches = false,
}: BucketOptions) {
  const database = openDatabase(join(folder, 'bucket.sqlite'), OBJECT_TABLES);
  const objects = openObjectTable(database);
  const store: Store = { objects, bodies: openBodyFiles(join(folder, 'bodies'), objects.files()) };
  const verifier = { credentials, region, service: 's3', searches };

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (req.method === 'OPTIONS') return answerPreflight(req, res, allowedOrigin);
    const address = addressOf(req, prefix);
    const operation = operationOf(req, address);
    if (operation !== 'PostObject') authenticate(req, address);
    if (operation !== 'CreateBucket' && !objects.hasBucket(address.bucket)) {
      throw new S3Error('NoSuchBucket', 'The specified bucket does not exist');
    }
    switch (operation) {
      case 'CreateBucket':
        await readPayload(req, MAX_XML_BYTES);
        objects.createBucket(address.bucket);
        return void res.writeHead(200, { location: `/${address.bucket}` }).end();
      case 'HeadBucket':
        return void res.writeHead(200, { 'x-amz-bucket-region': region }).end();
      case 'ListObjectsV2':
        return sendXml(res, 200, listObjects(objects, address));
      case 'GetObject':
      case 'HeadObject':
        return getObject(store, address, req, res);
      case 'PutObject':
        return putObject(store, address, req, res, MAX_OBJECT_BYTES);
      case 'PostObject':
        return postObject(store, address, req, res, verifier, MAX_OBJECT_BYTES);
      case 'DeleteObject': {
        const file = objects.remove(address.bucket, address.key);
        if (file) await store.bodies.remove(file);
        return void res.writeHead(204).end();
      }
      case 'GetObjectTagging': {
        const tags = Object.entries(existing(address).tags);
        const Tag = tags.map(([Key, Value]) => ({ Key, Value }));
        return sendXml(res, 200, toXml('Tagging', { TagSet: { Tag } }));
      }
      case 'PutObjectTagging': {
        const tags = tagsFromXml((await readPayload(req, MAX_XML_BYTES)).toString());
        existing(address);
        objects.setTags(address.bucket, address.key, tags);
        return void res.writeHead(200).end();
      }
      case 'DeleteObjectTagging':
        existing(address);
        objects.setTags(address.bucket, address.key, {});
        return void res.writeHead(204).end();
    }
  }

  function authenticate(req: IncomingMessage, { query }: Address): void {
    if (!query.has('X-Amz-Signature')) verifyHeader(req, verifier, signedHash(req));
    else if (req.method !== 'GET' && req.method !== 'HEAD') {
      throw new S3Error('NotImplemented', 'Presigned addresses are for reading; upload with a presigned form.');
    } else verifyQuery(req, verifier);
  }

  function existing({ bucket, key }: Address) {
    const object = objects.find(bucket, key);
    if (!object) throw new S3Error('NoSuchKey', 'The specified key does not exist.');
    return object;
  }

  return {
    async handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
      try {
        res.setHeader('x-amz-request-id', randomUUID());
        for (const [name, value] of corsHeaders(req, allowedOrigin)) res.setHeader(name, value);
        await answer(req, res);
      } catch (error) {
        refuse(req, res, error);
      } finally {
        discardRest(req);
      }
    },
    close: () => database.close(),
  };
}

/** Unsigned calls are refused as such, before anything is said about their body. */
const signedHash = (req: IncomingMessage) => (req.headers.authorization ? payloadHashOf(req) : '');

function sendXml(res: ServerResponse, status: number, xml: string): void {
  res.writeHead(status, { 'content-type': 'application/xml', 'content-length': Buffer.byteLength(xml) }).end(xml);
}

/** Answers with S3's error document. A client that left gets nothing; half an answer is cut off, not completed. */
function refuse(req: IncomingMessage, res: ServerResponse, error: unknown): void {
  const known = error instanceof S3Error || error instanceof SignatureError;
  const left = res.destroyed || (req.destroyed && !req.complete);
  if (!known && !left) console.error(`${req.method} ${req.url?.split('?', 1)[0]} failed:`, error);
  if (left) return;
  if (res.headersSent) return void res.destroy();
  const { code, message } = known
    ? error
    : { code: 'InternalError' as const, message: 'We encountered an internal error.' };
  const xml = toXml('Error', { Code: code, Message: message, Resource: req.url?.split('?', 1)[0] ?? '' });
  if (req.method === 'HEAD') res.writeHead(statusOf(code)).end();
  else sendXml(res, statusOf(code), xml);
}
