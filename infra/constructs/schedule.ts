import { Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';

/** Runs a function every so many minutes. A run that fails is not retried: the next one does its work. */
export class EveryMinutes extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { minutes, runs, description }: { minutes: number; runs: LambdaFunction; description: string },
  ) {
    super(scope, id);
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    role.addToPolicy(new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [runs.functionArn] }));
    new scheduler.Schedule(this, 'Schedule', {
      schedule: scheduler.ScheduleExpression.rate(Duration.minutes(minutes)),
      // The target would add every version of the function to the role.
      target: new LambdaInvoke(runs, { retryAttempts: 0, role: role.withoutPolicyUpdates() }),
      description,
    });
  }
}
