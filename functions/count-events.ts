import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

const metrics = new Metrics({ namespace: 'PublicMeeting', serviceName: 'public-meeting' });

/** Counts what happened, as metrics that alarms look at; what did not happen is not written. */
export const countEvents = (events: Readonly<Record<string, number>>): void => {
  for (const [name, count] of Object.entries(events)) {
    if (count > 0) metrics.addMetric(name, MetricUnit.Count, count);
  }
  metrics.publishStoredMetrics();
};
