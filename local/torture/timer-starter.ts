import { CreateScheduleCommand } from '@aws-sdk/client-scheduler';
import { StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Dice } from '../demo/dice.ts';
import type { Clients } from './clients.ts';
import type { Ledger } from './ledger.ts';
import { MACHINE_ARN, SEND_ARN } from './settings.ts';
import type { VictimProcess } from './victim-process.ts';

/** Timers fall due this soon after they were started, on whole seconds, so that many fall due at once. */
const SOONEST_MS = 300;
const WITHIN_MS = 4000;
const SECOND_MS = 1000;

/** How the services say that the same was started before: by the call that a kill cut off. */
const STARTED_BEFORE = ['ExecutionAlreadyExists', 'ConflictException'];

/** Starts timers: executions that wait and then call a function, and schedules that fire once. */
export class TimerStarter {
  readonly started: string[] = [];
  readonly #name: string;
  readonly #victim: VictimProcess;
  readonly #ledger: Ledger;
  readonly #dice: Dice;
  #number = 0;

  constructor(name: string, { victim, ledger, dice }: { victim: VictimProcess; ledger: Ledger; dice: Dice }) {
    this.#name = name;
    this.#victim = victim;
    this.#ledger = ledger;
    this.#dice = dice;
  }

  /** One timer; started again under its name, life after life, until it is acknowledged. */
  async start(): Promise<void> {
    this.#number += 1;
    const timer = `${this.#name}-${this.#number}`;
    const soon = Date.now() + SOONEST_MS + this.#dice(WITHIN_MS);
    const at = new Date(Math.ceil(soon / SECOND_MS) * SECOND_MS).toISOString();
    const begin = this.#dice(3) === 0 ? schedule : execute;
    while ((await this.#victim.attempt((clients) => begin(clients, timer, at))) === 'cut off') this.#ledger.cutOff += 1;
    this.started.push(timer);
    this.#ledger.timers += 1;
  }
}

type Begin = (clients: Clients, timer: string, at: string) => Promise<void>;

const execute: Begin = async ({ engine }, timer, at) => {
  const input = JSON.stringify({ timer, at });
  await unlessStarted(engine.send(new StartExecutionCommand({ stateMachineArn: MACHINE_ARN, name: timer, input })));
};

/** The schedule stays when it is done, so that a second start finds it. */
const schedule: Begin = async ({ scheduler }, timer, at) => {
  const create = new CreateScheduleCommand({
    Name: timer,
    ScheduleExpression: `at(${at.slice(0, 19)})`,
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: {
      Arn: SEND_ARN,
      RoleArn: 'arn:aws:iam::000000000000:role/scheduler',
      Input: JSON.stringify({ timer }),
    },
  });
  await unlessStarted(scheduler.send(create));
};

const unlessStarted = async (call: Promise<unknown>): Promise<void> => {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof Error) || !STARTED_BEFORE.includes(error.name)) throw error;
  }
};
