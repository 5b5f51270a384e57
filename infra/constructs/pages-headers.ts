import { Duration } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { type Beyond, pageHeaders } from '../../contract/pages/page-headers.ts';

/** The headers of every page as the CDN wants to be told them: some by a property of their own, the others by name. */
export const pagesHeaders = (scope: Construct, beyond: Beyond): cloudfront.ResponseHeadersPolicy => {
  const {
    'content-security-policy': contentSecurityPolicy = '',
    'referrer-policy': referrerPolicy = '',
    'strict-transport-security': strictTransportSecurity = '',
    'x-content-type-options': _nosniff,
    ...others
  } = pageHeaders(beyond);
  const seconds = Number(/max-age=(\d+)/.exec(strictTransportSecurity)?.[1]);
  const override = true;
  return new cloudfront.ResponseHeadersPolicy(scope, 'Headers', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override },
      referrerPolicy: { referrerPolicy: referrerPolicy as cloudfront.HeadersReferrerPolicy, override },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.seconds(seconds),
        includeSubdomains: strictTransportSecurity.includes('includeSubDomains'),
        override,
      },
      contentTypeOptions: { override },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(others).map(([header, value]) => ({ header, value, override })),
    },
  });
};
