import { Annotations, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import { Construct } from 'constructs';
import { pageAt } from '../../contract/pages/page-at.ts';
import type { Beyond } from '../../contract/pages/page-headers.ts';
import type { PagesBucket } from './pages-bucket.ts';
import { pagesHeaders } from './pages-headers.ts';

export type PagesCdnProps = {
  readonly pages: PagesBucket;
  readonly apiId: string;
  readonly beyond: Beyond;
  /** Those whose portal has pages of its own. */
  readonly cities: readonly string[];
  /** The city's own name for the pages; without one, the CDN's. */
  readonly name: { readonly domain: string; readonly certificateArn: string } | undefined;
};

/** What the API answers at; everything else is a page. */
const API_PATHS = ['/v1/*', '/docs'];

/** Pages and API from one origin: the pages from the bucket, with their headers; the API untouched and never kept. */
export class PagesCdn extends Construct {
  readonly distribution: cloudfront.Distribution;

  constructor(scope: Construct, id: string, { pages, apiId, beyond, cities, name }: PagesCdnProps) {
    super(scope, id);
    const { region, urlSuffix } = Stack.of(this);
    const viewerProtocolPolicy = cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS;
    const toApi: cloudfront.BehaviorOptions = {
      origin: new origins.HttpOrigin(`${apiId}.execute-api.${region}.${urlSuffix}`),
      viewerProtocolPolicy,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
      cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
      originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
    this.distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: 'Public meetings: portal, console and API',
      ...(name && {
        domainNames: [name.domain],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', name.certificateArn),
        minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
      defaultBehavior: {
        // Who may list is told 404, and not 403, of a file that is not there.
        origin: origins.S3BucketOrigin.withOriginAccessControl(pages.bucket, {
          originAccessLevels: [cloudfront.AccessLevel.READ, cloudfront.AccessLevel.LIST],
        }),
        viewerProtocolPolicy,
        responseHeadersPolicy: pagesHeaders(this, beyond),
        functionAssociations: [
          { function: this.findsPages(cities), eventType: cloudfront.FunctionEventType.VIEWER_REQUEST },
        ],
      },
      additionalBehaviors: Object.fromEntries(API_PATHS.map((path) => [path, toApi])),
      defaultRootObject: 'index.html',
      logBucket: pages.log,
    });
    Annotations.of(this.distribution).acknowledgeWarning(
      '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      'The list itself is never answered: the root is a page, and so is every other address without a file’s name.',
    );
  }

  /** An address of an app gets the app's page in its language; the rule is the one by which `npm start` answers. */
  private findsPages(cities: readonly string[]): cloudfront.Function {
    const code = `${pageAt}
function handler(event) {
  var request = event.request;
  var language = request.headers['accept-language'];
  var page = pageAt(request.uri, language ? language.value : '', ${JSON.stringify(cities)});
  if (page) request.uri = page;
  return request;
}
`;
    return new cloudfront.Function(this, 'FindsPages', {
      code: cloudfront.FunctionCode.fromInline(code),
      runtime: cloudfront.FunctionRuntime.JS_2_0,
    });
  }
}
