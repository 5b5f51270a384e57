import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { ITS_RULES } from './constructs/malware-guard.ts';
import type { DataStack } from './data-stack.ts';
import type { ServiceStack } from './service-stack.ts';
import type { WebStack } from './web-stack.ts';

type Acknowledgement = { readonly finding: string; readonly at: readonly IConstruct[]; readonly reason: string };

const DOCUMENTS_ARN = 'PublicMeetingData:ExportsOutputFnGetAttDocumentsBucket089EA665Arn9C7B4550';

const acknowledged = ({ data, service, web }: OfficeStacks): readonly Acknowledgement[] => [
  {
    finding: 'COG2',
    at: [data.signIn],
    reason: 'Clerks may have no telephone at hand, so a second factor (authenticator app) is offered and not demanded.',
  },
  {
    finding: 'COG8',
    at: [data.signIn],
    reason: 'The plus tier is billed for every user and month; accounts are opened by administrators alone.',
  },
  {
    finding: 'SMG4',
    at: [data.keys],
    reason: 'What is stored was hashed under this secret: another one would find nobody any more.',
  },
  {
    finding: 'IAM5[Resource::*]',
    at: [service.functions.citizen, service.functions.sendLetters, service.functions.sendDigests],
    reason: 'IAM knows no resource for a telephone number (sns:Publish).',
  },
  {
    finding: 'IAM5[Resource::*]',
    at: [service.machine],
    reason: 'IAM knows no resource for X-Ray, nor for the delivery of logs that Step Functions sets up.',
  },
  ...['documents', 'pages', 'shown'].map((kind) => ({
    finding: `IAM5[Resource::${DOCUMENTS_ARN}/*/${kind}/*]`,
    at: [service.functions.citizen, service.functions.staff, service.functions.developScans],
    reason: `One function serves every city; keys begin with the city: \`{city}/${kind}/{id}\`.`,
  })),
  ...[`${DOCUMENTS_ARN}/*`, `arn:aws:events:${data.region}:<AWS::AccountId>:rule/${ITS_RULES}`].map((resource) => ({
    finding: `IAM5[Resource::${resource}]`,
    at: [service.malwareGuard],
    reason: 'GuardDuty searches every object of the bucket, and hears of them by rules that it names itself.',
  })),
  {
    finding: 'IAM5[Resource::PublicMeetingData:ExportsOutputFnGetAttAnchorsBucketE0A93AD3Arn2FDA401E/*/anchors/*]',
    at: [service.functions.staff, service.functions.anchorLedger],
    reason: 'One function serves every city, and anchors have one key each: `{city}/anchors/{official}/{day}.json`.',
  },
  ...deployerFindings(web.region).map((finding) => ({
    finding,
    at: web.deployer,
    reason: 'The function that puts the pages into their bucket is the CDK’s own, and runs at deployments alone.',
  })),
  {
    finding: 'CFR1',
    at: [web.cdn.distribution],
    reason: 'Citizens ask from wherever they are; a city is not to be kept from those who live abroad.',
  },
  {
    finding: 'CFR2',
    at: [web.cdn.distribution],
    reason: 'A firewall is billed by rule and request; the API limits its callers itself, and pages are files.',
  },
  {
    finding: 'CFR4',
    at: [web.cdn.distribution],
    reason:
      'Without a certificate of its own a distribution cannot choose its protocols; with `certificateArn` it asks for TLS 1.2.',
  },
  {
    finding: 'APIG4',
    at: service.api.openRoutes,
    reason: 'Citizens prove their contact by a one-time code, which the handler checks; the description is public.',
  },
];

const deployerFindings = (region: string): readonly string[] => [
  'L1',
  'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
  ...['s3:GetBucket*', 's3:GetObject*', 's3:List*', 's3:Abort*', 's3:DeleteObject*'].map(
    (one) => `IAM5[Action::${one}]`,
  ),
  'IAM5[Resource::*]',
  `IAM5[Resource::arn:aws:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${region}/*]`,
  'IAM5[Resource::<PagesBucket1F9960AC.Arn>/*]',
];

export type OfficeStacks = { readonly data: DataStack; readonly service: ServiceStack; readonly web: WebStack };

/** Every finding of cdk-nag that stands, where it stands, and why. Whatever is found elsewhere fails the synthesis. */
export const acknowledge = (stacks: OfficeStacks): void => {
  for (const { finding, at, reason } of acknowledged(stacks)) {
    for (const construct of at) {
      Validations.of(construct).acknowledge({ id: `AwsSolutions::AwsSolutions-${finding}`, reason });
    }
  }
};
