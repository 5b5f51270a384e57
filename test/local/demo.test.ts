import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { findMyRequest } from '../../contract/citizen/requests.ts';
import { ask } from '../../local/api-client.ts';
import { citizenTokens } from '../../local/demo/sign-ins.ts';
import { openSystem } from '../../local/system.ts';

const Told = z.object({
  lives: z.array(
    z.object({
      id: z.string(),
      city: z.string(),
      request: z.string(),
      code: z.string(),
      status: z.string(),
      reason: z.string(),
      transitions: z.int(),
      applicant: z.object({ name: z.string(), contacts: z.array(z.object({ value: z.string() })) }),
      orders: z.array(z.object({ status: z.string(), disputes: z.int(), rung: z.int() })),
      events: z.array(z.object({ kind: z.string(), at: z.string() })),
      executions: z.array(z.object({ status: z.string(), transitions: z.int() })),
    }),
  ),
  errors: z.array(z.string()),
});
type Told = z.infer<typeof Told>;

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const folder = mkdtempSync(join(tmpdir(), 'demo-'));
const runDemo = async (...args: string[]) => {
  const env = { ...process.env, DATA_DIR: folder, PORT: String(await freePort()) };
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const options = { env, maxBuffer: 64 * 1024 * 1024 };
    const child = execFile(process.execPath, ['local/demo.ts', ...args], options, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
};

const told = async (...args: string[]): Promise<Told> => {
  const { stdout, stderr } = await runDemo('--json', ...args);
  if (stdout === '') throw new Error(stderr);
  return Told.parse(JSON.parse(stdout));
};

let first: Told;
beforeAll(async () => {
  first = await told('--seed', '1');
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lifeOf = ({ lives }: Told, id: string) => {
  const life = lives.find((one) => one.id === id);
  if (!life) throw new Error(`There is no life ${id}`);
  return life;
};
const timesOf = (id: string, kind: string) => lifeOf(first, id).events.filter((event) => event.kind === kind).length;

test('all lives end as they should', () => {
  expect(first.errors).toEqual([]);
  expect(first.lives.map(({ id, status, reason }) => `${id}: ${status}, ${reason}`)).toEqual([
    'plain: closed, resolved',
    'met-three-orders: closed, resolved',
    'asked-again: closed, resolved',
    'answered: closed, answered',
    'declined-objected: closed, declined',
    'no-show-rebooked: closed, resolved',
    'withdrawn: closed, withdrawn',
    'moved-twice: closed, settled-silently',
    'triage-missed: closed, resolved',
    'climbed-to-committee: closed, resolved',
    'arrived-in-time: closed, resolved',
    'walked-in: closed, resolved',
    'closure-moved: closed, resolved',
    'host-absent: closed, resolved',
  ]);
  expect(lifeOf(first, 'met-three-orders').orders).toMatchObject([
    { status: 'confirmed', disputes: 0, rung: 0 },
    { status: 'confirmed', disputes: 1, rung: 1 },
    { status: 'legally-barred' },
  ]);
  expect(timesOf('declined-objected', 'objected')).toBe(1);
  expect(timesOf('no-show-rebooked', 'no-show')).toBe(1);
  expect(timesOf('moved-twice', 'moved')).toBe(2);
  expect(timesOf('triage-missed', 'escalated')).toBe(2);
});

test('the plain life has two reminders and takes at most ten transitions', () => {
  const { transitions, executions, orders } = lifeOf(first, 'plain');
  expect(timesOf('plain', 'reminded')).toBe(2);
  expect(orders).toMatchObject([{ status: 'confirmed' }]);
  expect(executions).toEqual([{ status: 'SUCCEEDED', transitions }]);
  expect(transitions).toBeLessThanOrEqual(10);
});

test('another seed tells of others, later in the same folder, where the codes of the first can still be opened', async () => {
  const second = await told('--seed', '2');
  expect(second.errors).toEqual([]);
  const ids = [...first.lives, ...second.lives].map(({ request }) => request);
  expect(new Set(ids).size).toBe(28);
  expect(lifeOf(second, 'plain').applicant.name).not.toBe(lifeOf(first, 'plain').applicant.name);
  const lastOfFirst =
    first.lives
      .flatMap(({ events }) => events.map(({ at }) => at))
      .toSorted()
      .at(-1) ?? '';
  expect(second.lives.every(({ events }) => events.every(({ at }) => at > lastOfFirst))).toBe(true);

  const system = await openSystem({ folder, port: await freePort() });
  try {
    const { city, code, request, applicant } = lifeOf(first, 'plain');
    const mobile = applicant.contacts[0]?.value ?? '';
    const person = { ...applicant, mobile, language: 'fa', identity: { kind: '', value: '' } };
    const token = await citizenTokens(system, city, person)();
    expect(await ask(findMyRequest, { url: system.url, city, token, query: { code } })).toMatchObject({ id: request });

    const busy = await runDemo();
    expect([busy.code, busy.stderr]).toEqual([1, expect.stringContaining('is in use by')]);
  } finally {
    await system.close();
  }
}, 300_000);
