import { beforeEach, describe, expect, test } from 'vitest';
import { announce, cutFrom, redact, type Scan } from '../../../domain/scan.ts';
import { changeScan } from '../../../functions/change-scan.ts';
import { type DevelopScansNeeds, developOne, run } from '../../../functions/scheduled/develop-scans.ts';
import { MemoryPageMaker } from '../../support/memory/memory-pictures.ts';
import { agreed, createWorld, type World } from '../../support/world.ts';

const ID = 'SCAN';
const BY = { username: 'secretary.harbour', role: 'secretary', unit: 'harbour' };

describe('The darkroom', () => {
  let world: World;
  let needs: DevelopScansNeeds;
  beforeEach(async () => {
    world = await createWorld();
    needs = { ...world, malwareCheck: world.pictures, pageMaker: new MemoryPageMaker() };
    await world.scans.add(
      announce({ city: world.city, id: ID, name: 'a.png', type: 'image/png', size: 9 }, world.clock.now()),
    );
  });
  const scan = async (): Promise<Scan> => {
    const found = await world.scans.find(world.city, ID);
    if (!found) throw new Error('The scan is there');
    return found;
  };
  const receive = (text: string) => world.pictures.receive(world.city, ID, Buffer.from(text));
  const runAfter = (minutes: number) => {
    world.clock.forward(minutes);
    return run(needs);
  };

  test('develops at once what it is asked for, and rests then', async () => {
    receive('2');
    await developOne({ city: world.city, scan: ID }, needs);
    expect(await scan()).toMatchObject({ state: 'ready', made: { edition: 1 }, pages: [{}, {}] });
    expect((await scan()).dueAt).toBeUndefined();
    expect(await runAfter(600)).toEqual({ ready: 0, refused: 0, failed: 0 });
    await developOne({ city: world.city, scan: 'NONE' }, needs);
  });

  test('waits half an hour for a file that does not come', async () => {
    expect(await runAfter(5)).toEqual({ ready: 0, refused: 0, failed: 0 });
    expect(await scan()).toMatchObject({ state: 'arriving' });
    expect(await runAfter(30)).toMatchObject({ refused: 1 });
    expect(await scan()).toMatchObject({ state: 'refused', fault: 'never-arrived' });
  });

  test('opens no file before it was searched for malware, and refuses an infected one unopened', async () => {
    receive('thrown');
    world.pictures.found = undefined;
    await runAfter(1);
    expect(await scan()).toMatchObject({ state: 'being-looked-at', tries: 0 });
    world.pictures.found = 'infected';
    expect(await runAfter(1)).toMatchObject({ refused: 1 });
    expect(await scan()).toMatchObject({ state: 'refused', fault: 'infected', pages: [] });
  });

  test('refuses after a day what nobody could search', async () => {
    receive('1');
    world.pictures.found = undefined;
    await runAfter(60);
    await runAfter(24 * 60);
    expect(await scan()).toMatchObject({ state: 'refused', fault: 'not-checked' });
  });

  test('refuses a file that ends run after run, and stores nothing of it', async () => {
    receive('thrown');
    for (const failed of [1, 1, 1]) expect(await runAfter(10)).toMatchObject({ failed });
    expect(await runAfter(10)).toMatchObject({ failed: 0, refused: 1 });
    expect(await scan()).toMatchObject({ state: 'refused', fault: 'too-hard' });
    expect([...world.pictures.files.keys()]).toEqual([`${world.city}/documents/${ID}`]);
  });

  test('leaves to another run what that has taken up', async () => {
    receive('1');
    const [first, second] = await Promise.all([runAfter(1), run(needs)]);
    expect(first.ready + second.ready).toBe(1);
  });

  test('makes what was wanted while it worked, and shows no edition with less blacked out', async () => {
    receive('1');
    await runAfter(1);
    const change = async (rule: Parameters<typeof changeScan>[2]) =>
      agreed(await changeScan(world.city, ID, rule, world.scans));
    const box = { page: 1, x: 5, y: 6, width: 7, height: 8 };
    const at = world.clock.now();
    await change((now) => cutFrom(now, [box], at));
    const maker = new MemoryPageMaker();
    const editions: string[][] = [];
    const pageMaker = {
      read: maker.read,
      show: async (job: Parameters<MemoryPageMaker['show']>[0]) => {
        editions.push([...world.pictures.files.keys()].filter((key) => key.includes('/shown/')));
        if (editions.length === 1) {
          await change((now) => redact(now, { edition: 1, blackouts: [{ ...box, reason: 'health' }] }, { ...BY, at }));
        }
        return maker.show(job);
      },
    };
    await run({ ...needs, pageMaker });
    expect(editions).toHaveLength(2);
    expect(await scan()).toMatchObject({ edition: 2, made: { edition: 2, boxes: [box] } });
    const shown = [...world.pictures.files.entries()].filter(([key]) => key.includes('/shown/'));
    expect(shown.map(([key]) => key).filter((key) => !key.includes(`/${ID}/2/`))).toEqual([]);
    expect(shown.map(([, file]) => Buffer.from(file).toString())).toContain('cut 5,6 of page 1 -5,6');
  });
});
