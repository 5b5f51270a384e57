import * as z from 'zod/mini';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { MalwareCheck } from '../../domain/ports/malware-check.ts';
import type { PageMaker } from '../../domain/ports/page-maker.ts';
import type { Pictures } from '../../domain/ports/pictures.ts';
import type { Scans } from '../../domain/ports/scans.ts';
import {
  inForce,
  isFree,
  isUpToDate,
  readyWith,
  refuseScan,
  type Scan,
  shownAs,
  takeUp,
  waitFor,
} from '../../domain/scan.ts';
import { logFault } from '../log-fault.ts';

export type DevelopScansNeeds = {
  readonly directory: Directory;
  readonly scans: Scans;
  readonly pictures: Pictures;
  readonly malwareCheck: MalwareCheck;
  readonly pageMaker: PageMaker;
  readonly clock: Clock;
};

/** One scan that somebody waits for. */
export const AskedScan = z.object({ city: z.string(), scan: z.string() });

/** Scans whose pictures were made, files that were refused, and those that could not be worked at. */
export type Developed = Readonly<Record<'ready' | 'refused' | 'failed', number>>;

/** One after the other, since each takes most of the function's memory; the next run takes the rest. */
const MOST_PER_RUN = 5;

/** Looks at every file that has arrived, and makes the pictures that are wanted. Whatever ends a run is found by the next. */
export const run = async (needs: DevelopScansNeeds): Promise<Developed> => {
  const sums = { ready: 0, refused: 0, failed: 0 };
  for (const city of await needs.directory.cities()) {
    for (const scan of await needs.scans.due(city, needs.clock.now(), MOST_PER_RUN)) {
      try {
        const after = await develop(scan, needs);
        if (after?.state === 'ready' || after?.state === 'refused') sums[after.state] += 1;
      } catch (fault) {
        logFault('A scan could not be developed', fault, { scan: scan.id });
        sums.failed += 1;
      }
    }
  }
  return sums;
};

/** One scan, as soon as somebody asks for it. */
export const developOne = async (
  { city, scan: id }: z.infer<typeof AskedScan>,
  needs: DevelopScansNeeds,
): Promise<void> => {
  const scan = await needs.scans.find(city, id);
  if (scan && isFree(scan, needs.clock.now())) await develop(scan, needs);
};

/** From where a scan stands to where nothing is left to do. Returns how it stands then, or nothing if another run has it. */
const develop = async (scan: Scan, needs: DevelopScansNeeds): Promise<Scan | undefined> => {
  if (scan.state === 'ready') return show(scan, needs);
  const { scans, pictures, malwareCheck, pageMaker, clock } = needs;
  const file = await pictures.original(scan.city, scan.id);
  if (!file) return saved(waitFor(scan, 'file', clock.now()), scans);
  const verdict = await malwareCheck.verdict(scan.city, scan.id);
  if (verdict === undefined) return saved(waitFor(scan, 'check', clock.now()), scans);
  if (verdict === 'infected') return saved(refuseScan(scan, 'infected'), scans);

  const taken = await saved(takeUp(scan, clock.now()), scans);
  if (taken?.state !== 'being-looked-at') return taken;
  const read = await pageMaker.read(file, scan.type);
  if ('fault' in read) return afterwards(taken, (now) => refuseScan(now, read.fault), scans);
  for (const [index, { page, small }] of read.pages.entries()) {
    const name = { scan: scan.id, edition: 'plain', page: index + 1 } as const;
    await pictures.write(scan.city, name, page);
    await pictures.write(scan.city, { ...name, small: true }, small);
  }
  const sizes = read.pages.map(({ width, height }) => ({ width, height }));
  const ready = await afterwards(taken, (now) => readyWith(now, sizes), scans);
  return ready && show(ready, needs);
};

/** The pictures as citizens see them, of the edition that is wanted now. */
const show = async (scan: Scan, needs: DevelopScansNeeds): Promise<Scan | undefined> => {
  const { scans, pictures, pageMaker, clock } = needs;
  const taken = await saved(takeUp(scan, clock.now()), scans);
  if (!taken) return undefined;
  const { city, id, edition, boxes } = taken;
  const pages = await Promise.all(
    taken.pages.map((_, index) => pictures.read(city, { scan: id, edition: 'plain', page: index + 1 })),
  );
  const shown = await pageMaker.show({ pages, blackouts: inForce(taken), boxes });
  for (const [index, { page, small }] of shown.pages.entries()) {
    await pictures.write(city, { scan: id, edition, page: index + 1 }, page);
    await pictures.write(city, { scan: id, edition, page: index + 1, small: true }, small);
  }
  for (const [index, cut] of shown.cuts.entries()) {
    const box = boxes[index];
    if (box) await pictures.write(city, { scan: id, edition, cut: box }, cut);
  }
  await pictures.dropBefore(city, id, edition);
  const after = await afterwards(taken, (now) => shownAs(now, { edition, boxes }, clock.now()), scans);
  return after && (isUpToDate(after) ? after : show(after, needs));
};

const saved = async (scan: Scan, scans: Scans): Promise<Scan | undefined> =>
  (await scans.save(scan)) ? scan : undefined;

const MOST_RACES = 5;

/** Writes what came out, though others may have written meanwhile: they change other things than what is made here. */
const afterwards = async (taken: Scan, change: (now: Scan) => Scan, scans: Scans): Promise<Scan | undefined> => {
  for (let race = 0, now: Scan | undefined = taken; now && race < MOST_RACES; race += 1) {
    const after = change(now);
    if (await scans.save(after)) return after;
    now = await scans.find(taken.city, taken.id);
  }
  return undefined;
};
