import { createServer, type RequestListener } from 'node:http';

export type Listening = { readonly port: number; readonly url: string; close(): Promise<void> };

/**
 * Serves on the loopback interface only; port 0 takes any free one. `close` ends open connections.
 *
 * @throws Error with code EADDRINUSE if somebody has the port
 */
export const listen = async (handle: RequestListener, port = 0): Promise<Listening> => {
  const server = createServer(handle);
  server.on('clientError', (_error, socket) => socket.destroy());
  // Idle connections are the clients' to close: closed from here, a call that is just on its way would be cut off.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  return {
    port: address.port,
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
