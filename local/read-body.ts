import type { IncomingMessage } from 'node:http';

/** The body is larger than the reader allows; answer 413 and call `discardRest`. */
export class BodyTooLarge extends Error {
  constructor(limit: number) {
    super(`The body is larger than ${limit} bytes.`);
    this.name = 'BodyTooLarge';
  }
}

/**
 * The whole body of a request, at most `limit` bytes.
 * Throws `BodyTooLarge` as soon as that is known (by the announced length, before a byte is read), and an
 * ordinary error if the client goes away.
 */
export function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(req.headers['content-length'] ?? 0) > limit) return Promise.reject(new BodyTooLarge(limit));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        req.removeAllListeners('data');
        reject(new BodyTooLarge(limit));
      } else chunks.push(chunk);
    });
    req.once('end', () => resolve(Buffer.concat(chunks)));
    req.once('error', reject);
    req.once('close', () => reject(new Error('The client went away before the body was complete.')));
  });
}

const LINGER_MS = 1000;

/** Hangs up on a client that is still sending, but only after it had a moment to read the refusal. */
export function discardRest(req: IncomingMessage): void {
  if (req.complete || req.destroyed) return;
  req.on('error', () => {});
  const timer = setTimeout(() => req.destroy(), LINGER_MS);
  req.once('close', () => clearTimeout(timer));
  req.resume();
}
