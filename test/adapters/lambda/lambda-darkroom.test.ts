import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LambdaDarkroom } from '../../../adapters/lambda/lambda-darkroom.ts';
import { listen } from '../../../local/listen.ts';
import { readBody } from '../../../local/read-body.ts';
import { verifyHeader } from '../../../local/signature/verify-signature.ts';

const credentials = { accessKeyId: 'DARKROOM', secretAccessKey: 'a secret of this test' };
const verifier = { credentials, region: 'eu-central-1', service: 'lambda' };

let heard: { url: string | undefined; kind: unknown; body: unknown }[];
let server: Awaited<ReturnType<typeof listen>>;
let lost: unknown[];

beforeEach(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', credentials.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', credentials.secretAccessKey);
  [heard, lost] = [[], []];
  server = await listen((req, res) => {
    readBody(req, 1000).then((body) => {
      try {
        verifyHeader(req, verifier, createHash('sha256').update(body).digest('hex'));
        heard.push({ url: req.url, kind: req.headers['x-amz-invocation-type'], body: JSON.parse(body.toString()) });
        res.writeHead(202).end();
      } catch {
        res.writeHead(403).end();
      }
    });
  });
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

const darkroomAt = (endpoint: string) =>
  new LambdaDarkroom({ region: verifier.region, endpoint, functionName: 'develop', lost: (fault) => lost.push(fault) });

it('A scan that somebody waits for is asked for, signed, and not waited for', async () => {
  await darkroomAt(server.url).develop('eastmere', 'scan-1');
  expect(lost).toEqual([]);
  const url = '/2015-03-31/functions/develop/invocations';
  expect(heard).toEqual([{ url, kind: 'Event', body: { city: 'eastmere', scan: 'scan-1' } }]);
});

it('A call with another secret, or one that reaches nobody, is told as lost and throws nothing', async () => {
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'another secret');
  await darkroomAt(server.url).develop('eastmere', 'scan-1');
  await darkroomAt('http://127.0.0.1:1').develop('eastmere', 'scan-1');
  expect(heard).toEqual([]);
  expect(lost).toHaveLength(2);
  expect(String(lost[0])).toContain('403');
});
