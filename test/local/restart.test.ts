import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, it } from 'vitest';
import { confirmContact, proveContact } from '../../contract/citizen/proofs.ts';
import { trackRequest } from '../../contract/citizen/requests.ts';
import { submitRequest } from '../../contract/citizen/submission.ts';
import { listDesk } from '../../contract/staff/desk.ts';
import { readOneTimeCode } from '../../domain/one-time-code.ts';
import { instantOf, toMillis } from '../../domain/time.ts';
import { ask, call } from '../../local/api-client.ts';
import { messagesTo } from '../../local/demo/sign-ins.ts';
import { signInStaff } from '../../local/staff-sign-in.ts';

const repository = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'restart-'));
const MOBILE = '+447700900123';
const DAY_MS = 86_400_000;
let running: ChildProcess | undefined;

afterAll(async () => {
  await killed();
  rmSync(folder, { recursive: true, force: true });
});

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
};

/** Starts the system as `npm start` does, and reads the sign-in it prints. */
const started = async (port: number, ...options: string[]): Promise<{ url: string; password: string }> => {
  running = spawn(process.execPath, ['--import', './local/require-node.mjs', 'local/start.ts', ...options], {
    cwd: repository,
    env: { ...process.env, PORT: String(port), DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let password = '';
  for await (const line of createInterface({ input: running.stdout ?? process.stdin })) {
    password = /password {2}(\S+)/.exec(line)?.[1] ?? password;
    const url = /^ready (\S+)$/.exec(line)?.[1];
    if (url) return { url, password };
  }
  throw new Error('The system ended before it was ready');
};

const killed = async (): Promise<void> => {
  if (!running || running.exitCode !== null || running.signalCode !== null) return;
  running.kill('SIGKILL');
  await once(running, 'exit');
};

it('loses nothing to kill -9: request, session, token and timer are there after a new start', {
  timeout: 120_000,
}, async () => {
  const port = await freePort();
  const { url, password } = await started(port);
  const api = { url, city: 'eastmere', language: 'en' };
  const proof = await ask(proveContact, { ...api, body: { contact: { kind: 'mobile', value: MOBILE } } });
  const code = (await messagesTo({ url }, MOBILE))[0]?.split(/\s/).find((word) => readOneTimeCode(word) !== undefined);
  const { token } = await ask(confirmContact, { ...api, body: { proofId: proof.proofId, code: code ?? '' } });
  const submitted = await ask(submitRequest, {
    ...{ ...api, token, idempotencyKey: 'restart-test-1' },
    body: {
      official: 'harbour-alderman',
      topic: 'other',
      text: 'The light at the crossing has been dark for weeks.',
      applicant: {
        kind: 'person',
        name: 'Night porter of the harbour',
        identity: { kind: 'resident-card', value: 'EM000123' },
      },
      contact: { kind: 'mobile', value: MOBILE },
    },
  });
  const staff = await signInStaff({
    ...{ issuer: `${url}/sign-in`, clientId: 'console', redirectUri: `${url}/console` },
    ...{ username: 'eastmere.manager.hq', password },
  });

  await killed();
  const again = await started(port, '--clock-speed', '60');
  expect(again.password).toBe(password);
  expect(await (await fetch(`${url}/_clock`)).json()).toMatchObject({ speed: 60 });

  const params = { id: submitted.request.id };
  const kept = await ask(trackRequest, { ...api, token, params });
  expect(kept.request).toMatchObject({ id: submitted.request.id, status: 'submitted', version: 1 });
  const desk = await call(listDesk, { ...api, token: staff.accessToken, params: { pile: 'triage', of: 'harbour' } });
  expect(desk).toMatchObject({ agreed: true, body: { items: [{ id: submitted.request.id }] } });

  const due = toMillis(kept.request.next.deadline.at);
  await fetch(`${url}/_clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ to: instantOf(due + DAY_MS) }),
  });
  const passed = await signInAgain(api, MOBILE);
  const after = await ask(trackRequest, { ...api, token: passed, params });
  expect(after.request).toMatchObject({ version: 2, rung: 1 });
  expect(after.events.map(({ kind }) => kind)).toContain('escalated');
});

/** The citizen's session has ended by the office's clock; a new code proves the contact again. */
const signInAgain = async (api: { url: string; city: string; language: string }, mobile: string): Promise<string> => {
  const { proofId } = await ask(proveContact, { ...api, body: { contact: { kind: 'mobile', value: mobile } } });
  const code = (await messagesTo(api, mobile))[0]?.split(/\s/).find((word) => readOneTimeCode(word) !== undefined);
  const { token } = await ask(confirmContact, { ...api, body: { proofId, code: code ?? '' } });
  return token;
};
