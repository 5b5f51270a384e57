import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct, IConstruct } from 'constructs';
import type { ListedCity } from '../contract/pages/listed-city.ts';
import { PagesBucket } from './constructs/pages-bucket.ts';
import { PagesCdn, type PagesCdnProps } from './constructs/pages-cdn.ts';
import type { DataStack } from './data-stack.ts';
import type { ServiceStack } from './service-stack.ts';

export type WebStackProps = StackProps & {
  readonly data: DataStack;
  readonly service: ServiceStack;
  readonly name: PagesCdnProps['name'];
  /** Which cities the first page offers. */
  readonly cities: readonly ListedCity[];
};

/** Where people come in: portal and console, and the API behind the same name. May be replaced at any time. */
export class WebStack extends Stack {
  readonly pages: PagesBucket;
  readonly cdn: PagesCdn;

  constructor(scope: Construct, id: string, { data, service, name, cities, ...props }: WebStackProps) {
    super(scope, id, props);
    const { signIn, documents } = data;
    const issuer = `https://cognito-idp.${this.region}.${this.urlSuffix}`;
    const bucket = `https://${documents.bucket.bucketRegionalDomainName}`;
    this.pages = new PagesBucket(this, 'Pages', { cities });
    this.cdn = new PagesCdn(this, 'Cdn', {
      pages: this.pages,
      apiId: service.api.http.apiId,
      cities: cities.map(({ id }) => id),
      beyond: { talk: [issuer, signIn.url, bucket], pictures: [bucket] },
      name,
    });
    this.pages.holds(this.cdn.distribution, [
      Source.jsonData('config.json', { cities }),
      Source.jsonData('console/config.json', {
        issuer: `${issuer}/${signIn.pool.userPoolId}`,
        clientId: signIn.consoleClientId,
      }),
    ]);
    const { distributionDomainName } = this.cdn.distribution;
    new CfnOutput(this, 'CdnName', { value: distributionDomainName });
    new CfnOutput(this, 'WebUrl', { value: `https://${name?.domain ?? distributionDomainName}` });
  }

  /** The function that puts the pages into the bucket; the CDK makes it, once a stack. */
  get deployer(): IConstruct[] {
    return this.node.children.filter(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'));
  }
}
