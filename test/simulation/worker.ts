import './quiet.ts';
import { parentPort, workerData } from 'node:worker_threads';
import { simulate } from './simulate.ts';

/** One thread's share of the worlds of a seed. */
const { seed, lives, first, step } = workerData;
parentPort?.postMessage(await simulate({ seed, lives }, { first, step }));
