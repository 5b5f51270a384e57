import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { OfficeFunction } from '../../infra/constructs/office-function.ts';

const Built = z.object({
  Properties: z.object({ Description: z.string(), Code: z.object({ S3Key: z.string() }) }),
});

it('Each function gets the bundle of its own entry', () => {
  const app = new App();
  const stack = new Stack(app, 'Two');
  for (const entry of ['docs-api', 'pass-deadline']) {
    const more = { description: entry, schema: { shape: {} }, timeoutSeconds: 1 };
    new OfficeFunction(stack, entry, { entry: `functions/entries/${entry}.ts`, ...more });
  }
  const bundles = Object.fromEntries(
    Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Function')).map((resource) => {
      const { Description, Code } = Built.parse(resource).Properties;
      const asset = `asset.${Code.S3Key.replace('.zip', '')}`;
      return [Description, readFileSync(join(app.outdir, asset, 'index.js'), 'utf8')];
    }),
  );
  expect(bundles['docs-api']).toContain('openapi');
  expect(bundles['docs-api']).not.toContain('TABLE_NAME');
  expect(bundles['pass-deadline']).toContain('TABLE_NAME');
  expect(bundles['pass-deadline']).not.toContain('openapi');
});
