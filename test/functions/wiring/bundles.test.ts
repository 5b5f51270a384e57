import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';

/** What each function may carry: a client that it does not need is a slower start. */
const CLIENTS: Readonly<Record<string, readonly string[]>> = {
  'citizen-api': ['dynamodb', 's3', 'secrets-manager', 'sesv2', 'sfn', 'sns'],
  'staff-api': ['cognito-identity-provider', 'dynamodb', 's3', 'secrets-manager', 'sfn'],
  'partner-api': ['dynamodb', 'secrets-manager', 'sfn'],
  'pass-deadline': ['dynamodb'],
  sweep: ['dynamodb', 'sfn'],
  'escalate-overdue': ['dynamodb', 'sfn'],
  'run-jobs': ['dynamodb', 'sfn'],
  'chain-ledger': ['dynamodb'],
  'plan-sessions': ['dynamodb'],
  'allocate-turns': ['dynamodb', 'secrets-manager', 'sfn'],
  'develop-scans': ['dynamodb', 's3'],
  'anchor-ledger': ['dynamodb', 's3'],
  'send-digests': ['dynamodb', 'sesv2', 'sns'],
  'send-letters': ['dynamodb', 'sesv2', 'sns'],
};

describe.each(Object.entries(CLIENTS))('The bundle of %s', (name, clients) => {
  test('carries the clients that it needs, and no other', async () => {
    const { metafile } = await build({
      entryPoints: [`functions/entries/${name}.ts`],
      ...{ bundle: true, write: false, metafile: true, platform: 'node', format: 'cjs', logLevel: 'error' },
      mainFields: ['module', 'main'],
    });

    const carried = Object.keys(metafile.inputs).flatMap(
      (file) => /@aws-sdk\/client-([a-z0-9-]+)\//.exec(file)?.[1] ?? [],
    );
    expect([...new Set(carried)].toSorted()).toEqual(clients);
  });
});
