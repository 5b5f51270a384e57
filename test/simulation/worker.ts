import './quiet.ts';
import { parentPort, workerData } from 'node:worker_threads';
import type { Message } from './in-threads.ts';
import { simulate } from './simulate.ts';

/** One thread's share of the worlds of a seed. */
const { seed, lives, ...share } = workerData;
const tell = (message: Message): void => parentPort?.postMessage(message);
tell({ done: await simulate({ seed, lives }, { ...share, onWorld: tell }) });
