import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type {
  APIGatewayEventRequestContextV2,
  APIGatewayProxyEventV2,
  APIGatewayProxyEventV2WithRequestContext,
} from 'aws-lambda';
import { decode, type Match } from './routes.ts';

/** What the JWT authorizer leaves for the handler: every claim as text, as an HTTP API writes it. */
export type JwtContext = { jwt: { claims: Record<string, string>; scopes: null } };

type GatewayEvent = APIGatewayProxyEventV2WithRequestContext<
  APIGatewayEventRequestContextV2 & { authorizer?: JwtContext }
>;

/** A call in API Gateway's payload format 2.0. Throws `MalformedPath` for a path that cannot be decoded. */
export function toEvent(
  req: IncomingMessage,
  { route, pathParameters }: Match,
  body: Buffer,
  authorizer: JwtContext | undefined,
): APIGatewayProxyEventV2 {
  const [path = '/', ...query] = (req.url ?? '/').split('?');
  const rawQueryString = query.join('?');
  const rawPath = decode(path);
  const routeKey = `${route.method} ${route.path}`;
  const asText = isText(req);
  const event: GatewayEvent = {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString,
    ...(req.headers.cookie ? { cookies: req.headers.cookie.split(/; */) } : {}),
    headers: headersOf(req),
    ...(rawQueryString ? { queryStringParameters: joined(new URLSearchParams(rawQueryString)) } : {}),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      ...(authorizer ? { authorizer } : {}),
      domainName: (req.headers.host ?? 'localhost').replace(/:\d+$/, ''),
      domainPrefix: 'local',
      http: {
        method: req.method ?? 'GET',
        path: rawPath,
        protocol: `HTTP/${req.httpVersion}`,
        sourceIp: sourceIp(req),
        userAgent: req.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      ...timeOf(new Date()),
    },
    ...(Object.keys(pathParameters).length > 0 ? { pathParameters } : {}),
    ...(body.length > 0 ? { body: body.toString(asText ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: body.length > 0 && !asText,
  };
  return event;
}

/** Repeated keys joined by commas, in order of appearance. */
function joined(pairs: Iterable<[string, string]>): Record<string, string> {
  const result = new Map<string, string>();
  for (const [key, value] of pairs) {
    const before = result.get(key);
    result.set(key, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(result);
}

function headersOf(req: IncomingMessage): Record<string, string> {
  const pairs: [string, string][] = [];
  for (const [name, values] of Object.entries(req.headersDistinct)) {
    if (name !== 'cookie') for (const value of values ?? []) pairs.push([name, value]);
  }
  const forwarded = req.headers['x-forwarded-for'];
  return {
    ...joined(pairs),
    'x-forwarded-for': forwarded ? `${forwarded}, ${sourceIp(req)}` : sourceIp(req),
    'x-forwarded-port': String(req.socket.localPort ?? ''),
    'x-forwarded-proto': 'http',
  };
}

const sourceIp = (req: IncomingMessage) => (req.socket.remoteAddress ?? '').replace(/^::ffff:/, '');

const TEXT = /^(text\/|application\/(json|javascript|xml)\b|application\/[^;]+\+(json|xml)\b)/i;

/** An HTTP API hands over as text only what these types announce; forms and files arrive in base64. */
function isText(req: IncomingMessage): boolean {
  return TEXT.test(req.headers['content-type'] ?? 'text/plain') && req.headers['content-encoding'] === undefined;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The time of the call, also in the form of access logs: `12/Mar/2020:19:03:58 +0000`. */
function timeOf(at: Date): { time: string; timeEpoch: number } {
  const [date = '', clock = ''] = at.toISOString().split('T');
  const time = `${date.slice(8)}/${MONTHS[at.getUTCMonth()]}/${date.slice(0, 4)}:${clock.slice(0, 8)} +0000`;
  return { time, timeEpoch: at.getTime() };
}
