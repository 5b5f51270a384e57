import type { IncomingMessage, ServerResponse } from 'node:http';
import { S3Error } from './s3-error.ts';

/** Lets the pages of one origin read answers; none of the headers for anybody else. */
export function corsHeaders(req: IncomingMessage, allowedOrigin: string | undefined): [string, string][] {
  const { origin } = req.headers;
  if (!origin || (allowedOrigin !== '*' && origin !== allowedOrigin)) return [];
  return [
    ['access-control-allow-origin', allowedOrigin],
    ['access-control-expose-headers', 'etag, content-length, content-range, content-disposition'],
    ['vary', 'origin'],
  ];
}

/** Throws `AccessDenied` for an origin that is not allowed. */
export function answerPreflight(req: IncomingMessage, res: ServerResponse, allowedOrigin: string | undefined): void {
  if (corsHeaders(req, allowedOrigin).length === 0) throw new S3Error('AccessDenied', 'CORSResponse: not allowed.');
  res.writeHead(204, {
    'access-control-allow-methods': 'GET, HEAD, POST',
    'access-control-allow-headers': req.headers['access-control-request-headers'] ?? '',
    'access-control-max-age': '3600',
  });
  res.end();
}
