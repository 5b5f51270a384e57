import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { alarms } from './alarms.ts';
import { MalwareGuard } from './constructs/malware-guard.ts';
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
  readonly alarmEmail: string | undefined;
};

/** What runs: the API and its functions, the state machine, the schedules, the alarms. */
export class ServiceStack extends Stack {
  readonly functions: OfficeFunctions;
  readonly machine: RequestMachine;
  readonly malwareGuard: MalwareGuard;
  readonly api: OfficeApi;

  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    const { data } = props;
    const fns = officeFunctions(this, props);
    this.functions = fns;

    this.machine = new RequestMachine(this, 'MeetingRequest', { data: data.table, passDeadline: fns.passDeadline });
    const { citizen, staff, partner, sweep, escalateOverdue, runJobs, allocateTurns } = fns;
    for (const fn of [citizen, staff, partner, sweep, escalateOverdue, runJobs, allocateTurns])
      this.machine.letsWake(fn);

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
    new EveryMinutes(this, 'SendDigests', {
      minutes: 5,
      runs: fns.sendDigests.lambda,
      description: 'Tells the staff in the morning what came to them',
    });
    new EveryMinutes(this, 'RunJobs', {
      minutes: 1,
      runs: fns.runJobs.lambda,
      description: 'Moves dates where a calendar changed',
    });
    new EveryMinutes(this, 'ChainLedger', {
      minutes: 1,
      runs: fns.chainLedger.lambda,
      description: 'Chains what happened to turns',
    });
    new EveryMinutes(this, 'AnchorLedger', {
      minutes: 24 * 60,
      runs: fns.anchorLedger.lambda,
      description: 'Notes the last line of every ledger where nobody can change it',
    });
    new EveryMinutes(this, 'PlanSessions', {
      minutes: 24 * 60,
      runs: fns.planSessions.lambda,
      description: 'Plans the sessions that templates want in the weeks ahead',
    });
    new EveryMinutes(this, 'AllocateTurns', {
      minutes: 1,
      runs: fns.allocateTurns.lambda,
      description: 'Offers free turns to the heads of the queues',
    });
    new EveryMinutes(this, 'DevelopScans', {
      minutes: 1,
      runs: fns.developScans.lambda,
      description: 'Looks at uploaded files, and makes the pictures that people see',
    });
    this.malwareGuard = new MalwareGuard(this, 'MalwareGuard', { bucket: data.documents.bucket });
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

    alarms(this, { functions: fns, machine: this.machine, api: this.api, email: props.alarmEmail });

    new CfnOutput(this, 'ApiUrl', { value: this.api.http.apiEndpoint });
    new CfnOutput(this, 'TableName', { value: data.table.table.tableName });
    new CfnOutput(this, 'DocumentBucketName', { value: data.documents.bucket.bucketName });
    new CfnOutput(this, 'StateMachineArn', { value: this.machine.machine.stateMachineArn });
  }
}
