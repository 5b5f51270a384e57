import { Worker } from 'node:worker_threads';
import { type Simulated, simulate } from './simulate.ts';
import { sumOf } from './tally.ts';

/** The same worlds as `simulate` plays, shared out to so many threads: what is found does not depend on their number. */
export const simulateInThreads = async (seed: string, lives: number, threads: number): Promise<Simulated> => {
  if (threads === 1) return simulate({ seed, lives });
  const shares = Array.from({ length: threads }, (_, first) => inThread({ seed, lives, first, step: threads }));
  const done = await Promise.all(shares);
  const failures = done.flatMap((share) => share.failures).toSorted((a, b) => a.world - b.world);
  return { ...sumOf(done), lives: done.reduce((sum, share) => sum + share.lives, 0), failures };
};

const inThread = (share: { seed: string; lives: number; first: number; step: number }): Promise<Simulated> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: share });
    worker.once('message', resolve).once('error', reject);
  });
