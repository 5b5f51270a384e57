import { createServer } from 'node:http';
import type { Table } from './open-table.ts';

export type ListeningTable = { url: string; port: number; close(): Promise<void> };

/** Serves a table on 127.0.0.1; port 0 takes a free one. `close` ends open connections and leaves the table open. */
export async function listen(table: Pick<Table, 'handle'>, port = 0): Promise<ListeningTable> {
  const server = createServer(table.handle);
  server.on('clientError', (_error, socket) => socket.destroy());
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
}
