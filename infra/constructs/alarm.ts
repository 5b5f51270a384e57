import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

const RUNBOOK = 'docs/runbook.md';

export type AlarmProps = {
  readonly metric: cloudwatch.Metric | cloudwatch.MathExpression;
  /** What it means for people, in one sentence. */
  readonly people: string;
  /** The heading of its entry in the runbook. */
  readonly runbook: string;
  readonly threshold?: number;
  readonly minutes?: number;
  readonly tells: ITopic;
};

/** An alarm says what it means for people, and where its runbook entry is. */
export class PeopleAlarm extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { metric, people, runbook, threshold = 1, minutes = 5, tells }: AlarmProps,
  ) {
    super(scope, id);
    const alarm = new cloudwatch.Alarm(this, 'Alarm', {
      metric: metric.with({ period: Duration.minutes(minutes) }),
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      alarmDescription: `${people} Runbook: ${RUNBOOK}#${runbook}`,
    });
    alarm.addAlarmAction(new SnsAction(tells));
  }
}
