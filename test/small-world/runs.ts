import type { Ticket } from '../../domain/ticket.ts';
import type { Instant } from '../../domain/time.ts';
import {
  argumentsOf,
  begun,
  type Definition,
  failed,
  kindOf,
  type Run,
  succeeded,
  timerOf,
  tokenOf,
} from './machine.ts';
import { execute } from './small-table.ts';
import type { Case } from './state.ts';
import type { World } from './world.ts';

/** What a step can change besides whoever makes it. */
export type Parts = { readonly kase: number; readonly slot: number };

type Place = Pick<Run, 'state' | 'ticket'> | undefined;

const definitionOf = ({ definitions }: World, run: Run): Definition => {
  const definition = definitions[run.definition];
  if (!definition) throw new Error(`There is no definition ${run.definition}`);
  return definition;
};

/** The run goes to its next place, or ends. */
const moved = (kase: Case, run: Run, place: Place): Case => {
  const { firesAt: _, ...rest } = run;
  const runs = kase.runs.filter((other) => other !== run);
  if (!place) return { ...kase, runs, ended: [...kase.ended, run.run].toSorted((a, b) => a - b) };
  return {
    ...kase,
    runs: inOrder([...runs, { ...rest, ...place, phase: 'due', task: run.task + (run.phase === 'waiting' ? 1 : 0) }]),
  };
};
const changed = (kase: Case, run: Run, change: Partial<Run>): Case => ({
  ...kase,
  runs: inOrder(kase.runs.map((other) => (other === run ? { ...run, ...change } : other))),
});
const inOrder = (runs: readonly Run[]): Run[] => runs.toSorted((a, b) => a.run - b.run);

/** StartExecution: a run that lives with the same input answers as if it had just been started. */
export const started = async (
  kase: Case,
  { name, input, deployed }: { name: string; input: string; deployed: number },
  world: World,
): Promise<{ kase: Case; isOver: boolean }> => {
  const number = Number(name.split('-').at(-1));
  const living = kase.runs.find(({ run }) => run === number);
  if (living) return { kase, isOver: living.input !== input };
  if (kase.ended.includes(number)) return { kase, isOver: true };
  const definition = world.definitions[deployed];
  const place = definition && (await begun(definition, input));
  if (!place) return { kase: { ...kase, ended: [...kase.ended, number] }, isOver: false };
  const run: Run = { run: number, definition: deployed, input, ...place, phase: 'due', task: 0 };
  return { kase: { ...kase, runs: inOrder([...kase.runs, run]) }, isOver: false };
};

type Signal = {
  readonly taskToken?: string;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
};

/** SendTaskSuccess or SendTaskFailure; nothing if the token's task has ended. */
export const signalled = async (kase: Case, signal: Signal, world: World): Promise<Case | undefined> => {
  const run = kase.runs.find((one) => one.phase === 'waiting' && tokenOf(one) === signal.taskToken);
  if (!run) return undefined;
  const definition = definitionOf(world, run);
  const { output, error = '', cause } = signal;
  return moved(
    kase,
    run,
    output === undefined
      ? await failed(definition, run, error, cause)
      : await succeeded(definition, run, JSON.parse(output)),
  );
};

/** The duty has answered, or (a fault, or its process died) it is called again. */
export const entered = async (
  kase: Case,
  { run: number, result }: { run: number | undefined; result: Ticket | undefined },
  world: World,
): Promise<Case> => {
  const run = kase.runs.find((one) => one.run === number && one.phase === 'working');
  if (!run) return kase;
  if (!result) return changed(kase, run, { phase: 'due' });
  return moved(kase, run, await succeeded(definitionOf(world, run), run, result));
};

/** The timer of a wait has run out. */
export const timedOut = async (kase: Case, run: Run, world: World): Promise<Case> =>
  moved(kase, run, await failed(definitionOf(world, run), run, 'States.Timeout'));

export const killed = (kase: Case, run: Run): Case => moved(kase, run, undefined);

/**
 * The task of a state that is due: the token is left (`isLost`: and the machine is not told so, and tries again with another),
 * the table is looked at, or the duty is to be called.
 */
export const begunTask = async (
  kase: Case,
  run: Run,
  { now, isLost, world }: { now: Instant; isLost: boolean; world: World },
): Promise<{ kase: Case; hasLeftToken: boolean }> => {
  const definition = definitionOf(world, run);
  const kind = kindOf(definition, run);
  if (kind === 'duty') return { kase: changed(kase, run, { phase: 'working' }), hasLeftToken: false };
  const input = await argumentsOf(definition, run, tokenOf(run));
  const command = kind === 'wait' ? 'UpdateItemCommand' : 'GetItemCommand';
  const { items, answer } = execute(kase.items, { command, input });
  const after = { ...kase, items };
  if (kind === 'look') {
    if (!('output' in answer)) throw new Error('A look at the table is always answered');
    return { kase: moved(after, run, await succeeded(definition, run, answer.output as never)), hasLeftToken: false };
  }
  if ('fault' in answer) {
    const error = 'DynamoDb.ConditionalCheckFailedException';
    return { kase: moved(after, run, await failed(definition, run, error)), hasLeftToken: false };
  }
  const waiting = { phase: 'waiting' as const, firesAt: await timerOf(definition, run, now) };
  return { kase: changed(after, run, isLost ? { task: run.task + 1 } : waiting), hasLeftToken: true };
};
