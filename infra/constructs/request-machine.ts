import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { meetingRequest } from '../../workflows/meeting-request.ts';
import type { DataTable } from './data-table.ts';
import type { OfficeFunction } from './office-function.ts';

type KnowsMachine = OfficeFunction<'STATE_MACHINE_ARN'>;
type PassDeadline = { readonly lambda: { readonly functionArn: string } };

/** One execution per request. Its role may leave a token in wait items, read them, and call the duty; nothing else. */
export class RequestMachine extends Construct {
  readonly machine: sfn.StateMachine;

  constructor(scope: Construct, id: string, { data, passDeadline }: { data: DataTable; passDeadline: PassDeadline }) {
    super(scope, id);
    const passDeadlineArn = passDeadline.lambda.functionArn;
    const role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('states.amazonaws.com') });
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['dynamodb:UpdateItem', 'dynamodb:GetItem'],
        resources: [data.table.tableArn],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['*#WAIT#*'] } },
      }),
    );
    role.addToPolicy(new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [passDeadlineArn] }));
    this.machine = new sfn.StateMachine(this, 'Machine', {
      definitionBody: sfn.DefinitionBody.fromString(
        Stack.of(this).toJsonString(meetingRequest({ tableName: data.table.tableName, passDeadlineArn })),
      ),
      role,
      tracingEnabled: true,
      logs: {
        destination: new logs.LogGroup(this, 'Log', {
          logGroupName: `/aws/vendedlogs/states/${Stack.of(this).stackName}-meeting-request`,
          retention: logs.RetentionDays.THREE_MONTHS,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: sfn.LogLevel.ALL,
        // Payloads are ids and instants only (see domain/ticket.ts): nothing of a person reaches the log.
        includeExecutionData: true,
      },
    });
  }

  /** Lets a function start executions and answer the waits of this machine. */
  letsWake(fn: KnowsMachine): void {
    const wake = ['states:StartExecution', 'states:SendTaskSuccess', 'states:SendTaskFailure'];
    fn.may(wake, [this.machine.stateMachineArn]);
    fn.knows('STATE_MACHINE_ARN', this.machine.stateMachineArn);
  }
}
