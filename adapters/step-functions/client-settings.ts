/**
 * For the client of Step Functions: a signal is only a nudge, so an outage may hold up a call for two or three seconds and
 * no longer. The sweeper repairs what was not said.
 */
export const BRIEFLY = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 500, requestTimeout: 1000, throwOnRequestTimeout: true },
} as const;
