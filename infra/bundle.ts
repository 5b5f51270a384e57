import { fileURLToPath } from 'node:url';
import { type BuildResult, build } from 'esbuild';
import { PLAIN_SCHEMAS } from './plain-schemas.ts';

/** Parts of the SDK that are loaded only when they are tried, which is never; they would be a tenth of every bundle. */
const NEVER_TRIED = [
  // In Lambda the credentials come from the environment, the SDK's first way of finding them.
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
  // No command of ours answers with a stream of events.
  '@smithy/core/event-streams',
];

/**
 * Bundles entries of functions, each to a file of its key's name. The SDK comes along (its version is ours), as CommonJS
 * from the packages' ES modules: the smallest and fastest start that was measured. Persian stays as it is written: escaped,
 * each letter would take six bytes instead of two.
 */
export const bundle = (
  entries: Readonly<Record<string, string>>,
  folder: string,
): Promise<BuildResult<{ metafile: true }>> =>
  build({
    entryPoints: { ...entries },
    outdir: folder,
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    bundle: true,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    external: NEVER_TRIED,
    // The signer of uploads brings a client of its own version along; ours serves it as well.
    alias: { '@aws-sdk/client-s3': '@aws-sdk/client-s3' },
    plugins: [PLAIN_SCHEMAS],
    logLevel: 'warning',
  });

// The CDK waits for it: `node infra/bundle.ts functions/entries/sweep.ts <folder>`.
if (import.meta.main) {
  const [, , entry = '', folder = ''] = process.argv;
  await bundle({ index: entry }, folder);
}
