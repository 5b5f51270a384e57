import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChildPageMaker } from '../../adapters/images/child-page-maker.ts';
import { bundlePageProcess, PAGE_PROCESS_FILE } from '../../infra/page-process.ts';
import { type Bundles, buildBundles, ENTRIES } from '../bench/build-bundles.ts';
import { goodFiles } from '../support/hostile-files.ts';

const TABLE_ONLY = 480_000;
const MESSAGES = 520_000;
const AUDIENCE = 800_000;

/** The most bytes of a bundle: whoever breaks a bound has let something large slip in. They are not to be raised. */
const MOST: Readonly<Record<string, number>> = {
  'citizen-api': AUDIENCE,
  'staff-api': AUDIENCE,
  'partner-api': TABLE_ONLY,
  'docs-api': 220_000,
  'pass-deadline': TABLE_ONLY,
  sweep: TABLE_ONLY,
  'escalate-overdue': TABLE_ONLY,
  'run-jobs': TABLE_ONLY,
  'send-letters': MESSAGES,
  'send-digests': MESSAGES,
  'chain-ledger': TABLE_ONLY,
  'develop-scans': MESSAGES,
  'plan-sessions': TABLE_ONLY,
  'allocate-turns': TABLE_ONLY,
  'anchor-ledger': TABLE_ONLY,
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

  it('has of S3 only the commands that somebody calls', () => {
    const used = readFileSync(bundleOf('citizen-api'), 'utf8');
    expect(used).toContain('ListObjectsV2');
    expect(used).not.toContain('PutBucketLifecycleConfiguration');
    expect(used).not.toContain('SelectObjectContent');
  });

  it('of the darkroom has the process beside it that reads files, with its codecs, wherever it lies', async () => {
    const beside = mkdtempSync(join(tmpdir(), 'darkroom-'));
    try {
      await bundlePageProcess(beside);
      const files = readdirSync(beside, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
      const bytes = files.reduce((sum, one) => sum + statSync(join(one.parentPath, one.name)).size, 0);
      expect(files.map(({ name }) => name).filter((name) => !/\.(mjs|wasm)$/.test(name))).toEqual([]);
      expect(bytes).toBeLessThan(5_000_000);
      const maker = new ChildPageMaker(join(beside, PAGE_PROCESS_FILE));
      const seen = await Promise.all(
        (await goodFiles(1)).map(async ({ bytes: file, announced }) => maker.read(file, announced)),
      );
      expect(seen.filter((read) => !('pages' in read))).toEqual([]);
    } finally {
      rmSync(beside, { recursive: true, force: true });
    }
  }, 60_000);

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
