import type { IncomingMessage, ServerResponse } from 'node:http';
import { discardRest, readBody } from './read-body.ts';

type LambdaHandler = (event: unknown) => Promise<unknown>;

const INVOCATION = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;
const MOST_BYTES = 256 * 1024;

/** Lambda's door for calls that nobody waits for: accepted at once, done one after the other. */
export const openLambdaEndpoint = (functions: Readonly<Record<string, LambdaHandler>>) => {
  let underWay = Promise.resolve();

  const accept = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const name = INVOCATION.exec(req.url ?? '')?.[1] ?? '';
    const handler = functions[decodeURIComponent(name)];
    if (!handler || req.headers['x-amz-invocation-type'] !== 'Event') return void res.writeHead(404).end('{}');
    const event: unknown = JSON.parse((await readBody(req, MOST_BYTES)).toString());
    underWay = underWay
      .then(async () => void (await handler(event)))
      .catch((fault: unknown) => console.error(`The function ${name} failed:`, fault));
    res.writeHead(202).end();
  };

  return {
    handle: (req: IncomingMessage, res: ServerResponse): void => {
      accept(req, res)
        .catch(() => void res.writeHead(400).end('{}'))
        .finally(() => discardRest(req));
    },
    /** Waits for what is under way. */
    idle: (): Promise<void> => underWay,
  };
};
