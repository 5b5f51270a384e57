import '../simulation/quiet.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { TaskError } from '../../local/asl/errors.ts';
import { fingerprintOf, keptDefinitions, today } from './definitions.ts';
import { readBeside } from './final-record.ts';
import { LIVES } from './lives.ts';
import type { Around } from './machine.ts';
import type { Step } from './one-life.ts';
import { type Played, playLife } from './play-life.ts';
import { withOtherNames, withoutLastReminder } from './rehearsals.ts';

/** A duty that fails once is done again within seconds; a step that a definition does not know is found by the sweeper. */
const LATE_MINUTES = 6;
const TODAY = JSON.stringify(today());

const kept = keptDefinitions();
const undisturbed = new Map<string, Played>();

beforeAll(async () => {
  for (const [life, steps] of Object.entries(LIVES)) undisturbed.set(life, await playLife(steps));
}, 60_000);

test("Today's definition is kept among those whose executions must finish", () => {
  const isKept = [...kept.values()].some((definition) => fingerprintOf(definition) === fingerprintOf(today()));
  expect(isKept, 'Keep it: npx node test/disposable/definitions.ts').toBe(true);
});

test('A definition is kept under its own fingerprint', () => {
  for (const [name, definition] of kept) expect(name).toContain(fingerprintOf(definition));
});

/**
 * Plays a life that begins under one definition; at a stand another one is deployed, and the next call that the old execution
 * makes from within its state fails once.
 */
const replacedAt = async (life: string, wanted: number, { from, to }: { from: string; to: string }) => {
  const steps = LIVES[life] ?? [];
  const inFlight = new Set<string>();
  let failsOnce = false;
  const around: Around = (site, call) => {
    if (!failsOnce || !site.startsWith('machine.')) return call();
    failsOnce = false;
    inFlight.add(site.replace('machine.', ''));
    throw new TaskError('DynamoDb.SdkClientException', '');
  };
  const { record } = await playLife(
    steps,
    async (office, _, stand) => {
      if (stand !== wanted) return;
      for (const { status, root } of office.machine.store.executions())
        if (status === 'RUNNING') inFlight.add(root.state);
      office.machine.deploy(to);
      office.trouble();
      failsOnce = true;
    },
    { around, definition: from },
  );
  const usual = undisturbed.get(life)?.record;
  expect(readBeside(record, usual, LATE_MINUTES), `${life}, stand ${wanted}`).toEqual(usual);
  return inFlight;
};

type Definitions = { readonly from: string; readonly to: string };
type Stands = (steps: readonly Step[]) => Iterable<number>;

/** @returns the states in which executions were when the definition was replaced, or soon after */
const replaced = async (definitions: Definitions, standsOf: Stands = (steps) => steps.keys()): Promise<Set<string>> => {
  const inFlight = new Set<string>();
  for (const [life, steps] of Object.entries(LIVES))
    for (const stand of standsOf(steps))
      for (const state of await replacedAt(life, stand, definitions)) inFlight.add(state);
  return inFlight;
};

describe.each([...kept])('A request that began under the definition %s', (_, definition) => {
  test('finishes under the code of today, in whatever state it was when that came', async () => {
    const inFlight = await replaced({ from: JSON.stringify(definition), to: TODAY });
    const tasks = Object.entries(definition.States).filter(([, { Type }]) => Type === 'Task');
    // An execution looks again only if a decision has overtaken it, which the matrix of faults sees to.
    expect(inFlight).toEqual(new Set(tasks.map(([name]) => name).filter((name) => name !== 'Look again')));
  }, 60_000);
});

describe('A request', () => {
  test('survives that every state gets another name', async () => {
    await replaced({ from: withOtherNames(), to: TODAY });
  }, 60_000);

  test('survives that a step is added which its execution does not know', async () => {
    // Who has a turn already was led on by the rules that know the step: before them, it could not be deployed.
    const beforeReminders: Stands = (steps) => {
      const turn = steps.findIndex((step) => step === 'give-turn' || step === 'accept-offer');
      return turn < 0 ? steps.keys() : Array.from({ length: turn + 2 }, (_, stand) => stand);
    };
    await replaced({ from: withoutLastReminder(), to: TODAY }, beforeReminders);
  }, 60_000);

  test('survives that a definition is taken back to one which does not know its step', async () => {
    await replaced({ from: TODAY, to: withoutLastReminder() });
  }, 60_000);
});
