import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { crc32 } from 'node:zlib';
import type { StoredBody } from './body-files.ts';
import { S3Error } from './s3-error.ts';
import { unchunk } from './unchunk.ts';

const CHUNKED = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';

/** What the signature says about the body; only forms this part can check are let through. */
export function payloadHashOf(req: IncomingMessage): string {
  const hash = String(req.headers['x-amz-content-sha256'] ?? '');
  if (!/^[0-9a-f]{64}$/.test(hash) && hash !== 'UNSIGNED-PAYLOAD' && hash !== CHUNKED) {
    throw new S3Error('NotImplemented', `x-amz-content-sha256 cannot be ${hash || 'absent'} here.`);
  }
  return hash;
}

export type Payload = {
  bytes: AsyncIterable<Buffer>;
  /** Compares what arrived with everything the client said about it. Throws `S3Error`. */
  verify(stored: Pick<StoredBody, 'size' | 'md5' | 'sha256' | 'crc32'>): void;
};

/** The body of a signed request, freed from its chunks if need be. Throws `S3Error` if it is announced too large. */
export function payloadOf(req: IncomingMessage, maxBytes: number): Payload {
  const hash = payloadHashOf(req);
  const length = req.headers[hash === CHUNKED ? 'x-amz-decoded-content-length' : 'content-length'];
  if (length === undefined) throw new S3Error('MissingContentLength', 'The length must be announced.');
  if (Number(length) > maxBytes) throw new S3Error('EntityTooLarge', `The object is larger than ${maxBytes} bytes.`);
  // Stopping early must leave the connection open, or the refusal could not be read.
  const raw: AsyncIterable<Buffer> = req.iterator({ destroyOnReturn: false });
  const trailers = new Map<string, string>();

  return {
    bytes: hash === CHUNKED ? unchunk(raw, trailers) : raw,
    verify({ size, md5, sha256, crc32: crc }) {
      if (size !== Number(length)) throw new S3Error('IncompleteBody', 'The body is not as long as announced.');
      if (hash.length === 64 && hash !== sha256) {
        throw new S3Error('XAmzContentSHA256Mismatch', 'The body is not the one that was signed.');
      }
      const said = (name: string) => trailers.get(name) ?? req.headers[name];
      const promised = req.headers['x-amz-trailer'];
      if (promised !== undefined && said(String(promised)) === undefined) {
        throw new S3Error('IncompleteBody', 'The promised trailer did not arrive.');
      }
      compare(said('content-md5'), Buffer.from(md5, 'hex').toString('base64'));
      compare(said('x-amz-checksum-crc32'), crc);
      compare(said('x-amz-checksum-sha256'), Buffer.from(sha256, 'hex').toString('base64'));
      for (const name of ['crc32c', 'crc64nvme', 'sha1']) {
        if (said(`x-amz-checksum-${name}`)) throw new S3Error('NotImplemented', `${name} is not known here.`);
      }
    },
  };
}

function compare(said: string | string[] | undefined, found: string): void {
  if (said !== undefined && said !== found) throw new S3Error('BadDigest', 'The checksum does not fit the body.');
}

/** A small verified body as a whole, such as the XML of tags. */
export async function readPayload(req: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const payload = payloadOf(req, maxBytes);
  const chunks: Buffer[] = [];
  for await (const chunk of payload.bytes) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  payload.verify({
    size: body.length,
    md5: createHash('md5').update(body).digest('hex'),
    sha256: createHash('sha256').update(body).digest('hex'),
    crc32: checksum.toString('base64'),
  });
  return body;
}
