import * as z from 'zod/mini';
import { CityTable } from '../../adapters/dynamo/city-table.ts';
import { DynamoCallTasks } from '../../adapters/dynamo/dynamo-call-tasks.ts';
import { DynamoCaseFiles } from '../../adapters/dynamo/dynamo-case-files.ts';
import { DynamoForesight } from '../../adapters/dynamo/dynamo-foresight.ts';
import { DynamoLetters } from '../../adapters/dynamo/dynamo-letters.ts';
import { DynamoRequests } from '../../adapters/dynamo/dynamo-requests.ts';
import { DynamoSessions } from '../../adapters/dynamo/dynamo-sessions.ts';
import { DynamoSlots } from '../../adapters/dynamo/dynamo-slots.ts';
import { StepFunctionsWaits } from '../../adapters/step-functions/step-functions-waits.ts';
import { StepFunctionsWorkflow } from '../../adapters/step-functions/step-functions-workflow.ts';
import { readWait, type Wait } from '../../adapters/step-functions/wait-item.ts';
import { eastmere } from '../../cities/eastmere.ts';
import type { Context } from '../../domain/change.ts';
import type { Request } from '../../domain/request.ts';
import type { Wish } from '../../domain/submission.ts';
import { executionName, Ticket } from '../../domain/ticket.ts';
import { type Instant, instantOf, toMillis } from '../../domain/time.ts';
import type { By } from '../../domain/timeline.ts';
import { run as sweep } from '../../functions/scheduled/sweep.ts';
import { answer as passDeadline } from '../../functions/tasks/pass-deadline.ts';
import { MACHINE, openEngines, TABLE_NAME } from './engines.ts';
import { MemoryCarrier } from './memory/memory-carrier.ts';
import { MemoryDirectory } from './memory/memory-directory.ts';
import { MemoryKeys } from './memory/memory-keys.ts';
import { MemoryWording } from './memory/memory-wording.ts';
import { agreed, MONDAY_MORNING, openingOf } from './world.ts';

const CITY = eastmere.city.id;
const Entered = z.object({ name: z.string() });

export type RunningOffice = Awaited<ReturnType<typeof openOffice>>;

/**
 * The office as it runs: the state machine's own definition on the engine, the table behind the real SDK clients, the
 * deployed functions, and a clock that only tests move. Step Functions can be cut off.
 */
export const openOffice = async () => {
  const engines = await openEngines(toMillis(MONDAY_MORNING), (ticket) => passDeadline(z.parse(Ticket, ticket), duty));
  const { clock, engine, faults, commands } = engines;
  const officeClock = { now: () => instantOf(clock.now()) };
  const directory = new MemoryDirectory();
  agreed(await directory.load(eastmere));
  const cityTable = new CityTable(engines.dynamo, TABLE_NAME);
  const requests = new DynamoRequests({ table: cityTable, directory, clock: officeClock });
  const duty = { requests, directory, clock: officeClock };

  const lostWakes: string[] = [];
  const machine = { sfn: engines.sfn, stateMachineArn: MACHINE };
  const workflow = new StepFunctionsWorkflow(cityTable, machine, ({ fault }) => lostWakes.push(fault));
  const waits = new StepFunctionsWaits(cityTable, machine);
  const keys = new MemoryKeys(officeClock);
  const context = (by: By = { actor: 'citizen' }): Context => ({ at: officeClock.now(), by, office: eastmere });

  const executionArn = (id: string, run: number) =>
    `${MACHINE.replace(':stateMachine:', ':execution:')}:${executionName(id, run)}`;

  /** Moves from timer to timer until that moment; nothing is swept meanwhile. */
  const moveTo = async (at: Instant): Promise<void> => {
    await engine.idle();
    for (let wake = engine.nextWake(); wake !== undefined && wake <= toMillis(at); wake = engine.nextWake()) {
      clock.moveTo(Math.max(clock.now(), wake));
      await engine.tick();
      await engine.idle();
    }
    clock.moveTo(Math.max(clock.now(), toMillis(at)));
  };

  const sweepNow = async () => {
    const swept = await sweep({ directory, waits, clock: officeClock });
    await engine.idle();
    return swept;
  };
  const read = async (id: string): Promise<Request> => {
    const request = await requests.find(CITY, id);
    if (!request) throw new Error(`There is no request ${id}`);
    return request;
  };
  const wait = async (id: string): Promise<Wait> => {
    const item = await readWait(cityTable, CITY, id);
    if (!item) throw new Error(`${id} has no wait item`);
    return item;
  };

  return {
    ...{ city: CITY, requests, directory, workflow, waits, faults, lostWakes, context, machine, commands },
    sessions: new DynamoSessions(cityTable),
    slots: new DynamoSlots(cityTable),
    foresight: new DynamoForesight(cityTable),
    letters: new DynamoLetters(cityTable),
    callTasks: new DynamoCallTasks(cityTable),
    caseFiles: new DynamoCaseFiles({ table: cityTable, requests, directory }),
    ...{ sms: new MemoryCarrier(), mail: new MemoryCarrier(), wording: new MemoryWording() },
    clock: { ...officeClock, moveTo },
    settle: () => engine.idle(),
    sweepNow,
    /** Moves on minute by minute, and lets the sweeper run in each, as the schedule does. */
    sweepFor: async (minutes: number) => {
      for (let minute = 0; minute < minutes; minute += 1) {
        await moveTo(instantOf(clock.now() + 60_000));
        await sweepNow();
      }
    },
    /** Writes a new request and starts its execution, as the portal does. */
    submit: async (wish: Partial<Wish> = {}): Promise<Request> => {
      const request = agreed(await requests.add(openingOf(context(), keys, wish), { limited: false }));
      await workflow.start(request);
      await engine.idle();
      return request;
    },
    /** Writes a new request, and then the process dies. */
    submitWithoutStart: async (): Promise<Request> =>
      agreed(await requests.add(openingOf(context(), keys), { limited: false })),
    request: read,
    wait,
    lettersOf: async (id: string) => (await new DynamoLetters(cityTable).of(CITY, id)).map(({ template }) => template),
    execution: (id: string, run = 1) => engine.execution(executionArn(id, run)),
    executions: (id: string) =>
      engine.executions({ machineArn: MACHINE, limit: 1000 }).filter(({ name }) => name.startsWith(`${id}-`)),
    kill: async (id: string, run = 1) => {
      await engine.stopExecution(executionArn(id, run), { error: 'Killed', cause: null });
    },
    /** The states that a run has entered, in their order. */
    statesOf: (id: string, run = 1): string[] =>
      engine
        .history(executionArn(id, run))
        .filter(({ type }) => type.endsWith('StateEntered'))
        .map(({ stateEnteredEventDetails }) => z.parse(Entered, stateEnteredEventDetails).name),
    /** Is there exactly one live run, waiting at the step that stands in the table, with its switch armed for the deadline? */
    isInStep: async (id: string): Promise<boolean> => {
      const item = await wait(id);
      const { step, until } = await read(id);
      const running = engine
        .executions({ machineArn: MACHINE, status: 'RUNNING', limit: 1000 })
        .filter(({ name }) => name.startsWith(`${id}-`));
      if (step === 'closed') return running.length === 0 && item.expectedBy === undefined;
      return (
        running.length === 1 &&
        running[0]?.name === executionName(id, item.run) &&
        item.tokenVersion === item.version &&
        item.tokenStep === step &&
        item.until === until &&
        item.expectedBy === until
      );
    },
    close: engines.close,
  };
};
