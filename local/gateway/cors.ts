import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';

export type Cors = {
  /** Exact origins, or `*`. */
  allowOrigins: readonly string[];
  allowMethods: readonly string[];
  allowHeaders: readonly string[];
  exposeHeaders: readonly string[];
  maxAgeSeconds: number;
};

export const isPreflight = (req: IncomingMessage) =>
  req.method === 'OPTIONS' && req.headers['access-control-request-method'] !== undefined;

/** The headers a browser needs to let this origin read the answer; none for an origin that is not allowed. */
export function corsHeaders(cors: Cors, req: IncomingMessage): OutgoingHttpHeaders {
  const { origin } = req.headers;
  const anyone = cors.allowOrigins.includes('*');
  if (!origin || !(anyone || cors.allowOrigins.includes(origin))) return {};
  return {
    'access-control-allow-origin': anyone ? '*' : origin,
    ...(anyone ? {} : { vary: 'origin' }),
    ...(isPreflight(req)
      ? {
          'access-control-allow-methods': cors.allowMethods.join(','),
          'access-control-allow-headers': cors.allowHeaders.join(','),
          'access-control-max-age': String(cors.maxAgeSeconds),
        }
      : { 'access-control-expose-headers': cors.exposeHeaders.join(',') }),
  };
}
