import * as z from 'zod/mini';

const json = z.json();
const text = z.optional(z.nullable(z.string()));
const seconds = z.optional(z.number());

const behaviour = z.object({
  kind: z.enum(['succeed', 'fail', 'hang']),
  output: z.optional(json),
  error: text,
  cause: text,
  callback: z.optional(z.boolean()),
  submitOutput: z.optional(json),
});
const stateEvent = z.object({
  type: z.string(),
  name: z.string(),
  input: z.optional(json),
  output: z.optional(json),
  assigned: z.optional(json),
});
const scheduling = z.object({
  state: z.string(),
  parameters: z.optional(json),
  timeoutInSeconds: seconds,
  heartbeatInSeconds: seconds,
});
const expectation = z.object({
  status: z.string(),
  output: z.optional(json),
  error: text,
  cause: text,
  statesOrdered: z.optional(z.boolean()),
  statesPartial: z.optional(z.boolean()),
  states: z.optional(z.array(stateEvent)),
  scheduled: z.optional(z.array(scheduling)),
  scheduledCount: z.optional(z.number()),
  retryDelaysSeconds: z.optional(z.array(z.number())),
  elapsedSeconds: seconds,
});
const replayCase = z.object({
  id: z.string(),
  definition: json,
  input: z.optional(json),
  tasks: z.optional(z.record(z.string(), z.array(behaviour))),
  expect: expectation,
});
const definitionCase = z.object({ id: z.string(), valid: z.boolean(), definition: json });

const caseFile = z.object({
  format: z.literal('asl-cases/1'),
  cases: z.optional(z.array(replayCase)),
  definitions: z.optional(z.array(definitionCase)),
});

export type Behaviour = z.infer<typeof behaviour>;
export type StateEvent = z.infer<typeof stateEvent>;
export type Scheduling = z.infer<typeof scheduling>;
export type Expectation = z.infer<typeof expectation>;
export type ReplayCase = z.infer<typeof replayCase>;
export type DefinitionCase = z.infer<typeof definitionCase>;

/** Reads a case file (`asl-cases/1`). Throws with the place of the first mistake. */
export const parseCaseFile = (fileText: string) => caseFile.parse(JSON.parse(fileText));
