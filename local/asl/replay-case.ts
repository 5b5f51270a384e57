import { FakeClock } from '../clock.ts';
import type { Behaviour, ReplayCase } from './case-file.ts';
import { ANSWER_COMES_LATER, type Dispatch, type TaskContext } from './dispatch.ts';
import { createEngine, type Engine } from './engine.ts';
import { TaskError } from './errors.ts';
import type { Execution } from './execution.ts';
import type { HistoryEvent } from './history-event.ts';
import { SfnError } from './sfn-error.ts';
import { openSqliteStore } from './sqlite-store.ts';
import type { Store } from './store.ts';

export const MACHINE = 'arn:aws:states:local:000000000000:stateMachine:replay';
const START = Date.UTC(2026, 0, 5, 8);

export type Replayed = { execution: Execution; history: HistoryEvent[] };

/** Plays the staged services of a case. One token is one scheduling, also when a crash repeats the call. */
export class StagedServices implements Dispatch {
  readonly #tasks: Record<string, Behaviour[]>;
  readonly #scheduled = new Map<string, Behaviour>();
  readonly #counts = new Map<string, number>();
  /** Answers on their way through the token. */
  readonly #onTheirWay = new Map<string, Behaviour>();

  constructor(tasks: ReplayCase['tasks']) {
    this.#tasks = tasks ?? {};
  }

  async invoke(_resource: string, _args: unknown, { token, stateName }: TaskContext) {
    const behaviour = this.#scheduled.get(token) ?? this.#next(stateName);
    this.#scheduled.set(token, behaviour);
    if (behaviour.callback) {
      if (behaviour.kind !== 'hang') this.#onTheirWay.set(token, behaviour);
      return behaviour.submitOutput ?? {};
    }
    if (behaviour.kind === 'hang') return ANSWER_COMES_LATER;
    if (behaviour.kind === 'fail') throw new TaskError(behaviour.error ?? null, behaviour.cause ?? null);
    return behaviour.output ?? null;
  }

  #next(stateName: string): Behaviour {
    const behaviours = this.#tasks[stateName] ?? [];
    const count = this.#counts.get(stateName) ?? 0;
    this.#counts.set(stateName, count + 1);
    const behaviour = behaviours[Math.min(count, behaviours.length - 1)];
    if (!behaviour) throw new TaskError('States.TaskFailed', `The case does not say what '${stateName}' answers`);
    return behaviour;
  }

  /** Delivers one answer through its token; one that comes too late is turned away. False when none is on its way. */
  async deliverOne(engine: Engine): Promise<boolean> {
    const [next] = this.#onTheirWay;
    if (!next) return false;
    const [token, { kind, output, error, cause }] = next;
    try {
      if (kind === 'succeed') await engine.sendTaskSuccess(token, JSON.stringify(output ?? null));
      else await engine.sendTaskFailure(token, { error: error ?? null, cause: cause ?? null });
    } catch (refusal) {
      if (!(refusal instanceof SfnError)) throw refusal;
    }
    this.#onTheirWay.delete(token);
    return true;
  }
}

/** Runs until the execution has ended; when nothing else can run, the clock moves to the earliest timer. */
export async function playOut(engine: Engine, clock: FakeClock, services: StagedServices, arn: string): Promise<void> {
  for (;;) {
    await engine.idle();
    if (await services.deliverOne(engine)) continue;
    if (engine.execution(arn).status !== 'RUNNING') return;
    const wake = engine.nextWake() ?? 0;
    if (wake <= clock.now()) throw new Error('The execution neither goes on nor waits for anything');
    clock.moveTo(wake);
    await engine.tick();
  }
}

export type Stage = { store: Store; clock: FakeClock; services: StagedServices };

export const newStage = ({ tasks }: ReplayCase): Stage => ({
  store: openSqliteStore(':memory:'),
  clock: new FakeClock(START),
  services: new StagedServices(tasks),
});

/** Registers and starts a case on a stage; returns the execution's ARN. */
export function startCase(engine: Engine, { definition, input }: ReplayCase): string {
  engine.registerMachine(MACHINE, JSON.stringify(definition));
  return engine.startExecution({ machineArn: MACHINE, name: 'case', input: JSON.stringify(input ?? {}) }).arn;
}

/** Runs a case from start to end. */
export async function replayCase(given: ReplayCase): Promise<Replayed> {
  const { store, clock, services } = newStage(given);
  const engine = createEngine({ store, clock, dispatch: services });
  const arn = startCase(engine, given);
  await playOut(engine, clock, services, arn);
  const replayed = { execution: engine.execution(arn), history: engine.history(arn) };
  store.close();
  return replayed;
}
