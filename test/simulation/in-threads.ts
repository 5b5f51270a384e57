import { Worker } from 'node:worker_threads';
import { type Simulated, simulate } from './simulate.ts';
import { sumOf } from './tally.ts';

/** How far the worlds have come that are played, all threads together. */
export type OnProgress = (lives: number, failures: number) => void;
type Sofar = { readonly lives: number; readonly failures: number };
export type Message = Sofar | { readonly done: Simulated };

/** The same worlds as `simulate` plays, shared out to so many threads: what is found does not depend on their number. */
export const simulateInThreads = async (
  { seed, lives, threads, within }: { seed: string; lives: number; threads: number; within?: number | undefined },
  onProgress: OnProgress,
): Promise<Simulated> => {
  const onWorld = (sofar: Sofar) => onProgress(sofar.lives, sofar.failures);
  if (threads === 1) return simulate({ seed, lives }, { within, onWorld });
  const sofar = Array.from({ length: threads }, (): Sofar => ({ lives: 0, failures: 0 }));
  const sum = (of: 'lives' | 'failures') => sofar.reduce((total, one) => total + one[of], 0);
  const shares = sofar.map((_, first) =>
    inThread({ seed, lives, first, step: threads, within }, (share) => {
      sofar[first] = share;
      onProgress(sum('lives'), sum('failures'));
    }),
  );
  const done = await Promise.all(shares);
  const failures = done.flatMap((share) => share.failures).toSorted((a, b) => a.world - b.world);
  return { ...sumOf(done), lives: done.reduce((total, share) => total + share.lives, 0), failures };
};

/** A world leaves much behind that is soon of no use; little room for it would cost a tenth of the time. */
const YOUNG_MEGABYTES = 64;

const inThread = (
  share: { seed: string; lives: number; first: number; step: number; within: number | undefined },
  onShare: (share: Sofar) => void,
): Promise<Simulated> =>
  new Promise((resolve, reject) => {
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MEGABYTES };
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: share, resourceLimits });
    worker.on('message', (message: Message) => ('done' in message ? resolve(message.done) : onShare(message)));
    worker.once('error', reject);
  });
