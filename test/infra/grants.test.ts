import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ofType, templates, textOf } from './stacks.ts';

const { service, data } = templates();

const listed = <Item extends z.ZodMiniType>(item: Item) =>
  z.union([
    z.array(item),
    z.pipe(
      item,
      z.transform((one) => [one]),
    ),
  ]);
const Statement = z.object({
  Effect: z.literal('Allow'),
  Action: listed(z.string()),
  Resource: listed(z.unknown()),
  Condition: z.optional(z.record(z.string(), z.unknown())),
});
const Policy = z.object({
  Roles: z.array(z.object({ Ref: z.string() })),
  PolicyDocument: z.object({ Statement: z.array(Statement) }),
});

/** What the resources of a statement are called here, by what stands in the template. */
const KINDS: readonly [string, RegExp][] = [
  ['own log', /^<\w+Log\.Arn>$/],
  ['table', /Table(Arn)?>$/],
  ['indexes', /TableArn>\/index\/(due|inbox|promises)$/],
  ['documents', /DocumentsBucketArn>\/\*\/documents\/\*$/],
  ['pages', /DocumentsBucketArn>\/\*\/pages\/\*$/],
  ['shown', /DocumentsBucketArn>\/\*\/shown\/\*$/],
  ['every object', /DocumentsBucketArn>\/\*$/],
  ['test object', /DocumentsBucketArn>\/malware-protection-resource-validation-object$/],
  ['guard rules', /:rule\/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3\*$/],
  ['bucket', /DocumentsBucketArn>$/],
  ['anchors', /AnchorsBucketArn>\/\*\/anchors\/\*$/],
  ['anchor bucket', /AnchorsBucketArn>$/],
  ['master key', /KeysSecret>$/],
  ['machine', /^<MeetingRequestMachine>$/],
  ['sender', /:ses:.*:identity\/(no-reply@)?meeting\.example\.org$/],
  ['accounts', /SignInStaffArn>$/],
  ['pass-deadline', /^<PassDeadlineFunction\.Arn>$/],
  ['sweep', /^<SweeperFunction\.Arn>$/],
  ['send-letters', /^<LettersFunction\.Arn>$/],
  ['send-digests', /^<DigestsFunction\.Arn>$/],
  ['run-jobs', /^<JobsFunction\.Arn>$/],
  ['chain-ledger', /^<LedgerFunction\.Arn>$/],
  ['allocate-turns', /^<AllocationFunction\.Arn>$/],
  ['plan-sessions', /^<PlanningFunction\.Arn>$/],
  ['anchor-ledger', /^<AnchorFunction\.Arn>$/],
  ['escalate-overdue', /^<EscalationFunction\.Arn>$/],
  ['develop-scans', /^<DarkroomFunction\.Arn>$/],
  ['anything', /^\*$/],
];
const kindOf = (resource: unknown): string => {
  const text = textOf(resource);
  return KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? text;
};

/** `{ role: { kind of resource: actions } }` */
const grants: Record<string, Record<string, string>> = {};
const policies = ofType(service, 'AWS::IAM::Policy').map(([, { Properties }]) => z.parse(Policy, Properties));
for (const { Roles, PolicyDocument } of policies) {
  const role = Roles.map(({ Ref }) => Ref.replace(/Role[0-9A-F]{8}$/, '')).join();
  for (const { Action, Resource } of PolicyDocument.Statement) {
    for (const kind of new Set(Resource.map(kindOf))) {
      const before = grants[role]?.[kind]?.split(' ') ?? [];
      grants[role] = { ...grants[role], [kind]: [...before, ...Action].sort().join(' ') };
    }
  }
}

const LOG = { 'own log': 'logs:CreateLogStream logs:PutLogEvents' };
const RECORDS =
  'dynamodb:BatchGetItem dynamodb:ConditionCheckItem dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem';
const RECORDS_AND_LOADING = RECORDS.replace('Item ', 'Item dynamodb:BatchWriteItem ');
const TABLE = { table: RECORDS, indexes: 'dynamodb:Query' };
const FOR_CITIZENS = { documents: 's3:PutObject', shown: 's3:GetObject', bucket: 's3:ListBucket' };
const FOR_STAFF = { ...FOR_CITIZENS, documents: 's3:GetObject s3:PutObject', pages: 's3:GetObject' };
const DEVELOP = {
  documents: 's3:GetObject s3:GetObjectTagging',
  pages: 's3:GetObject s3:PutObject',
  shown: 's3:DeleteObject s3:PutObject',
  bucket: 's3:ListBucket',
};
const READ_ANCHORS = { anchors: 's3:GetObject', 'anchor bucket': 's3:ListBucket' };
const KEY = { 'master key': 'secretsmanager:GetSecretValue' };
const WAKE = { machine: 'states:SendTaskFailure states:SendTaskSuccess states:StartExecution' };
const WRITE_TO_PEOPLE = { sender: 'ses:SendEmail', anything: 'sns:Publish' };
const ADMINISTER = {
  accounts:
    'cognito-idp:AdminCreateUser cognito-idp:AdminDisableUser cognito-idp:AdminEnableUser cognito-idp:AdminUpdateUserAttributes cognito-idp:AdminUserGlobalSignOut',
};
const TRACE_AND_LOG =
  'logs:CreateLogDelivery logs:DeleteLogDelivery logs:DescribeLogGroups logs:DescribeResourcePolicies logs:GetLogDelivery logs:ListLogDeliveries logs:PutResourcePolicy logs:UpdateLogDelivery xray:GetSamplingRules xray:GetSamplingTargets xray:PutTelemetryRecords xray:PutTraceSegments';

describe('the roles', () => {
  it('may do exactly this', () => {
    expect(grants).toEqual({
      Citizen: { ...LOG, ...TABLE, ...FOR_CITIZENS, ...KEY, ...WAKE, ...WRITE_TO_PEOPLE },
      Staff: {
        ...LOG,
        ...TABLE,
        table: RECORDS_AND_LOADING,
        ...FOR_STAFF,
        ...READ_ANCHORS,
        'develop-scans': 'lambda:InvokeFunction',
        ...KEY,
        ...WAKE,
        ...ADMINISTER,
      },
      Partner: { ...LOG, ...TABLE, ...KEY, ...WAKE },
      Docs: LOG,
      PassDeadline: { ...LOG, ...TABLE },
      Sweeper: { ...LOG, ...TABLE, ...WAKE },
      Escalation: { ...LOG, ...TABLE, ...WAKE },
      Jobs: { ...LOG, ...TABLE, ...WAKE },
      Ledger: { ...LOG, ...TABLE },
      Planning: { ...LOG, ...TABLE },
      Allocation: { ...LOG, ...TABLE, ...WAKE, ...KEY },
      Anchor: { ...LOG, ...TABLE, anchors: 's3:PutObject' },
      Darkroom: { ...LOG, ...TABLE, ...DEVELOP },
      Letters: { ...LOG, ...TABLE, ...WRITE_TO_PEOPLE },
      Digests: { ...LOG, ...TABLE, ...WRITE_TO_PEOPLE },
      MeetingRequest: {
        table: 'dynamodb:GetItem dynamodb:UpdateItem',
        'pass-deadline': 'lambda:InvokeFunction',
        anything: TRACE_AND_LOG,
      },
      Sweep: { sweep: 'lambda:InvokeFunction' },
      SendLetters: { 'send-letters': 'lambda:InvokeFunction' },
      SendDigests: { 'send-digests': 'lambda:InvokeFunction' },
      RunJobs: { 'run-jobs': 'lambda:InvokeFunction' },
      AllocateTurns: { 'allocate-turns': 'lambda:InvokeFunction' },
      PlanSessions: { 'plan-sessions': 'lambda:InvokeFunction' },
      AnchorLedger: { 'anchor-ledger': 'lambda:InvokeFunction' },
      DevelopScans: { 'develop-scans': 'lambda:InvokeFunction' },
      MalwareGuard: {
        'guard rules':
          'events:DeleteRule events:DescribeRule events:ListTargetsByRule events:PutRule events:PutTargets events:RemoveTargets',
        'every object':
          's3:GetObject s3:GetObjectTagging s3:GetObjectVersion s3:GetObjectVersionTagging s3:PutObjectTagging s3:PutObjectVersionTagging',
        'test object': 's3:PutObject',
        bucket: 's3:GetBucketNotification s3:ListBucket s3:PutBucketNotification',
      },
      ChainLedger: { 'chain-ledger': 'lambda:InvokeFunction' },
      EscalateOverdue: { 'escalate-overdue': 'lambda:InvokeFunction' },
    });
  });

  it('have no rights but these: no managed policy, none of their own, none in the stack of the data', () => {
    for (const [name, { Properties }] of ofType(service, 'AWS::IAM::Role')) {
      expect(Object.keys(Properties), name).toEqual(['AssumeRolePolicyDocument']);
    }
    expect([...ofType(data, 'AWS::IAM::Role'), ...ofType(data, 'AWS::IAM::Policy')]).toEqual([]);
  });

  it('may never scan the table', () => {
    expect(JSON.stringify(policies)).not.toMatch(/dynamodb:(Scan|PartiQL|\*|Batch\*)|"\*:\*"|"Action":"\*"/);
  });

  it('see of the buckets’ lists only documents and anchors', () => {
    const lists = policies
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .filter(({ Action }) => Action.includes('s3:ListBucket') && !Action.includes('s3:PutBucketNotification'));
    const prefixes = lists.map(({ Condition }) => JSON.stringify(Condition)).toSorted();
    const only = (prefix: string | string[]) => JSON.stringify({ StringLike: { 's3:prefix': prefix } });
    expect(prefixes).toEqual(
      [
        ...[only('*/anchors/*'), only('*/documents/*'), only('*/documents/*')],
        only(['*/documents/*', '*/shown/*']),
      ].toSorted(),
    );
  });

  it('let the state machine touch nothing but wait items', () => {
    const machine = policies.find(({ Roles }) => Roles.some(({ Ref }) => Ref.startsWith('MeetingRequestRole')));
    const onTable = machine?.PolicyDocument.Statement.filter(({ Action }) =>
      Action.some((one) => one.startsWith('dynamodb')),
    );
    expect(onTable?.map(({ Condition }) => Condition)).toEqual([
      { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['*#WAIT#*'] } },
    ]);
  });
});
