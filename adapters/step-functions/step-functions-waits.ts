import { backOff, soonAgain } from '../../domain/back-off.ts';
import type { Waits } from '../../domain/ports/workflow.ts';
import { runInputOf } from '../../domain/ticket.ts';
import type { Instant } from '../../domain/time.ts';
import { type CityTable, StoredKey } from '../dynamo/city-table.ts';
import { dueWaits, requestOfPartition, waitKey } from '../dynamo/keys.ts';
import { DUE } from '../dynamo/table.ts';
import { type Machine, signal, start } from './nudges.ts';
import { isInStep, readWait, ticketOfWait, type Wait, WaitItem } from './wait-item.ts';

const switchAsRead = '#expectedBy = :read AND #sweeps = :sweeps';
/** Nobody has published or closed it since. */
const stillClaimed = 'attribute_exists(#expectedBy) AND #sweeps > :none';
const runAndTokenAsRead = '#run = :run AND #taskToken = :token';
const runAsReadWithoutToken = '#run = :run AND attribute_not_exists(#taskToken)';

/** Finds the waits that somebody should have moved by now, and brings their executions back in step. */
export class StepFunctionsWaits implements Waits {
  readonly #table: CityTable;
  readonly #machine: Machine;

  constructor(table: CityTable, machine: Machine) {
    this.#table = table;
    this.#machine = machine;
  }

  async overdue(city: string, until: Instant, limit: number): Promise<readonly string[]> {
    const values = { ':waits': dueWaits(city), ':until': until };
    const due = { index: DUE, keys: '#dueKey = :waits AND #dueAt <= :until', values, limit };
    const { items } = await this.#table.page(due, StoredKey);
    return items.map(({ pk }) => requestOfPartition(pk));
  }

  async claim(city: string, id: string, at: Instant): Promise<boolean> {
    const wait = await readWait(this.#table, city, id);
    if (wait?.expectedBy === undefined || wait.expectedBy > at) return false;
    if (wait.sweeps > 0 && wait.sweepAgainAt !== undefined && wait.sweepAgainAt > at) {
      await this.#setSwitch(wait, wait.sweepAgainAt, wait.sweeps);
      return false;
    }
    // Counted from now: a switch that is long overdue would else be claimed again and again.
    return this.#setSwitch(wait, backOff(wait.sweeps, at), wait.sweeps + 1);
  }

  async #setSwitch({ city, id, expectedBy, sweeps }: Wait, next: Instant, more: number): Promise<boolean> {
    const set = await this.#table.update(
      waitKey(city, id),
      {
        condition: switchAsRead,
        update: 'SET #expectedBy = :next, #dueAt = :next, #sweepAgainAt = :next, #sweeps = :more',
        values: { ':read': expectedBy, ':sweeps': sweeps, ':next': next, ':more': more },
      },
      WaitItem,
    );
    return set.done;
  }

  async postpone(city: string, id: string, at: Instant): Promise<void> {
    await this.#table.update(
      waitKey(city, id),
      {
        condition: stillClaimed,
        update: 'SET #expectedBy = :soon, #dueAt = :soon, #sweepAgainAt = :soon, #sweeps = #sweeps - :one',
        values: { ':soon': soonAgain(at), ':none': 0, ':one': 1 },
      },
      WaitItem,
    );
  }

  async revive(city: string, id: string): ReturnType<Waits['revive']> {
    const wait = await readWait(this.#table, city, id);
    if (!wait) return 'closed';
    if (!isInStep(wait) && (await signal(this.#machine, wait))) return 'woken';
    if (wait.step === 'closed') return 'closed';
    if ((await start(this.#machine, wait)) === 'running') return wait.taskToken === undefined ? 'started' : 'in-step';
    return this.#replace(wait);
  }

  /** The run is over and its name used up: the next run takes its place, and the token of the old one goes with it. */
  async #replace(wait: Wait): Promise<'replaced' | 'in-step'> {
    const { city, id, taskToken } = wait;
    const run = wait.run + 1;
    const runInput = runInputOf({ ...ticketOfWait(wait), run: String(run) });
    const replaced = await this.#table.update(
      waitKey(city, id),
      {
        condition: taskToken === undefined ? runAsReadWithoutToken : runAndTokenAsRead,
        update: 'SET #run = :next, #runInput = :input REMOVE #taskToken, #tokenVersion, #tokenStep, #expectedStep',
        values: {
          ...{ ':run': wait.run, ':next': run, ':input': runInput },
          ...(taskToken !== undefined && { ':token': taskToken }),
        },
      },
      WaitItem,
    );
    if (!replaced.done) return 'in-step';
    await start(this.#machine, { id, run, runInput });
    return 'replaced';
  }
}
