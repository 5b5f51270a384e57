import { type BundlingOptions, LogLevel, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';

/**
 * In Lambda the credentials come from the environment, the SDK's first way of finding them. The others are loaded only
 * when they are tried, which is never; they would be a tenth of every bundle.
 */
const NEVER_TRIED = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];

/** The SDK is bundled (its version is ours), as CommonJS from the packages' ES modules: the smallest and fastest start that was measured. */
export const BUNDLING = {
  format: OutputFormat.CJS,
  target: 'node24',
  minify: true,
  mainFields: ['module', 'main'],
  externalModules: NEVER_TRIED,
  // The signer of uploads brings a client of its own version along; ours serves it as well.
  esbuildArgs: { '--alias:@aws-sdk/client-s3': '@aws-sdk/client-s3' },
  logLevel: LogLevel.WARNING,
} satisfies BundlingOptions;
