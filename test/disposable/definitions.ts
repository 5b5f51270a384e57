import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { meetingRequest } from '../../workflows/meeting-request.ts';

// Keeps today's definition among those whose executions must be able to finish:
//   npx node test/disposable/definitions.ts

type Definition = ReturnType<typeof meetingRequest>;

/**
 * Every definition from which an execution may still be running. The history of `workflows/meeting-request.ts` knows a single
 * one so far; whoever changes it keeps the new one beside the old.
 */
const KEPT_IN = new URL('./definitions/', import.meta.url);

export const today = (): Definition =>
  meetingRequest({
    tableName: 'waits',
    passDeadlineArn: 'arn:aws:lambda:eu-west-1:111122223333:function:pass-deadline',
  });

/** What an execution does by it: the comment is nothing to it. */
export const fingerprintOf = ({ Comment: _, ...definition }: Definition): string =>
  createHash('sha256').update(JSON.stringify(definition)).digest('hex').slice(0, 12);

/** The definitions that were kept, by the names of their files: the day from which they were there, and a fingerprint. */
export const keptDefinitions = (): Map<string, Definition> =>
  new Map(
    readdirSync(KEPT_IN)
      .toSorted()
      .map((name) => [name, JSON.parse(readFileSync(new URL(name, KEPT_IN), 'utf8'))]),
  );

const keep = (): string => {
  const fingerprint = fingerprintOf(today());
  const known = [...keptDefinitions().keys()].find((name) => name.includes(fingerprint));
  if (known) return `It is kept already: ${known}`;
  const name = `${new Date().toISOString().slice(0, 10)}-${fingerprint}.json`;
  writeFileSync(new URL(name, KEPT_IN), `${JSON.stringify(today(), null, 2)}\n`);
  return `Kept as ${name}`;
};

if (import.meta.main) console.log(keep());
