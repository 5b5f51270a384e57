import { describe, expect, it } from 'vitest';
import { ofType, templates, textOf } from './stacks.ts';

const { data } = templates();

const KEPT = ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::SecretsManager::Secret', 'AWS::Cognito::UserPool'];

const propertiesOf = (type: string) => ofType(data, type).map(([, { Properties }]) => Properties);

describe('what must outlive every deployment', () => {
  it.each(KEPT)('%s stays when it is taken out of the stack, or would be replaced', (type) => {
    const policies = ofType(data, type).map(([, { DeletionPolicy, UpdateReplacePolicy }]) => [
      DeletionPolicy,
      UpdateReplacePolicy,
    ]);
    expect(policies.length).toBeGreaterThan(0);
    expect(new Set(policies.flat())).toEqual(new Set(['Retain']));
  });

  it('cannot be deleted by a slip of the hand', () => {
    expect(propertiesOf('AWS::DynamoDB::GlobalTable')).toMatchObject([
      { Replicas: [{ DeletionProtectionEnabled: true }] },
    ]);
    expect(propertiesOf('AWS::Cognito::UserPool')).toMatchObject([{ DeletionProtection: 'ACTIVE' }]);
  });
});

describe('the table', () => {
  it('can be restored to any second, and forgets only what carries its time', () => {
    expect(propertiesOf('AWS::DynamoDB::GlobalTable')).toMatchObject([
      {
        BillingMode: 'PAY_PER_REQUEST',
        Replicas: [{ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }],
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      },
    ]);
  });

  it('has indexes of keys alone: no person is copied into them', () => {
    expect(propertiesOf('AWS::DynamoDB::GlobalTable')).toMatchObject([
      {
        GlobalSecondaryIndexes: [
          { IndexName: 'inbox', Projection: { ProjectionType: 'KEYS_ONLY' } },
          { IndexName: 'due', Projection: { ProjectionType: 'KEYS_ONLY' } },
          { IndexName: 'promises', Projection: { ProjectionType: 'KEYS_ONLY' } },
        ],
      },
    ]);
  });
});

describe('each bucket', () => {
  const buckets = ofType(data, 'AWS::S3::Bucket');

  it('is closed to the public and encrypted', () => {
    const closed = {
      BucketEncryption: {},
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    };
    expect(buckets.map(([, { Properties }]) => Properties)).toMatchObject(buckets.map(() => closed));
  });

  it('refuses whoever comes without TLS', () => {
    const refusals = propertiesOf('AWS::S3::BucketPolicy').map(({ Bucket, PolicyDocument }) => ({
      bucket: textOf(Bucket),
      document: PolicyDocument,
    }));
    const refusal = { Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
    for (const [name] of buckets) {
      expect(refusals).toContainEqual({
        bucket: textOf({ Ref: name }),
        document: expect.objectContaining({ Statement: expect.arrayContaining([expect.objectContaining(refusal)]) }),
      });
    }
  });

  it('of documents keeps what was overwritten, and takes uploads from the pages’ origin alone', () => {
    const documents = buckets.find(([name]) => name.startsWith('DocumentsBucket'))?.[1].Properties;
    expect(documents).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      CorsConfiguration: { CorsRules: [{ AllowedOrigins: ['https://meeting.example.org'] }] },
    });
  });
});

describe('the bucket of anchors', () => {
  it('locks what is written to it for years, for everybody', () => {
    const anchors = ofType(data, 'AWS::S3::Bucket').find(([name]) => name.startsWith('AnchorsBucket'))?.[1].Properties;
    expect(anchors).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 3650 } } },
    });
  });
});

describe('the sign-in', () => {
  it('opens no account by itself, and shows the first administrator in', () => {
    expect(propertiesOf('AWS::Cognito::UserPool')).toMatchObject([
      { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } },
    ]);
    expect(propertiesOf('AWS::Cognito::UserPoolUser')).toMatchObject([{ Username: 'eastmere.administrator' }]);
  });

  it('gives the console a client without a secret, and each line one with a secret of its own', () => {
    const clients = propertiesOf('AWS::Cognito::UserPoolClient').map(({ AllowedOAuthFlows, GenerateSecret }) => [
      AllowedOAuthFlows,
      GenerateSecret,
    ]);
    const line = [['client_credentials'], true];
    expect(clients).toEqual([[['code'], false], line, line]);
  });
});
