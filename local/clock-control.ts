import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import { Instant, instantOf, toMillis } from '../domain/time.ts';
import type { ProductClock } from './product-clock.ts';
import { readBody } from './read-body.ts';

const Wish = z.strictObject({
  to: z.optional(Instant),
  speed: z.optional(z.number().check(z.positive(), z.lte(100_000))),
});
const BODY_BYTES = 1024;

/**
 * The office's clock for demos: `GET /_clock` shows it, `POST /_clock` with `{ to }` or `{ speed }` moves it. It exists on this machine
 * only; a page of another origin cannot post JSON here without a consent that is never given.
 */
export const clockControl =
  (clock: ProductClock, moveTo: (epochMs: number) => Promise<void>) =>
  async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const say = (status: number, body: object) =>
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    try {
      if (req.method === 'POST') {
        if (!req.headers['content-type']?.startsWith('application/json'))
          return void say(415, { problem: 'Send JSON.' });
        const wish = Wish.parse(JSON.parse(String(await readBody(req, BODY_BYTES))));
        if (wish.to !== undefined && toMillis(wish.to) < clock.now())
          return void say(422, { problem: 'The clock never goes back.' });
        if (wish.speed !== undefined) clock.setSpeed(wish.speed);
        if (wish.to !== undefined) await moveTo(toMillis(wish.to));
      }
      say(200, { now: instantOf(clock.now()), speed: clock.speed });
    } catch {
      say(422, { problem: 'Send { "to": an instant } or { "speed": a number }.' });
    }
  };
