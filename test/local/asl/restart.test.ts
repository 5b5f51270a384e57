import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSqliteStore } from '../../../local/asl/sqlite-store.ts';
import type { Store } from '../../../local/asl/store.ts';
import { CALLBACK, FUNCTION, Lab, MACHINE, NINE, silent } from './lab.ts';

const callback = { Type: 'Task', Resource: CALLBACK, Arguments: {}, TimeoutSeconds: 100, End: true };

let folder: string;
let store: Store;
const open = () => {
  store = openSqliteStore(join(folder, 'workflows.sqlite'));
  return store;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'asl-'));
});
afterEach(async () => {
  store.close();
  await rm(folder, { recursive: true });
});

/** The process ends; another one opens the same file. */
const reopen = (before: Lab) => {
  store.close();
  const after = new Lab(before.answer, open());
  after.clock.moveTo(before.clock.now());
  return after;
};

describe('after a restart on the same file', () => {
  it('an open callback still counts, and its call is not sent again', async () => {
    const before = new Lab(() => ({}), open());
    const arn = await before.start({ Wait: callback });
    const after = reopen(before);
    await after.engine.tick();
    await after.engine.idle();
    expect(after.calls).toEqual([]);
    await after.engine.sendTaskSuccess(before.tokens()[0] ?? '', '"late but true"');
    expect(after.engine.execution(arn)).toMatchObject({ status: 'SUCCEEDED', output: 'late but true' });
  });

  it('a call without an answer is sent again with the same token', async () => {
    const before = new Lab(() => new Promise(() => {}), open());
    before.engine.registerMachine(
      MACHINE,
      JSON.stringify({ StartAt: 'Work', States: { Work: { Type: 'Task', Resource: FUNCTION, End: true } } }),
    );
    const { arn } = before.engine.startExecution({ machineArn: MACHINE, name: 'life', input: '7' });
    while (before.calls.length === 0) await Promise.resolve();
    const after = reopen(before);
    after.answer = ({ args }) => args;
    await after.engine.tick();
    await after.engine.idle();
    expect(after.tokens()).toEqual(before.tokens());
    expect(after.engine.execution(arn)).toMatchObject({ status: 'SUCCEEDED', output: 7 });
  });

  it('timers that came due meanwhile fire', async () => {
    const before = new Lab(silent, open());
    const arn = await before.start({ Wait: callback });
    const after = reopen(before);
    expect(after.engine.nextWake()).toBe(NINE + 100_000);
    await after.pass(3600);
    expect(after.engine.execution(arn)).toMatchObject({ status: 'FAILED', stoppedAt: NINE + 3_600_000 });
  });

  it('machines, histories and refused names are still there', async () => {
    const before = new Lab(silent, open());
    const arn = await before.start({ Done: { Type: 'Succeed' } });
    const history = before.engine.history(arn);
    const after = reopen(before);
    expect(after.engine.history(arn)).toEqual(history);
    expect(after.engine.machines()).toEqual([expect.objectContaining({ arn: MACHINE })]);
    const again = () => after.engine.startExecution({ machineArn: MACHINE, name: 'life', input: '{}' });
    expect(again).toThrow('Execution Already Exists');
  });
});

describe('when the disk is full', () => {
  it('no call is sent that could not be saved, and the next tick makes up for it', async () => {
    const { save } = open();
    const full = vi.spyOn(store, 'save').mockImplementation((execution, events, schedule) => {
      if (execution.root.activity.kind === 'task') throw new Error('disk full');
      save(execution, events, schedule);
    });
    const lab = new Lab(() => 7, store);
    const arn = await lab.start({ Work: { Type: 'Task', Resource: FUNCTION, End: true } });
    expect([lab.calls, lab.engine.execution(arn).status]).toEqual([[], 'RUNNING']);
    full.mockRestore();
    await lab.pass(0);
    expect(lab.engine.execution(arn)).toMatchObject({ status: 'SUCCEEDED', output: 7 });
  });
});

describe('the store', () => {
  it('keeps the document and the history of a save together', () => {
    open();
    const lab = new Lab(silent, store);
    lab.engine.registerMachine(MACHINE, JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Succeed' } } }));
    const execution = lab.engine.startExecution({ machineArn: MACHINE, name: 'life', input: '1' });
    const [first] = store.events(execution.arn, { limit: 1, newestFirst: false });
    const broken = { ...execution, status: 'ABORTED' as const };
    const events = first ? [first] : [];
    expect(() => store.save(broken, events, { wake: undefined, pending: false })).toThrow('UNIQUE');
    expect(store.load(execution.arn)?.status).toBe('RUNNING');
  });
});
