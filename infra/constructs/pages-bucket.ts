import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssetHashType, DockerImage, Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { cityPages } from '../../contract/pages/city-pages.ts';
import type { ListedCity } from '../../contract/pages/listed-city.ts';
import { EACH_TIME, FOR_EVER, HASHED_FILES } from '../../contract/pages/page-headers.ts';

const repository = join(import.meta.dirname, '../..');

/** The files of the pages, behind the CDN alone. They can be built again at any time, so nothing of them is kept. */
export class PagesBucket extends Construct {
  // CDK's classes and its own interfaces differ under exactOptionalPropertyTypes.
  readonly bucket: s3.IBucket;
  readonly log: s3.IBucket;

  readonly #cities: readonly ListedCity[];

  constructor(scope: Construct, id: string, { cities }: { cities: readonly ListedCity[] }) {
    super(scope, id);
    this.#cities = cities;
    const closed = {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.DESTROY,
    };
    const log = new s3.Bucket(this, 'Log', {
      ...closed,
      // The CDN delivers its log by way of an access list.
      objectOwnership: s3.ObjectOwnership.OBJECT_WRITER,
      lifecycleRules: [{ expiration: Duration.days(90) }],
    });
    this.log = log as s3.IBucket;
    this.bucket = new s3.Bucket(this, 'Bucket', { ...closed, serverAccessLogsBucket: this.log }) as s3.IBucket;
  }

  /**
   * Puts the pages there: hashed files first and for ever, so that no page names one that has not arrived, and those of the
   * deployment before stay for whoever has its pages open.
   */
  holds(distribution: IDistribution, settings: readonly ISource[]): void {
    const destination = { destinationBucket: this.bucket, prune: false };
    const hashed = new BucketDeployment(this, 'Hashed', {
      ...destination,
      sources: [builtPages(this.#cities)],
      exclude: ['*'],
      include: [`${HASHED_FILES}/*`],
      cacheControl: [CacheControl.fromString(FOR_EVER)],
    });
    const pages = new BucketDeployment(this, 'Pages', {
      ...destination,
      sources: [builtPages(this.#cities), ...settings],
      exclude: [`${HASHED_FILES}/*`],
      cacheControl: [CacheControl.fromString(EACH_TIME)],
      distribution,
      distributionPaths: ['/*'],
    });
    pages.node.addDependency(hashed);
  }
}

/** The pages as `npm start` builds them; built while the stack is synthesised, by the tools that are installed here. */
const builtPages = (cities: readonly ListedCity[]): ISource =>
  Source.asset(join(repository, 'web/public'), {
    bundling: {
      image: DockerImage.fromRegistry('never-used'),
      local: {
        tryBundle: (folder) => {
          const config = ['--config', 'web/vite.config.ts', '--configLoader', 'native', '--logLevel', 'warn'];
          const vite = join(repository, 'node_modules/vite/bin/vite.js');
          execFileSync(process.execPath, [vite, 'build', ...config, '--outDir', folder], { cwd: repository });
          rmSync(join(folder, '.vite'), { recursive: true });
          mkdirSync(join(folder, 'cities'));
          for (const [path, html] of cityPages(cities, (page) => readFileSync(join(folder, page), 'utf8')))
            writeFileSync(join(folder, path), html);
          return true;
        },
      },
    },
    assetHashType: AssetHashType.OUTPUT,
  });
