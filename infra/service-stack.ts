import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { PeopleAlarm } from './constructs/alarm.ts';
import { OfficeApi } from './constructs/office-api.ts';
import { RequestMachine } from './constructs/request-machine.ts';
import { EveryMinutes } from './constructs/schedule.ts';
import type { DataStack } from './data-stack.ts';
import { type OfficeFunctions, officeFunctions } from './functions.ts';

export type ServiceStackProps = StackProps & {
  readonly data: DataStack;
  readonly webOrigins: readonly string[];
  readonly firstAdministrator: string;
  readonly mailFrom: string;
};

/** What runs: the API and its functions, the state machine, the schedules, the alarms. */
export class ServiceStack extends Stack {
  readonly functions: OfficeFunctions;
  readonly machine: RequestMachine;
  readonly api: OfficeApi;

  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    const { data } = props;
    const fns = officeFunctions(this, props);
    this.functions = fns;

    this.machine = new RequestMachine(this, 'MeetingRequest', { data: data.table, passDeadline: fns.passDeadline });
    for (const fn of [fns.citizen, fns.staff, fns.partner, fns.sweep, fns.escalateOverdue]) this.machine.letsWake(fn);

    new EveryMinutes(this, 'Sweep', {
      minutes: 1,
      runs: fns.sweep.lambda,
      description: 'Finds requests whose workflow was lost',
    });
    new EveryMinutes(this, 'SendLetters', {
      minutes: 1,
      runs: fns.sendLetters.lambda,
      description: 'Sends the letters that are due',
    });
    new EveryMinutes(this, 'EscalateOverdue', {
      minutes: 5,
      runs: fns.escalateOverdue.lambda,
      description: 'Moves overdue orders one rung up',
    });

    this.api = new OfficeApi(this, 'Api', {
      citizen: fns.citizen.lambda,
      staff: fns.staff.lambda,
      partner: fns.partner.lambda,
      docs: fns.docs.lambda,
      signIn: data.signIn,
      webOrigins: props.webOrigins,
    });

    this.alarms(fns, this.machine);

    new CfnOutput(this, 'ApiUrl', { value: this.api.url });
    new CfnOutput(this, 'TableName', { value: data.table.table.tableName });
    new CfnOutput(this, 'DocumentBucketName', { value: data.documents.bucket.bucketName });
    new CfnOutput(this, 'StateMachineArn', { value: this.machine.machine.stateMachineArn });
  }

  private alarms(fns: OfficeFunctions, { machine }: RequestMachine): void {
    const tells = new Topic(this, 'Alarms', { displayName: 'Public meetings: alarms', enforceSSL: true });
    const alarm = (id: string, metric: Metric, people: string, runbook: string, threshold?: number) =>
      new PeopleAlarm(this, id, { metric, people, runbook, tells, ...(threshold !== undefined && { threshold }) });
    const counted = (metricName: string) => new Metric({ namespace: 'PublicMeeting', metricName, statistic: 'Sum' });

    alarm(
      'ExecutionsFailed',
      machine.metricFailed(),
      'The office misses a deadline of a request until the sweeper repairs it.',
      'executions-failed',
    );
    alarm(
      'SweeperRepairs',
      counted('SweeperRepairs'),
      'Decisions reach the workflow late; letters and reminders may come minutes late.',
      'sweeper-repairs',
      5,
    );
    alarm(
      'SweeperFails',
      fns.sweep.lambda.metricErrors(),
      'Lost wakes are no longer found: deadlines may pass unnoticed.',
      'sweeper-fails',
    );
    alarm('LettersFail', fns.sendLetters.lambda.metricErrors(), 'Citizens get no messages.', 'letters-fail');
    alarm(
      'LettersUndeliverable',
      counted('LettersUndeliverable'),
      'Many citizens cannot be reached in writing; call tasks pile up.',
      'letters-undeliverable',
      20,
    );
    alarm(
      'EscalationFails',
      fns.escalateOverdue.lambda.metricErrors(),
      'Overdue orders no longer climb.',
      'escalation-fails',
    );
    for (const audience of ['citizen', 'staff', 'partner'] as const) {
      alarm(
        `${audience}Faults`,
        fns[audience].lambda.metricErrors(),
        `Calls of the ${audience} API fail.`,
        'api-faults',
        5,
      );
    }
  }
}
