import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import { BodyTooLarge, discardRest, readBody } from '../read-body.ts';
import { outboxPage } from './outbox-page.ts';
import { FAILURES, Incoming, type Kept, OutboxStore } from './outbox-store.ts';

const BODY_BYTES = 256 * 1024;
const Switch = z.object({ to: z.string().check(z.minLength(1)), how: z.enum([...FAILURES, 'no']) });

export type Outbox = {
  /** Answers everything below `/outbox`. */
  handle(req: IncomingMessage, res: ServerResponse): void;
  messages(filter?: { to?: string | undefined; limit?: number }): Kept[];
  close(): void;
};

/**
 * Stands in for the gateways of SMS and e-mail: takes messages at `POST /outbox/sms` and `/outbox/mail`, keeps each reference
 * once, and shows them at `/outbox` (to people) and `/outbox/messages?to=` (as JSON). `POST /outbox/failing`, with
 * `{ to, how: refused | temporary | no }`, breaks an address or mends it.
 */
export const openOutbox = ({ file, clock }: { file: string; clock: { now(): number } }): Outbox => {
  const store = new OutboxStore(file);

  const take = (by: Kept['by'], body: unknown, res: ServerResponse): void => {
    const message = z.parse(Incoming, body);
    const failure = store.failureOf(message.to);
    const at = new Date(clock.now()).toISOString();
    if (failure) answer(res, failure === 'refused' ? 422 : 503, { problem: `This address is set to be ${failure}.` });
    else answer(res, 202, { id: String(store.keep(by, message, at)) });
  };

  const routes: Readonly<
    Record<string, (req: IncomingMessage, res: ServerResponse, query: URLSearchParams) => Promise<void>>
  > = {
    'POST /outbox/sms': async (req, res) => take('sms', await json(req), res),
    'POST /outbox/mail': async (req, res) => take('mail', await json(req), res),
    'POST /outbox/failing': async (req, res) => {
      const { to, how } = z.parse(Switch, await json(req));
      store.setFailing(to, how);
      answer(res, 200, { failing: store.failing() });
    },
    'GET /outbox/messages': async (_req, res, query) =>
      answer(res, 200, { messages: store.messages({ to: query.get('to') ?? undefined }) }),
    'GET /outbox': async (_req, res) => {
      const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
      const policy = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" };
      res.writeHead(200, { ...headers, ...policy }).end(outboxPage(store.messages(), store.failing()));
    },
  };

  return {
    handle: (req, res) => {
      const [path, query] = (req.url ?? '').split('?', 2);
      const route = routes[`${req.method} ${path}`];
      if (!route) answer(res, 404, { problem: 'There is nothing here.' });
      else route(req, res, new URLSearchParams(query)).catch((fault: unknown) => refuse(fault, req, res));
    },
    messages: (filter) => store.messages(filter),
    close: () => store.close(),
  };
};

const json = async (req: IncomingMessage): Promise<unknown> => JSON.parse((await readBody(req, BODY_BYTES)).toString());

const answer = (res: ServerResponse, status: number, body: object): void => {
  if (res.headersSent || res.destroyed) return;
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
};

const refuse = (fault: unknown, req: IncomingMessage, res: ServerResponse): void => {
  if (fault instanceof BodyTooLarge) {
    answer(res, 413, { problem: fault.message });
    discardRest(req);
  } else if (fault instanceof SyntaxError) answer(res, 400, { problem: 'The body is no JSON.' });
  else if (fault instanceof z.core.$ZodError) {
    answer(res, 422, { problem: 'Some fields do not fit.', fields: fault.issues.map(({ path }) => path.join('.')) });
  } else answer(res, 500, { problem: 'Something went wrong in the outbox.' });
};
