import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Engine } from './engine.ts';
import type { Execution } from './execution.ts';
import type { HistoryEvent } from './history-event.ts';
import type { JsonObject } from './json.ts';
import { lint } from './lint.ts';
import { SfnError } from './sfn-error.ts';

/** Where ARNs that the server makes up live. */
export type Home = { region: string; account: string };

type Operation = (engine: Engine, body: unknown, home: Home) => JsonObject | Promise<JsonObject>;

const arn = z.string().check(z.maxLength(2000));
const token = z.string().check(z.minLength(1), z.maxLength(2048));
const name = z.string().check(z.regex(/^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u, 'Invalid Name'));
const failure = {
  error: z.optional(z.nullable(z.string().check(z.maxLength(256)))),
  cause: z.optional(z.nullable(z.string().check(z.maxLength(32_768)))),
};
const status = z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']);
const page = {
  maxResults: z.optional(z.int().check(z.nonnegative(), z.lte(1000))),
  nextToken: z.optional(z.string().check(z.regex(/^\d+$/, 'Invalid Token'))),
};
const PAGE = 100;

/** Checks the body, then runs the operation on it. */
function operation<T>(
  shape: z.ZodMiniType<T>,
  run: (engine: Engine, body: T, home: Home) => JsonObject | Promise<JsonObject>,
): Operation {
  return (engine, body, home) => {
    const parsed = shape.safeParse(body);
    if (parsed.success) return run(engine, parsed.data, home);
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    const isName = parsed.error.issues.every(({ path }) => path[0] === 'name');
    throw new SfnError(isName ? 'InvalidName' : 'ValidationException', problems.join('; '));
  };
}

const seconds = (epochMs: number) => epochMs / 1000;

function checkDefinition(text: string): void {
  let problems: string[];
  try {
    problems = lint(JSON.parse(text));
  } catch (error) {
    problems = [String(error)];
  }
  if (problems.length > 0)
    throw new SfnError('InvalidDefinition', `Invalid State Machine Definition: '${problems.join('; ')}'`);
}

const lastPart = (anyArn: string) => anyArn.split(':').at(-1) ?? '';

const summary = ({
  arn: executionArn,
  machineArn,
  name: ofExecution,
  status: now,
  startedAt,
  stoppedAt,
}: Execution) => ({
  executionArn,
  stateMachineArn: machineArn,
  name: ofExecution,
  status: now,
  startDate: seconds(startedAt),
  ...(stoppedAt !== undefined && { stopDate: seconds(stoppedAt) }),
});

const described = (execution: Execution): JsonObject => ({
  ...summary(execution),
  input: execution.input,
  inputDetails: { included: true },
  redriveCount: 0,
  ...(execution.output !== undefined && {
    output: JSON.stringify(execution.output),
    outputDetails: { included: true },
  }),
  ...(execution.failure && typeof execution.failure.error === 'string' && { error: execution.failure.error }),
  ...(execution.failure?.cause && { cause: execution.failure.cause }),
});

const toEvent = ({ timestamp, ...event }: HistoryEvent): JsonObject => ({ ...event, timestamp: seconds(timestamp) });

/** The operations of the Step Functions API that exist here. */
export const OPERATIONS: Record<string, Operation> = {
  CreateStateMachine: operation(z.object({ name, definition: z.string() }), (engine, body, { region, account }) => {
    checkDefinition(body.definition);
    const stateMachineArn = `arn:aws:states:${region}:${account}:stateMachine:${body.name}`;
    const known = engine.machines().some((machine) => machine.arn === stateMachineArn);
    if (known && engine.machine(stateMachineArn).definition !== body.definition) {
      throw new SfnError('StateMachineAlreadyExists', `State Machine Already Exists: '${stateMachineArn}'`);
    }
    return {
      stateMachineArn,
      creationDate: seconds(engine.registerMachine(stateMachineArn, body.definition).createdAt),
    };
  }),
  UpdateStateMachine: operation(z.object({ stateMachineArn: arn, definition: z.string() }), (engine, body) => {
    engine.machine(body.stateMachineArn);
    checkDefinition(body.definition);
    return { updateDate: seconds(engine.registerMachine(body.stateMachineArn, body.definition).updatedAt) };
  }),
  DescribeStateMachine: operation(z.object({ stateMachineArn: arn }), (engine, { stateMachineArn }) => {
    const { definition, createdAt } = engine.machine(stateMachineArn);
    const details = { status: 'ACTIVE', type: 'STANDARD', roleArn: '', creationDate: seconds(createdAt) };
    return { stateMachineArn, name: lastPart(stateMachineArn), definition, ...details };
  }),
  ListStateMachines: operation(z.object({}), (engine) => ({
    stateMachines: engine.machines().map((machine) => ({
      stateMachineArn: machine.arn,
      name: lastPart(machine.arn),
      type: 'STANDARD',
      creationDate: seconds(machine.createdAt),
    })),
  })),

  StartExecution: operation(
    z.object({ stateMachineArn: arn, name: z.optional(name), input: z.optional(z.string()) }),
    (engine, { stateMachineArn: machineArn, name: given = randomUUID(), input = '{}' }) => {
      const started = engine.startExecution({ machineArn, name: given, input });
      return { executionArn: started.arn, startDate: seconds(started.startedAt) };
    },
  ),
  StopExecution: operation(
    z.object({ executionArn: arn, ...failure }),
    async (engine, { executionArn, error, cause }) => {
      const { stoppedAt = 0 } = await engine.stopExecution(executionArn, {
        error: error ?? null,
        cause: cause ?? null,
      });
      return { stopDate: seconds(stoppedAt) };
    },
  ),
  DescribeExecution: operation(z.object({ executionArn: arn }), (engine, body) =>
    described(engine.execution(body.executionArn)),
  ),
  ListExecutions: operation(
    z.object({ stateMachineArn: arn, statusFilter: z.optional(status), ...page }),
    (engine, { stateMachineArn: machineArn, statusFilter, maxResults, nextToken }) => {
      engine.machine(machineArn);
      const [limit, skip] = [maxResults || PAGE, Number(nextToken ?? 0)];
      const found = engine.executions({ machineArn, status: statusFilter, limit: limit + 1, skip });
      const more = found.length > limit && { nextToken: String(skip + limit) };
      return { executions: found.slice(0, limit).map(summary), ...more };
    },
  ),
  GetExecutionHistory: operation(
    z.object({ executionArn: arn, reverseOrder: z.optional(z.boolean()), ...page }),
    (engine, { executionArn, reverseOrder: newestFirst = false, maxResults, nextToken }) => {
      const limit = maxResults || PAGE;
      const after = nextToken === undefined ? undefined : Number(nextToken);
      const found = engine.history(executionArn, { limit: limit + 1, newestFirst, after });
      const events = found.slice(0, limit);
      const more = found.length > limit && { nextToken: String(events.at(-1)?.id) };
      return { events: events.map(toEvent), ...more };
    },
  ),

  SendTaskSuccess: operation(
    z.object({ taskToken: token, output: z.string() }),
    async (engine, { taskToken, output }) => {
      await engine.sendTaskSuccess(taskToken, output);
      return {};
    },
  ),
  SendTaskFailure: operation(
    z.object({ taskToken: token, ...failure }),
    async (engine, { taskToken, error, cause }) => {
      await engine.sendTaskFailure(taskToken, { error: error ?? null, cause: cause ?? null });
      return {};
    },
  ),
  SendTaskHeartbeat: operation(z.object({ taskToken: token }), async (engine, { taskToken }) => {
    await engine.sendTaskHeartbeat(taskToken);
    return {};
  }),
};
