import { createContext, runInContext } from 'node:vm';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { pageAt } from '../../contract/pages/page-at.ts';
import { EACH_TIME, FOR_EVER, pageHeaders } from '../../contract/pages/page-headers.ts';
import { listen } from '../../local/listen.ts';
import { openWeb } from '../../local/web/open-web.ts';
import { officeWithoutBundles, ofType, templates, textOf } from './stacks.ts';

const { web } = templates();

const Headers = z.object({
  ResponseHeadersPolicyConfig: z.object({
    SecurityHeadersConfig: z.object({
      ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.unknown() }),
      ContentTypeOptions: z.object({ Override: z.literal(true) }),
      ReferrerPolicy: z.object({ ReferrerPolicy: z.string() }),
      StrictTransportSecurity: z.object({ AccessControlMaxAgeSec: z.int(), IncludeSubdomains: z.boolean() }),
    }),
    CustomHeadersConfig: z.object({ Items: z.array(z.object({ Header: z.string(), Value: z.string() })) }),
  }),
});

/** The headers of the template as a browser would get them; the policy without what lies beyond the office's own origin. */
const deployedHeaders = (): Record<string, string> => {
  const [policy] = ofType(web, 'AWS::CloudFront::ResponseHeadersPolicy').map(([, { Properties }]) =>
    z.parse(Headers, Properties),
  );
  if (!policy) throw new Error('There is no policy of headers');
  const { SecurityHeadersConfig: known, CustomHeadersConfig: others } = policy.ResponseHeadersPolicyConfig;
  const { AccessControlMaxAgeSec, IncludeSubdomains } = known.StrictTransportSecurity;
  return {
    'content-security-policy': textOf(known.ContentSecurityPolicy.ContentSecurityPolicy).replace(/ https:[^;]*/g, ''),
    'referrer-policy': known.ReferrerPolicy.ReferrerPolicy,
    'strict-transport-security': `max-age=${AccessControlMaxAgeSec}${IncludeSubdomains ? '; includeSubDomains' : ''}`,
    'x-content-type-options': 'nosniff',
    ...Object.fromEntries(others.Items.map(({ Header, Value }) => [Header, Value])),
  };
};

const localHeaders = async (): Promise<Record<string, string | null>> => {
  const pages = await openWeb([]);
  const server = await listen(pages({ issuer: 'http://127.0.0.1/sign-in', clientId: 'console' }));
  const { headers } = await fetch(`${server.url}/eastmere/en`);
  await server.close();
  return Object.fromEntries(Object.keys(pageHeaders()).map((name) => [name, headers.get(name)]));
};

describe('the pages behind the CDN', () => {
  it('carry the headers of the one list, and so do the local ones', async () => {
    expect(deployedHeaders()).toEqual(pageHeaders());
    expect(await localHeaders()).toEqual(pageHeaders());
  }, 60_000);

  it('run no script and no style but their own', () => {
    expect(pageHeaders({ talk: ['https://a.example'] })['content-security-policy']).toMatch(
      /^default-src 'self'; connect-src 'self' https:\/\/a\.example; /,
    );
    expect(JSON.stringify(pageHeaders())).not.toMatch(/unsafe|\*/);
  });

  it.each([
    ['/', 'en-GB'],
    ['/tehran', 'fa-IR,fa;q=0.9'],
    ['/tehran/fa/requests/ABC', 'en'],
    ['/tehran/en', 'fa'],
    ['/eastmere/en/track', 'fa'],
    ['/console', 'fa'],
    ['/console/eastmere/en/desk/d06', ''],
    ['/console/tehran/fa/admin/users/clerk.d06', 'en'],
    ['/assets/app-1234.js', 'en'],
    ['/config.json', 'en'],
  ])('are found at %s by the rule that answers locally', (uri, language) => {
    const Code = z.object({ FunctionCode: z.string() });
    const [code = ''] = ofType(web, 'AWS::CloudFront::Function').map(
      ([, { Properties }]) => z.parse(Code, Properties).FunctionCode,
    );
    const event = { request: { uri, headers: language ? { 'accept-language': { value: language } } : {} } };
    const found = runInContext(`${code}\nhandler(${JSON.stringify(event)}).uri`, createContext({}));
    expect(found).toBe(pageAt(uri, language, ['eastmere']) ?? uri);
  });

  it('are kept for ever where their name is hashed, and asked for each time otherwise', () => {
    const Deployed = z.object({
      SystemMetadata: z.object({ 'cache-control': z.string() }),
      Include: z.optional(z.array(z.string())),
      Prune: z.boolean(),
    });
    const deployed = ofType(web, 'Custom::CDKBucketDeployment').map(([, { Properties }]) =>
      z.parse(Deployed, Properties),
    );
    expect(deployed).toEqual([
      { SystemMetadata: { 'cache-control': FOR_EVER }, Include: ['assets/*'], Prune: false },
      { SystemMetadata: { 'cache-control': EACH_TIME }, Prune: false },
    ]);
  });

  it('share their origin with the API, which the CDN never keeps', () => {
    const Behaviors = z.object({
      DistributionConfig: z.object({
        CacheBehaviors: z.array(z.object({ PathPattern: z.string(), CachePolicyId: z.string() })),
      }),
    });
    const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
    const [config] = ofType(web, 'AWS::CloudFront::Distribution').map(([, { Properties }]) =>
      z.parse(Behaviors, Properties),
    );
    expect(config?.DistributionConfig.CacheBehaviors).toEqual(
      ['/v1/*', '/docs'].map((PathPattern) => ({ PathPattern, CachePolicyId: CACHING_DISABLED })),
    );
  });

  it('answer at the city’s own name once its certificate is given', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/x';
    const { web: named } = officeWithoutBundles({ certificateArn, '@aws-cdk/core:validateAgainstDefaultRules': false });
    const outputs = Template.fromStack(named).findOutputs('WebUrl');
    expect(outputs).toEqual({ WebUrl: { Value: 'https://meeting.example.org' } });
  });
});
