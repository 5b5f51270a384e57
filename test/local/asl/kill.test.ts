import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCaseFile, type ReplayCase } from '../../../local/asl/case-file.ts';
import { compare } from '../../../local/asl/compare.ts';
import { createEngine } from '../../../local/asl/engine.ts';
import { MACHINE, newStage, playOut, startCase } from '../../../local/asl/replay-case.ts';
import type { Store } from '../../../local/asl/store.ts';

const OWN = 'test/conformance/asl-cases.json';
const SHARED = process.env.ASL_CASES ?? '../shared/conformance/asl-cases.json';

class Killed extends Error {}

/** A store of a process that dies at its nth save: just before it, or just after. */
function dyingStore(store: Store, nth: number, when: 'before' | 'after'): { store: Store; saves: () => number } {
  let saves = 0;
  let dead = false;
  const alive =
    <A extends unknown[], T>(method: (...args: A) => T) =>
    (...args: A): T => {
      if (dead) throw new Killed();
      return method(...args);
    };
  const save: Store['save'] = (...args) => {
    saves += 1;
    dead = saves === nth;
    if (!dead || when === 'after') store.save(...args);
    if (dead) throw new Killed();
  };
  return {
    saves: () => saves,
    store: {
      putMachine: alive(store.putMachine),
      machine: alive(store.machine),
      machines: alive(store.machines),
      definition: alive(store.definition),
      save: alive(save),
      load: alive(store.load),
      executions: alive(store.executions),
      events: alive(store.events),
      forget: alive(store.forget),
      pending: alive(store.pending),
      due: alive(store.due),
      nextWake: alive(store.nextWake),
      close: alive(store.close),
    },
  };
}

const endsWith = (error: unknown) => {
  if (!(error instanceof Killed)) throw error;
};

/** Plays a case in a process that dies at the nth save, then in a second one on the same store. */
async function playTwice(given: ReplayCase, nth: number, when: 'before' | 'after') {
  const { store, clock, services } = newStage(given);
  const dying = dyingStore(store, nth, when);
  const parts = { clock, dispatch: services, report: endsWith };
  const first = createEngine({ ...parts, store: dying.store });
  try {
    await playOut(first, clock, services, startCase(first, given));
  } catch (error) {
    endsWith(error);
  }
  await first.idle();
  const second = createEngine({ ...parts, store });
  // Whoever started it and got no answer starts it again; the same name and input are the same execution.
  const arn = second.executions({ machineArn: MACHINE })[0]?.arn ?? startCase(second, given);
  await second.tick();
  await playOut(second, clock, services, arn);
  const problems = compare(given.expect, { execution: second.execution(arn), history: second.history(arn) });
  store.close();
  return { problems, saves: dying.saves() };
}

async function killEverywhere(given: ReplayCase): Promise<string[]> {
  const found: string[] = [];
  for (const when of ['before', 'after'] as const) {
    for (let nth = 1; ; nth++) {
      const { problems, saves } = await playTwice(given, nth, when);
      if (saves < nth) break;
      found.push(...problems.map((problem) => `${given.id}, killed ${when} save ${nth}: ${problem}`));
    }
  }
  return found;
}

async function killAll(path: string): Promise<string[]> {
  const found: string[] = [];
  for (const given of parseCaseFile(readFileSync(path, 'utf8')).cases ?? [])
    found.push(...(await killEverywhere(given)));
  return found;
}

describe('killing the process at any save', () => {
  it('changes no outcome of our own cases', async () => {
    expect(await killAll(OWN)).toEqual([]);
  });

  it.skipIf(!existsSync(SHARED))('changes no outcome of the recorded cases', { timeout: 300_000 }, async () => {
    expect(await killAll(SHARED)).toEqual([]);
  });
});
