import { describe, expect, it } from 'vitest';
import { ChildPageMaker } from '../../../adapters/images/child-page-maker.ts';
import { fromJpeg } from '../../../adapters/images/codecs.ts';
import { announce } from '../../../domain/scan.ts';
import { developOne } from '../../../functions/scheduled/develop-scans.ts';
import { goodFiles, HOSTILE_KINDS, hostileFiles, MARK, type TestFile } from '../../support/hostile-files.ts';
import { createWorld } from '../../support/world.ts';

const PROGRAM = new URL('../../../adapters/images/page-process.ts', import.meta.url).pathname;
const SEED = 20260608;
const OF_EACH = 12;

const maker = new ChildPageMaker(PROGRAM);
const impatient = new ChildPageMaker(PROGRAM, { mostMs: 20_000 });

type Seen = { readonly name: string; readonly fault?: string; readonly pages: number };

/** Reads all, two at a time, and looks at every picture that came out: nothing of the file but its pixels is in it. */
const readAll = async (files: readonly TestFile[], by = maker): Promise<Seen[]> => {
  const seen: Seen[] = [];
  const queue = [...files];
  const work = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      const read = await by.read(file.bytes, file.announced);
      const pages = 'pages' in read ? read.pages : [];
      for (const { page, small } of pages) {
        for (const picture of [page, small]) {
          expect(Buffer.from(picture).includes(MARK), file.name).toBe(false);
          expect(segmentsOf(picture), file.name).not.toContain(0xe1);
          expect(Math.max(...sidesOf(await fromJpeg(picture)))).toBeLessThanOrEqual(2000);
        }
      }
      seen.push({ name: file.name, pages: pages.length, ...('fault' in read && { fault: read.fault }) });
    }
  };
  await Promise.all([work(), work()]);
  return seen;
};

const sidesOf = ({ width, height }: { width: number; height: number }) => [width, height];

/** The markers of a JPEG's segments before its pixels. */
const segmentsOf = (jpeg: Uint8Array): number[] => {
  const file = Buffer.from(jpeg);
  const markers: number[] = [];
  for (let at = 2; file[at + 1] !== 0xda; at += 2 + file.readUInt16BE(at + 2)) markers.push(file[at + 1] ?? 0);
  return markers;
};

const namesOf = (seen: readonly Seen[], of: (one: Seen) => boolean) => seen.filter(of).map(({ name }) => name);

describe('Hostile files', { timeout: 300_000 }, () => {
  const FAULTS = { truncated: ['damaged', 'not-its-type'], 'wrong-type': ['not-its-type'], huge: ['too-many-pixels'] };

  it.each(['truncated', 'wrong-type', 'huge'] as const)('that are %s are refused, every one', async (kind) => {
    const seen = await readAll(await hostileFiles(kind, OF_EACH, SEED));
    expect(seen).toHaveLength(OF_EACH);
    expect(namesOf(seen, ({ fault }) => !FAULTS[kind].includes(fault ?? ''))).toEqual([]);
  });

  it('that tell where somebody was are shown without it, every one', async () => {
    const seen = await readAll(await hostileFiles('position', OF_EACH, SEED));
    expect(namesOf(seen, ({ pages }) => pages === 0)).toEqual([]);
    expect(seen).toHaveLength(OF_EACH);
  });

  it('that are two things at once are refused, or nothing is left of the other', async () => {
    const seen = await readAll(await hostileFiles('polyglot', OF_EACH, SEED));
    expect(seen).toHaveLength(OF_EACH);
    expect(namesOf(seen, ({ fault }) => fault !== undefined).length).toBeGreaterThan(0);
  });

  it('that unpack to very much end no other process, and good files pass in the same run', async () => {
    const bombs = await hostileFiles('bomb', OF_EACH, SEED);
    const good = await goodFiles(SEED);
    const seen = await readAll([...bombs, ...good], impatient);
    expect(namesOf(seen, ({ name, pages }) => name.startsWith('good') && pages === 0)).toEqual([]);
    expect(seen).toHaveLength(bombs.length + good.length);
  });

  it('leave nothing half done in the bucket, between good ones in the same run', async () => {
    const world = await createWorld();
    const needs = { ...world, malwareCheck: world.pictures, pageMaker: impatient };
    const bad = await Promise.all(HOSTILE_KINDS.map((kind) => hostileFiles(kind, 3, SEED + 1)));
    const files = [...bad.flat(), ...(await goodFiles(SEED + 1))];
    for (const { name, announced, bytes } of files) {
      const id = name.replaceAll(' ', '-');
      const file = { city: world.city, id, name, type: announced, size: bytes.length };
      await world.scans.add(announce(file, world.clock.now()));
      world.pictures.receive(world.city, id, bytes);
      await developOne({ city: world.city, scan: id }, needs);
    }
    for (const { name } of files) {
      const id = name.replaceAll(' ', '-');
      const scan = await world.scans.find(world.city, id);
      const stored = [...world.pictures.files.keys()].filter((key) => key.includes(`/${id}/`));
      const pages = scan?.state === 'ready' ? scan.pages.length : 0;
      expect([name, stored.length]).toEqual([name, pages * 4]);
      expect([name, scan?.state]).toEqual([name, pages > 0 ? 'ready' : 'refused']);
      if (name.startsWith('good')) expect([name, pages > 0]).toEqual([name, true]);
    }
  });

  it('are the same ones for the same seed', async () => {
    for (const kind of HOSTILE_KINDS.filter((one) => one !== 'bomb' && one !== 'position')) {
      const sizes = async () => (await hostileFiles(kind, 3, SEED)).map(({ bytes }) => bytes.length);
      expect(await sizes()).toEqual(await sizes());
    }
  });
});
