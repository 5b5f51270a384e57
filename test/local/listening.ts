import { createServer, type RequestListener } from 'node:http';
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';

/** Serves one handler on a free port of the loopback until the test is over; the URL has no trailing slash. */
export async function listening(handle: RequestListener): Promise<string> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}`;
}

/** Sends raw bytes and hangs up without waiting, as a client does whose train enters a tunnel. */
export async function sendAndHangUp(url: string, text: string): Promise<void> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => {});
  await new Promise<void>((resolve) => socket.write(text, () => resolve()));
  socket.resetAndDestroy();
  await new Promise((resolve) => socket.once('close', resolve));
}
