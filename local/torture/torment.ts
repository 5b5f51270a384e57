import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { type Dice, diceOf } from '../demo/dice.ts';
import { checkIndexes } from './check-indexes.ts';
import { checkTimers, countCalls } from './check-timers.ts';
import { ItemWriter } from './item-writer.ts';
import { Ledger } from './ledger.ts';
import { BUCKET, CALLS_LOG } from './settings.ts';
import { TimerStarter } from './timer-starter.ts';
import { Uploader } from './uploader.ts';
import { type Life, VictimProcess } from './victim-process.ts';

export type Result = Awaited<ReturnType<typeof torment>>;

export type Torture = {
  readonly folder: string;
  readonly kills: number;
  readonly seed: string;
  /** Told what is under way and each thing that is wrong. */
  readonly tell: (line: string) => void;
};

const WRITERS = 16;
/** What must have been acknowledged at the end, for each kill. */
const PER_KILL = { acknowledged: 1000, uploads: 25, timers: 50 };
const LOOK_EVERY_MS = 50;
const SECOND_MS = 1000;

/**
 * Kills the process again and again while sixteen writers are at it, and holds what is there at the end against what was
 * acknowledged. The seed decides what is written and roughly when it is killed; how the calls interleave is up to the machine.
 */
export const torment = async ({ folder, kills, seed, tell }: Torture) => {
  const dice = diceOf(`${seed} kills`);
  const ledger = new Ledger(tell);
  const victim = new VictimProcess(folder);
  const writers = Array.from({ length: WRITERS }, (_, number) => newWriter(`${number}`, { seed, victim, ledger }));
  const partitions = writers.map(({ items }) => items.partition);
  const startAgain = async (): Promise<Life> => {
    const life = await victim.start();
    if (!life) throw new Error('Nobody has killed the process, yet it is gone.');
    await life.clients.bucket.send(new CreateBucketCommand({ Bucket: BUCKET }));
    await checkIndexes(life.clients.table, partitions, ledger);
    victim.release(life);
    return life;
  };

  let killed = 0;
  const goalsMet = () =>
    killed === kills &&
    ledger.acknowledged >= PER_KILL.acknowledged * kills &&
    ledger.uploads >= PER_KILL.uploads * kills &&
    ledger.timers >= PER_KILL.timers * kills;
  const kill = async () => {
    for (; killed < kills; killed += 1) {
      if (dice(5) === 4) await killDuringStart(victim, dice);
      else {
        await startAgain();
        // Kills are spread over all that is written.
        while (ledger.acknowledged < PER_KILL.acknowledged * killed) await sleep(LOOK_EVERY_MS);
        await killAtWork(victim, dice);
      }
      tell(`kill ${killed + 1}: ${ledger.acknowledged} writes, ${ledger.uploads} uploads, ${ledger.timers} timers`);
    }
    return startAgain();
  };
  try {
    const [{ clients }] = await Promise.all([kill(), ...writers.map(({ work }) => work(goalsMet))]);
    for (const { items, uploads } of writers) {
      await items.check();
      await uploads.check(clients);
    }
    await checkIndexes(clients.table, partitions, ledger);
    const started = writers.flatMap(({ timers }) => timers.started);
    await checkTimers(clients, started, ledger);
  } finally {
    await victim.kill();
  }
  const { acknowledged, uploads, timers, cutOff, faults } = ledger;
  const calls = await countCalls(join(folder, CALLS_LOG));
  return { kills, acknowledged, uploads, timers, ...faults, cutOff, calls };
};

const newWriter = (name: string, { seed, victim, ledger }: { seed: string; victim: VictimProcess; ledger: Ledger }) => {
  const dice = diceOf(`${seed} writer ${name}`);
  const parts = { victim, ledger, dice };
  const items = new ItemWriter(name, parts);
  const uploads = new Uploader(name, parts);
  const timers = new TimerStarter(name, parts);
  const work = async (isOver: () => boolean): Promise<void> => {
    while (!isOver()) {
      const turn = dice(100);
      if (turn < 4) await uploads.upload();
      else if (turn < 11) await timers.start();
      else await items.write();
    }
  };
  return { items, uploads, timers, work };
};

/** Kills at any moment, or shortly after a whole second, when timers fall due. */
const killAtWork = async (victim: VictimProcess, dice: Dice): Promise<void> => {
  await sleep(500 + dice(2500));
  if (dice(2) === 0) await sleep(SECOND_MS - (Date.now() % SECOND_MS) + dice(80));
  await victim.kill();
};

const killDuringStart = async (victim: VictimProcess, dice: Dice): Promise<void> => {
  const started = victim.start();
  await sleep(dice(1200));
  await victim.kill();
  await started;
};
