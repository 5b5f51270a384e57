import { countEvents } from '../count-events.ts';
import { DevelopScansEnv, parseEnv } from '../env.ts';
import { AskedScan, type Developed, developOne, run } from '../scheduled/develop-scans.ts';
import { developScansNeeds } from '../wiring/develop-scans-needs.ts';

const needs = developScansNeeds(parseEnv(DevelopScansEnv));

/** Called for one scan that somebody waits for; or by the schedule, which names none. */
export const handler = async (event: unknown): Promise<Developed | undefined> => {
  const asked = AskedScan.safeParse(event);
  if (asked.success) {
    await developOne(asked.data, needs);
    return undefined;
  }
  const sums = await run(needs);
  countEvents({ ScansFailed: sums.failed });
  return sums;
};
