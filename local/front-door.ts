import type { RequestListener } from 'node:http';
import { CannotStart } from './cannot-start.ts';
import { listen } from './listen.ts';

/**
 * Takes the public port before anything else is opened, so that a taken port is known at once, and answers 503 until the system
 * behind it is ready.
 *
 * @throws CannotStart if somebody has the port
 */
export const openFrontDoor = async (port: number) => {
  let handle: RequestListener = (_req, res) => res.writeHead(503, { 'retry-after': '1' }).end();
  const server = await listen((req, res) => handle(req, res), port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new CannotStart(`Port ${port} is taken. Choose another: PORT=8788 npm start`);
  });
  return {
    url: server.url,
    close: server.close,
    leadsTo: (system: RequestListener): void => {
      handle = system;
    },
  };
};
