import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { BodyTooLarge, discardRest, readBody } from '../read-body.ts';
import { type Cors, corsHeaders, isPreflight } from './cors.ts';
import { toEvent } from './event.ts';
import { createJwtAuthorizer, type JwtAuthorizer } from './jwt-authorizer.ts';
import { lambdaContext } from './lambda-context.ts';
import { gatewayMessage, PAYLOAD_LIMIT, type Reply, send, toReply } from './reply.ts';
import { createRouter, MalformedPath, type Route } from './routes.ts';

/** A Lambda function behind the gateway; its result is a structured answer, a text, or anything JSON can write. */
export type LambdaHandler = (event: APIGatewayProxyEventV2, context: Context) => Promise<unknown>;

export type GatewayOptions = {
  routes: readonly Route[];
  handlers: Readonly<Record<string, LambdaHandler>>;
  authorizer?: JwtAuthorizer | undefined;
  cors?: Cors | undefined;
  /** How long a handler may take. */
  timeoutMs?: number;
};

/**
 * API Gateway's HTTP API, as far as handlers and clients can tell: payload format 2.0, the JWT authorizer, CORS,
 * and the gateway's own answers (400, 401, 404, 413, 500, 503). A handler that throws is logged and never shows
 * its message to the client. Throws at once if a route names a handler or an authorizer that is not given.
 */
export function createGateway({ routes, handlers, authorizer, cors, timeoutMs = 30_000 }: GatewayOptions) {
  const findRoute = createRouter(routes);
  const authorize = authorizer && createJwtAuthorizer(authorizer);
  for (const { handler, authorizer: needs } of routes) {
    if (!handlers[handler]) throw new Error(`No handler is called ${handler}.`);
    if (needs && !authorize) throw new Error(`The route of ${handler} needs a JWT authorizer.`);
  }

  async function answer(req: IncomingMessage): Promise<Reply> {
    if (cors && isPreflight(req)) return { status: 204, headers: {}, body: Buffer.alloc(0) };
    const match = findRoute(req.method ?? 'GET', (req.url ?? '/').split('?', 1)[0] ?? '/');
    if (!match) return gatewayMessage(404, 'Not Found');
    const caller = match.route.authorizer ? await authorize?.(req.headers.authorization) : undefined;
    if (match.route.authorizer && !caller) {
      return gatewayMessage(401, 'Unauthorized', { 'www-authenticate': 'Bearer' });
    }
    const event = toEvent(req, match, await readBody(req, PAYLOAD_LIMIT), caller);
    const result = await invoke(match.route.handler, event);
    return result === TIMED_OUT ? gatewayMessage(503, 'Service Unavailable') : toReply(result);
  }

  async function invoke(name: string, event: APIGatewayProxyEventV2): Promise<unknown> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise((resolve) => {
      timer = setTimeout(resolve, timeoutMs, TIMED_OUT);
    });
    try {
      const running = handlers[name]?.(event, lambdaContext(name, performance.now() + timeoutMs));
      return await Promise.race([running, timeout]);
    } finally {
      clearTimeout(timer);
    }
  }

  return async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    try {
      const reply = await answer(req).catch((error: unknown) => excuse(error, req));
      const headers = cors ? { ...reply.headers, ...corsHeaders(cors, req) } : reply.headers;
      send(res, { ...reply, headers });
    } catch (error) {
      // A header that cannot be sent, such as one with a line break.
      send(res, excuse(error, req));
    } finally {
      discardRest(req);
    }
  };
}

const TIMED_OUT = Symbol('timed out');

function excuse(error: unknown, req: IncomingMessage): Reply {
  if (error instanceof BodyTooLarge) return gatewayMessage(413, 'Request Entity Too Large');
  if (error instanceof MalformedPath) return gatewayMessage(400, 'Bad Request');
  const clientLeft = req.destroyed && !req.complete;
  if (!clientLeft) console.error(`${req.method} ${req.url?.split('?', 1)[0]} failed:`, error);
  return gatewayMessage(500, 'Internal Server Error');
}
