import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundles, buildBundles, ENTRIES } from '../bench/build-bundles.ts';

/** Budgets in bytes: whoever breaks one has let something large slip in, or has a reason to raise it. */
const MOST: Readonly<Record<string, number>> = {
  'citizen-api': 800_000,
  'staff-api': 800_000,
  'partner-api': 520_000,
  'docs-api': 220_000,
  'pass-deadline': 380_000,
  sweep: 420_000,
  'escalate-overdue': 420_000,
  'run-jobs': 420_000,
  'send-letters': 520_000,
  'send-digests': 520_000,
  'chain-ledger': 380_000,
  'plan-sessions': 420_000,
  'allocate-turns': 520_000,
  'anchor-ledger': 560_000,
};

let folder: string;
const bundleOf = (entry: string): string => join(folder, `${entry}.js`);
let sizes: Bundles['sizes'];
let inputs: Bundles['inputs'];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bundles-'));
  ({ sizes, inputs } = await buildBundles(folder));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('each bundle', () => {
  it.each(ENTRIES)('of %s stays within its budget', (entry) => {
    expect(sizes[entry]).toBeGreaterThan(50_000);
    expect(sizes[entry]).toBeLessThan(MOST[entry] ?? 0);
  });

  it('holds neither the languages of zod, nor a second client of S3, nor local parts or cities', () => {
    expect(inputs.filter((path) => path.startsWith('node_modules/zod/v4/locales/'))).toEqual(
      inputs.filter((path) => path.endsWith('/locales/en.js')),
    );
    expect(inputs.filter((path) => /node_modules\/.+\/node_modules\/@aws-sdk\/client-s3\//.test(path))).toEqual([]);
    expect(inputs.filter((path) => /^(local|cities|infra|workflows|test)\//.test(path))).toEqual([]);
  });

  it('runs where nothing is installed, with credentials from the environment', () => {
    const call = `require(process.argv[1]).handler().then(() => 'done', (fault) => fault.code).then(console.log)`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', call, bundleOf('sweep')], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...{ TABLE_NAME: 'table', STATE_MACHINE_ARN: 'arn:aws:states:eu-central-1:000000000000:stateMachine:machine' },
        ...{ AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' },
        ...{ AWS_ENDPOINT_URL: 'http://127.0.0.1:1', AWS_MAX_ATTEMPTS: '1' },
      },
    });
    expect(stderr).toBe('');
    expect(stdout.trim()).toBe('ECONNREFUSED');
  });
});
