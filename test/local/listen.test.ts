import { Agent, get } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { listen } from '../../local/listen.ts';

const open = async () => {
  const server = await listen((_req, res) => res.end('here'));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(async () => {
    agent.destroy();
    await server.close();
  });
  const call = () =>
    new Promise<{ keepAlive: unknown; port: number | undefined }>((resolve, reject) => {
      get(server.url, { agent }, (res) => {
        const { localPort: port } = res.socket;
        res.resume().once('end', () => resolve({ keepAlive: res.headers['keep-alive'], port }));
      }).once('error', reject);
    });
  return { call };
};

test('a connection stays open between calls, and is never announced to close', async () => {
  const { call } = await open();
  const first = await call();
  await new Promise((resolve) => setImmediate(resolve));
  const second = await call();
  expect([first.keepAlive, second.keepAlive]).toEqual([undefined, undefined]);
  expect(second.port).toBe(first.port);
});
