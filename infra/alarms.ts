import { CfnOutput, Stack } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { PeopleAlarm } from './constructs/alarm.ts';
import type { OfficeApi } from './constructs/office-api.ts';
import type { OfficeFunction } from './constructs/office-function.ts';
import type { RequestMachine } from './constructs/request-machine.ts';
import type { OfficeFunctions } from './functions.ts';

export type AlarmedParts = {
  readonly functions: OfficeFunctions;
  readonly machine: RequestMachine;
  readonly api: OfficeApi;
  /** Who is told; nobody subscribes by itself. */
  readonly email: string | undefined;
};

/** Every alarm: what is watched, what it means for people, and the heading of its entry in the runbook. */
export const alarms = (scope: Construct, { functions, machine, api, email }: AlarmedParts): void => {
  const tells = alarmTopic(scope, email);
  const alarm = (id: string, metric: Metric | MathExpression, people: string, runbook: string, threshold?: number) =>
    new PeopleAlarm(scope, id, { metric, people, runbook, tells, ...(threshold !== undefined && { threshold }) });

  alarm(
    'ExecutionsFailed',
    machine.machine.metricFailed(),
    'The office misses a deadline of a request until the sweeper repairs it.',
    'executions-failed',
  );
  alarm(
    'SweeperRepairs',
    counted('SweeperRepairs'),
    'Citizens may get letters and reminders minutes late: decisions reach the workflow late.',
    'sweeper-repairs',
    5,
  );
  alarm(
    'SweeperFails',
    failuresOf(functions.sweep, 'SweeperFailures'),
    'The office may miss deadlines unnoticed: lost wakes are no longer found.',
    'sweeper-fails',
  );
  alarm('LettersFail', failuresOf(functions.sendLetters, 'LettersFailed'), 'Citizens get no messages.', 'letters-fail');
  alarm(
    'LettersUndeliverable',
    counted('LettersUndeliverable'),
    'Many citizens cannot be reached in writing; call tasks pile up at the clerks.',
    'letters-undeliverable',
    20,
  );
  alarm(
    'EscalationFails',
    failuresOf(functions.escalateOverdue, 'EscalationFailures'),
    'Citizens wait for overdue orders, and no superior is told: the orders no longer climb.',
    'escalation-fails',
  );
  alarm(
    'DigestsFail',
    failuresOf(functions.sendDigests, 'DigestsFailed'),
    'Managers are not told in the morning what has come to them; citizens wait longer for overdue orders.',
    'digests-fail',
  );
  alarm(
    'JobsFail',
    failuresOf(functions.runJobs, 'JobFailures'),
    'Citizens and officials keep dates that a holiday or closure should have moved.',
    'jobs-fail',
  );
  alarm(
    'AllocationFails',
    failuresOf(functions.allocateTurns, 'AllocationFailures'),
    'Citizens wait in queues although turns are free: nobody offers them.',
    'allocation-fails',
  );
  alarm(
    'ScansFail',
    failuresOf(functions.developScans, 'ScansFailed'),
    'Citizens do not see what the official wrote, and secretaries cannot cut orders from it.',
    'scans-fail',
  );
  alarm(
    'LedgerUnchained',
    failuresOf(functions.chainLedger, 'LedgerUnchained'),
    'Citizens and the office cannot prove yet that the latest turns were given fairly.',
    'ledger-unchained',
  );
  alarm(
    'AnchorsFail',
    failuresOf(functions.anchorLedger, 'AnchorsFailed'),
    'Nobody could prove to citizens that the ledger of turns was not written anew.',
    'anchors-fail',
  );
  alarm(
    'PlanningFails',
    failuresOf(functions.planSessions, 'PlanningFailures'),
    'Citizens wait without need: sessions that officials hold by rule are not opened.',
    'planning-fails',
  );
  alarm(
    'ApiFaults',
    api.http.metricServerError(),
    'Citizens, clerks or the complaint lines meet errors.',
    'api-faults',
    5,
  );
};

/** As `functions/count-events.ts` counts; Powertools adds the service's name as a dimension. */
const counted = (metricName: string) =>
  new Metric({
    namespace: 'PublicMeeting',
    dimensionsMap: { service: 'public-meeting' },
    metricName,
    statistic: 'Sum',
  });

/** A run that failed as a whole, and single items of one that did not. */
const failuresOf = (fn: OfficeFunction, single: string) =>
  new MathExpression({
    expression: 'FILL(runs, 0) + FILL(items, 0)',
    usingMetrics: { runs: fn.lambda.metricErrors(), items: counted(single) },
  });

const alarmTopic = (scope: Construct, email: string | undefined): Topic => {
  const topic = new Topic(scope, 'Alarms', { displayName: 'Public meetings: alarms', enforceSSL: true });
  // A topic with a policy of its own is open to nobody else, not even to the account's alarms.
  topic.grantPublish(
    new ServicePrincipal('cloudwatch.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  );
  if (email !== undefined) topic.addSubscription(new EmailSubscription(email));
  new CfnOutput(scope, 'AlarmTopicArn', { value: topic.topicArn });
  return topic;
};
