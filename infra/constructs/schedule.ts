import { Duration } from 'aws-cdk-lib';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';

/** Runs a function every so many minutes. A run that fails is not retried: the next one does its work. */
export class EveryMinutes extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { minutes, runs, description }: { minutes: number; runs: NodejsFunction; description: string },
  ) {
    super(scope, id);
    new scheduler.Schedule(this, 'Schedule', {
      schedule: scheduler.ScheduleExpression.rate(Duration.minutes(minutes)),
      target: new LambdaInvoke(runs, { retryAttempts: 0 }),
      description,
    });
  }
}
