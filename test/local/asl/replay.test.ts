import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replayFile } from '../../../local/asl/replay.ts';

const OWN = 'test/conformance/asl-cases.json';
const SHARED = process.env.ASL_CASES ?? '../shared/conformance/asl-cases.json';

const pass = { QueryLanguage: 'JSONata', StartAt: 'A', States: { A: { Type: 'Pass', End: true } } };
const task = {
  StartAt: 'A',
  States: { A: { Type: 'Task', Resource: 'arn:aws:states:::sns:publish', Arguments: {}, End: true } },
};

/** The problem that a case with this definition and expectation is reported with. */
async function why(expected: object, definition: object = pass, tasks: object = {}): Promise<string | undefined> {
  const given = { id: 'it', definition, tasks, input: { a: 1 }, expect: expected };
  const { failed } = await replayFile(JSON.stringify({ format: 'asl-cases/1', cases: [given] }));
  return failed[0]?.why;
}

describe('replaying a case file', () => {
  it('passes our own cases', async () => {
    expect(await replayFile(readFileSync(OWN, 'utf8'))).toEqual({ passed: 10, failed: [] });
  });

  it.skipIf(!existsSync(SHARED))('passes the cases recorded against AWS', async () => {
    expect(await replayFile(readFileSync(SHARED, 'utf8'))).toEqual({ passed: 222, failed: [] });
  });

  it('finds a wrong status, output, error, cause and duration', async () => {
    const succeeded = { status: 'SUCCEEDED', output: { a: 1 } };
    expect(await why(succeeded)).toBeUndefined();
    expect(await why({ ...succeeded, status: 'FAILED' })).toContain('status');
    expect(await why({ ...succeeded, output: { a: 2 } })).toContain('output');
    expect(await why({ ...succeeded, output: { a: 1, b: null } })).toContain('output');
    expect(await why({ ...succeeded, error: 'E' })).toContain('error');
    expect(await why({ ...succeeded, cause: 'C' })).toContain('cause');
    expect(await why({ ...succeeded, elapsedSeconds: 1 })).toContain('elapsed');
  });

  it('takes anything for «any», and compares texts that are JSON as JSON', async () => {
    expect(await why({ status: 'SUCCEEDED', output: { a: '«any»' } })).toBeUndefined();
    const text = { ...pass, States: { A: { Type: 'Pass', Output: '{"b":1, "a":[2]}', End: true } } };
    expect(await why({ status: 'SUCCEEDED', output: '{"a":[2],"b":1.0}' }, text)).toBeUndefined();
    expect(await why({ status: 'SUCCEEDED', output: '{"a":[2],"b":2}' }, text)).toContain('output');
  });

  it('finds missing, surplus and misplaced state events', async () => {
    const entered = { type: 'PassStateEntered', name: 'A', input: { a: 1 } };
    const exited = { type: 'PassStateExited', name: 'A', output: { a: 1 } };
    const expecting = (states: object[], more: object) => why({ status: 'SUCCEEDED', states, ...more });
    expect(await expecting([entered, exited], { statesOrdered: true })).toBeUndefined();
    expect(await expecting([exited, entered], { statesOrdered: true })).toContain('state event 0');
    expect(await expecting([exited, entered], { statesOrdered: false })).toBeUndefined();
    expect(await expecting([entered], { statesOrdered: true })).toContain('unexpected');
    expect(await expecting([entered], { statesOrdered: true, statesPartial: true })).toBeUndefined();
    expect(await expecting([exited], { statesOrdered: false })).toContain('unexpected');
    expect(await expecting([exited], { statesOrdered: false, statesPartial: true })).toBeUndefined();
    expect(await expecting([{ ...exited, name: 'B' }], { statesOrdered: false, statesPartial: true })).toContain(
      'missing',
    );
  });

  it('finds calls that were not expected, or not made, or made at the wrong time', async () => {
    const tasks = { A: [{ kind: 'succeed', output: 1 }] };
    const expecting = (more: object) => why({ status: 'SUCCEEDED', ...more }, task, tasks);
    expect(await expecting({ scheduled: [{ state: 'A', parameters: {} }], scheduledCount: 1 })).toBeUndefined();
    expect(await expecting({ scheduled: [] })).toContain('scheduled');
    expect(await expecting({ scheduled: [{ state: 'A', parameters: { b: 1 } }] })).toContain('not scheduled');
    expect(await expecting({ scheduled: [{ state: 'A', timeoutInSeconds: 5 }] })).toContain('not scheduled');
    expect(await expecting({ scheduledCount: 2 })).toContain('1 times, expected 2');
    expect(await expecting({ retryDelaysSeconds: [1] })).toContain('retry delays');
  });

  it('reports what it cannot run as failed', async () => {
    expect(await why({ status: 'SUCCEEDED' }, { StartAt: 'B', States: {} })).toContain("There is no state 'B'");
    expect(await why({ status: 'SUCCEEDED' }, task)).toContain('does not say');
  });

  it('holds definitions against the lint', async () => {
    const definitions = [
      { id: 'wrongly valid', valid: true, definition: { ...pass, StartAt: 'B' } },
      { id: 'wrongly invalid', valid: false, definition: pass },
    ];
    const { passed, failed } = await replayFile(JSON.stringify({ format: 'asl-cases/1', definitions }));
    expect([passed, failed.map(({ id }) => id)]).toEqual([0, ['wrongly valid', 'wrongly invalid']]);
  });

  it('refuses a file of another format', async () => {
    await expect(replayFile('{"format":"asl-cases/2"}')).rejects.toThrow('asl-cases/1');
  });
});

describe('the replay script', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'asl-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const script = (...args: string[]) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      const child = execFile(process.execPath, ['local/asl/replay.ts', ...args], (_error, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, stdout, stderr });
      });
    });

  it('prints the result as JSON and exits with 0 when all passed', async () => {
    const { code, stdout } = await script('--cases', OWN, '--json');
    expect([code, JSON.parse(stdout)]).toEqual([0, { passed: 10, failed: [] }]);
  });

  it('exits with 1 when something failed, or when there is nothing to read', async () => {
    const path = join(folder, 'failing.json');
    const definitions = [{ id: 'one', valid: false, definition: pass }];
    await writeFile(path, JSON.stringify({ format: 'asl-cases/1', definitions }));
    const failing = await script('--cases', path, '--json');
    expect([failing.code, JSON.parse(failing.stdout)]).toMatchObject([1, { passed: 0, failed: [{ id: 'one' }] }]);
    const missing = await script('--cases', join(folder, 'none.json'));
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('none.json')]);
    expect((await script()).stderr).toContain('--cases FILE');
  });
});
