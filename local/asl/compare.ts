import type { Expectation, Scheduling, StateEvent } from './case-file.ts';
import type { HistoryEvent } from './history-event.ts';
import { isJsonObject, type Json } from './json.ts';
import type { Replayed } from './replay-case.ts';

const ANYTHING = '«any»';

/** The JSON object or array that a text spells, if it does. */
function spelled(text: string): Json | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const withoutEventId = (text: string) => text.replace(/entered at the event id #\d+/g, 'entered at the event id #N');

function sameText(expected: string, actual: string): boolean {
  const [left, right] = [spelled(expected), spelled(actual)];
  if (left !== undefined && right !== undefined) return matches(left, right);
  return withoutEventId(expected) === withoutEventId(actual);
}

/** Whether an actual value is what the case expects, by the rules of the case format. */
function matches(expected: Json | undefined, actual: Json | undefined): boolean {
  if (expected === ANYTHING) return true;
  if (typeof expected === 'string' && typeof actual === 'string') return sameText(expected, actual);
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return expected.length === actual.length && expected.every((entry, index) => matches(entry, actual[index]));
  }
  if (isJsonObject(expected) && isJsonObject(actual)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    return [...keys].every(
      (key) => Object.hasOwn(expected, key) && Object.hasOwn(actual, key) && matches(expected[key], actual[key]),
    );
  }
  return expected === actual;
}

type Details = { name?: string; input?: string; output?: string; assignedVariables?: Record<string, string> };

/** Entering and leaving of states, as the cases write them. */
function stateEvents(history: HistoryEvent[]): StateEvent[] {
  return history.flatMap((event) => {
    const details: Details | undefined = event.stateEnteredEventDetails ?? event.stateExitedEventDetails;
    if (!details) return [];
    const { name = '', input, output, assignedVariables } = details;
    const assigned = Object.entries(assignedVariables ?? {}).map(([key, text]): [string, Json] => [
      key,
      JSON.parse(text),
    ]);
    return {
      type: event.type,
      name,
      ...(input !== undefined && { input: JSON.parse(input) }),
      ...(output !== undefined && { output: JSON.parse(output) }),
      ...(assigned.length > 0 && { assigned: Object.fromEntries(assigned) }),
    };
  });
}

const isScheduling = ({ type }: HistoryEvent) => type === 'TaskScheduled' || type === 'LambdaFunctionScheduled';

/** The state in which an event happened: that of the nearest entering before it in the same frame. */
function stateNameOf(event: HistoryEvent, history: HistoryEvent[]): string {
  let current: HistoryEvent | undefined = event;
  while (current && !current.stateEnteredEventDetails) current = history[current.previousEventId - 1];
  return String(current?.stateEnteredEventDetails?.name ?? '');
}

function schedulings(history: HistoryEvent[]): Scheduling[] {
  return history.filter(isScheduling).map((event) => {
    const details = event.taskScheduledEventDetails ?? event.lambdaFunctionScheduledEventDetails ?? {};
    const { timeoutInSeconds, heartbeatInSeconds } = details;
    return {
      state: stateNameOf(event, history),
      parameters: JSON.parse(String(details.parameters ?? details.input)),
      ...(typeof timeoutInSeconds === 'number' && { timeoutInSeconds }),
      ...(typeof heartbeatInSeconds === 'number' && { heartbeatInSeconds }),
    };
  });
}

/** Seconds between a task's failure and its next scheduling, in order. */
function retryDelays(history: HistoryEvent[]): number[] {
  return history.filter(isScheduling).flatMap((event) => {
    const before = history[event.previousEventId - 1];
    return before && /(Failed|TimedOut)$/.test(before.type) ? [(event.timestamp - before.timestamp) / 1000] : [];
  });
}

type Part = Record<string, Json | undefined>;

/** Every part that the expectation names must match. */
const partMatches = (expected: Part, actual: Part) =>
  Object.entries(expected).every(([key, value]) => value === undefined || matches(value, actual[key]));

/** What is expected and did not happen, and what happened and is not expected, in any order. */
function difference(expected: Part[], actual: Part[]): { missing: Part[]; extra: Part[] } {
  const extra = [...actual];
  const missing = expected.filter((part) => {
    const index = extra.findIndex((candidate) => partMatches(part, candidate));
    if (index >= 0) extra.splice(index, 1);
    return index < 0;
  });
  return { missing, extra };
}

const brief = (value: unknown) => JSON.stringify(value)?.slice(0, 300);

function compareStates(expected: Expectation, history: HistoryEvent[]): string[] {
  const { states = [], statesOrdered = false, statesPartial = false } = expected;
  if (!expected.states) return [];
  const actual = stateEvents(history);
  if (!statesOrdered) {
    const { missing, extra } = difference(states, actual);
    const unexpected = statesPartial ? [] : extra;
    return [
      ...missing.map((part) => `missing ${brief(part)}`),
      ...unexpected.map((part) => `unexpected ${brief(part)}`),
    ];
  }
  const wrong = states.findIndex((part, index) => !partMatches(part, actual[index] ?? {}));
  if (wrong >= 0) return [`state event ${wrong}: expected ${brief(states[wrong])}, was ${brief(actual[wrong])}`];
  return statesPartial || actual.length === states.length ? [] : [`unexpected ${brief(actual[states.length])}`];
}

function compareScheduled(
  { scheduled, scheduledCount, retryDelaysSeconds }: Expectation,
  history: HistoryEvent[],
): string[] {
  const actual = schedulings(history);
  const problems: string[] = [];
  if (scheduled) {
    const { missing, extra } = difference(scheduled, actual);
    problems.push(
      ...missing.map((part) => `not scheduled: ${brief(part)}`),
      ...extra.map((part) => `scheduled: ${brief(part)}`),
    );
  }
  if (scheduledCount !== undefined && scheduledCount !== actual.length) {
    problems.push(`scheduled ${actual.length} times, expected ${scheduledCount}`);
  }
  if (retryDelaysSeconds && !matches(retryDelaysSeconds, retryDelays(history))) {
    problems.push(`retry delays ${brief(retryDelays(history))}, expected ${brief(retryDelaysSeconds)}`);
  }
  return problems;
}

/** Everything in which a replay differs from what the case expects; empty when it passed. */
export function compare(expected: Expectation, { execution, history }: Replayed): string[] {
  const { status, output, failure, startedAt, stoppedAt = startedAt } = execution;
  const problems: string[] = [];
  const check = (what: string, wanted: Json | undefined, found: Json | undefined) => {
    if (!matches(wanted, found)) problems.push(`${what}: expected ${brief(wanted)}, was ${brief(found)}`);
  };
  check('status', expected.status, status);
  if (expected.output !== undefined) check('output', expected.output, output);
  check('error', expected.error ?? null, failure?.error ?? null);
  check('cause', expected.cause ?? null, failure?.cause || null);
  if (expected.elapsedSeconds !== undefined) check('elapsed', expected.elapsedSeconds, (stoppedAt - startedAt) / 1000);
  return [...problems, ...compareStates(expected, history), ...compareScheduled(expected, history)];
}
