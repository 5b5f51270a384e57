import { Logger } from '@aws-lambda-powertools/logger';
import { $ZodError } from 'zod/v4/core';

const logger = new Logger({ serviceName: 'public-meeting' });

/** Logs what failed, and where. The message is left out: it may quote what somebody typed. */
export const logFault = (what: string, fault: unknown, facts: Readonly<Record<string, string>> = {}): void => {
  const { name, stack = '' } = fault instanceof Error ? fault : new Error('unknown');
  const frames = stack.split('\n').filter((line) => line.trimStart().startsWith('at '));
  const paths = fault instanceof $ZodError ? { paths: fault.issues.map((issue) => issue.path.join('.')) } : {};
  logger.error(what, { ...facts, fault: name, ...paths, frames: frames.slice(0, 5) });
};
