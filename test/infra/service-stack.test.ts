import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { OPERATIONS } from '../../contract/operations.ts';
import { countEvents } from '../../functions/count-events.ts';
import * as env from '../../functions/env.ts';
import { API_ROUTES } from '../../local/api-routes.ts';
import { PASS_DEADLINE_ARN, TABLE_NAME } from '../../local/cloud.ts';
import { SCHEDULE_MINUTES } from '../../local/handlers.ts';
import { meetingRequest } from '../../workflows/meeting-request.ts';
import { ofType, templates, textOf } from './stacks.ts';

const { service, data } = templates();

const FUNCTIONS = {
  Citizen: { local: 'citizen', schema: env.CitizenEnv },
  Staff: { local: 'staff', schema: env.StaffEnv },
  Partner: { local: 'partner', schema: env.PartnerEnv },
  Docs: { local: 'docs', schema: env.NothingEnv },
  PassDeadline: { local: 'pass-deadline', schema: env.PassDeadlineEnv },
  Sweeper: { local: 'sweep', schema: env.SweepEnv },
  Escalation: { local: 'escalate-overdue', schema: env.EscalateOverdueEnv },
  Digests: { local: 'send-digests', schema: env.SendDigestsEnv },
  Jobs: { local: 'run-jobs', schema: env.RunJobsEnv },
  Ledger: { local: 'chain-ledger', schema: env.ChainLedgerEnv },
  Allocation: { local: 'allocate-turns', schema: env.AllocateTurnsEnv },
  Planning: { local: 'plan-sessions', schema: env.PlanSessionsEnv },
  Anchor: { local: 'anchor-ledger', schema: env.AnchorLedgerEnv },
  Darkroom: { local: 'develop-scans', schema: env.DevelopScansEnv },
  Letters: { local: 'send-letters', schema: env.SendLettersEnv },
};

/** The local name of the function that an ARN in the template means. */
const functionAt = (arn: unknown): string | undefined =>
  Object.entries(FUNCTIONS).find(([id]) => textOf(arn) === `<${id}Function.Arn>`)?.[1].local;

describe('each function', () => {
  const Deployed = z.object({
    Runtime: z.string(),
    Environment: z._default(z.object({ Variables: z.record(z.string(), z.unknown()) }), { Variables: {} }),
  });
  const deployed = Object.fromEntries(
    ofType(service, 'AWS::Lambda::Function').map(([name, { Properties }]) => [
      name.replace(/Function[0-9A-F]{8}$/, ''),
      z.parse(Deployed, Properties),
    ]),
  );

  it('is told every variable that its handler parses, and no other', () => {
    const told = Object.entries(deployed).map(([id, { Environment }]) => [
      id,
      Object.keys(Environment.Variables).sort(),
    ]);
    const asked = Object.entries(FUNCTIONS).map(([id, { schema }]) => [id, Object.keys(schema.shape).sort()]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(asked));
  });

  it('runs on the Node that runs it here', () => {
    const here = `nodejs${process.versions.node.split('.')[0]}.x`;
    expect(new Set(Object.values(deployed).map(({ Runtime }) => Runtime))).toEqual(new Set([here]));
  });
});

describe('the API', () => {
  const Route = z.object({ RouteKey: z.string(), AuthorizationType: z.string(), Target: z.unknown() });
  const Integration = z.object({ IntegrationUri: z.unknown() });

  const integrations = new Map(
    ofType(service, 'AWS::ApiGatewayV2::Integration').map(([name, { Properties }]) => [
      textOf({ 'Fn::Join': ['', ['integrations/', { Ref: name }]] }),
      functionAt(z.parse(Integration, Properties).IntegrationUri),
    ]),
  );
  const deployed = ofType(service, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => {
    const { RouteKey, AuthorizationType, Target } = z.parse(Route, Properties);
    return `${RouteKey} ${integrations.get(textOf(Target))} ${AuthorizationType}`;
  });

  it('has the routes of the local gateway, each for the methods that operations use', () => {
    const methods = [...new Set(OPERATIONS.map(({ method }) => method))];
    const local = API_ROUTES.flatMap(({ method, path, handler, authorizer }) =>
      (method === 'ANY' ? methods : [method]).map(
        (one) => `${one} ${path} ${handler} ${authorizer === 'jwt' ? 'JWT' : 'NONE'}`,
      ),
    );
    expect(deployed.sort()).toEqual(local.sort());
  });
});

const A_DAY = 24 * 60;

describe('the schedules', () => {
  it('run at the rates of the local ones', () => {
    const Schedule = z.object({ ScheduleExpression: z.string(), Target: z.object({ Arn: z.unknown() }) });
    const rates = ofType(service, 'AWS::Scheduler::Schedule').map(([, { Properties }]) => {
      const { ScheduleExpression, Target } = z.parse(Schedule, Properties);
      return [functionAt(Target.Arn), ScheduleExpression];
    });
    const local = Object.entries(SCHEDULE_MINUTES).map(([name, minutes]) => [
      name,
      minutes === A_DAY ? 'rate(1 day)' : `rate(${minutes} minute${minutes === 1 ? '' : 's'})`,
    ]);
    expect(Object.fromEntries(rates)).toEqual(Object.fromEntries(local));
  });
});

describe('the state machine', () => {
  it('is the one that runs here, but for its names', () => {
    const Machine = z.object({ DefinitionString: z.unknown() });
    const [machine] = ofType(service, 'AWS::StepFunctions::StateMachine').map(([, { Properties }]) =>
      z.parse(Machine, Properties),
    );
    const definition = textOf(machine?.DefinitionString)
      .replaceAll(/<PublicMeetingData:ExportsOutputRefTable>/g, TABLE_NAME)
      .replaceAll('<PassDeadlineFunction.Arn>', PASS_DEADLINE_ARN);
    expect(JSON.parse(definition)).toEqual(
      meetingRequest({ tableName: TABLE_NAME, passDeadlineArn: PASS_DEADLINE_ARN }),
    );
  });
});

describe('the alarms', () => {
  const Metric = z.object({
    MetricName: z.string(),
    Namespace: z.string(),
    Dimensions: z.array(z.object({ Name: z.string(), Value: z.unknown() })),
  });
  const Alarm = z.object({
    AlarmDescription: z.string(),
    AlarmActions: z.array(z.unknown()),
    Metrics: z._default(z.array(z.object({ MetricStat: z.optional(z.object({ Metric })) })), []),
  });
  const alarms = ofType(service, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => ({
    ...z.parse(Alarm, Properties),
    metric: Metric.safeParse(Properties).data,
  }));
  const headings = [...readFileSync('docs/runbook.md', 'utf8').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);

  it('each say what they mean for people, and which entry of the runbook helps', () => {
    const described = /^[^.]*\b(citizens?|office|clerks?|officials?)\b[^.]*\. Runbook: docs\/runbook\.md#([a-z-]+)$/i;
    for (const { AlarmDescription } of alarms) {
      expect(AlarmDescription).toMatch(described);
      expect(headings).toContain(described.exec(AlarmDescription)?.[2]);
    }
  });

  it('leave no entry of the runbook without its alarm', () => {
    const named = alarms.map(({ AlarmDescription }) => AlarmDescription.split('#')[1]);
    expect(new Set(named)).toEqual(new Set(headings));
  });

  it('reach a topic that lets them in', () => {
    const [topic] = ofType(service, 'AWS::SNS::Topic').map(([name]) => ({ Ref: name }));
    for (const { AlarmActions } of alarms) expect(AlarmActions).toEqual([topic]);
    const [policy] = ofType(service, 'AWS::SNS::TopicPolicy').map(([, { Properties }]) => Properties.PolicyDocument);
    expect(policy).toMatchObject({
      Statement: expect.arrayContaining([
        expect.objectContaining({
          ...{ Effect: 'Allow', Action: 'sns:Publish', Resource: topic },
          Principal: { Service: 'cloudwatch.amazonaws.com' },
        }),
      ]),
    });
  });

  it('look at our own counts where these are written', () => {
    const metrics = alarms.flatMap(({ metric, Metrics }) => [
      ...(metric ? [metric] : []),
      ...Metrics.flatMap(({ MetricStat }) => MetricStat?.Metric ?? []),
    ]);
    const counted = metrics.filter(({ Namespace }) => Namespace === 'PublicMeeting');
    expect(counted.map(({ MetricName }) => MetricName).sort()).toEqual(
      [
        'AllocationFailures',
        'AnchorsFailed',
        'DigestsFailed',
        'EscalationFailures',
        'JobFailures',
        'LedgerUnchained',
        'LettersFailed',
        'LettersUndeliverable',
        'PlanningFailures',
        'ScansFailed',
        'SweeperFailures',
        'SweeperRepairs',
      ].sort(),
    );

    for (const { MetricName, Namespace, Dimensions } of counted) {
      const lines: string[] = [];
      const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
      countEvents({ [MetricName]: 1 });
      stdout.mockRestore();
      expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({
        _aws: {
          CloudWatchMetrics: [
            { Namespace, Dimensions: [Dimensions.map(({ Name }) => Name)], Metrics: [{ Name: MetricName }] },
          ],
        },
        ...Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value])),
      });
    }
  });
});

describe('the outputs', () => {
  it('are what a stranger needs to call the system', () => {
    const named = Object.keys({ ...data.Outputs, ...service.Outputs }).filter((name) => !name.startsWith('Exports'));
    expect(named.sort()).toEqual(
      [
        ...['ApiUrl', 'TableName', 'DocumentBucketName', 'StateMachineArn', 'AlarmTopicArn'],
        ...['UserPoolId', 'SignInUrl', 'ConsoleClientId', 'Line137ClientId', 'Line1888ClientId'],
      ].sort(),
    );
  });
});
