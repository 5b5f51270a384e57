import type { Workflow } from '../../domain/ports/workflow.ts';
import type { Request } from '../../domain/request.ts';
import type { CityTable } from '../dynamo/city-table.ts';
import { type Machine, signal, start } from './nudges.ts';
import { isInStep, readWait } from './wait-item.ts';

/** Told of every wake that failed: the request's id and the name of the fault, nothing else. */
export type OnLostWake = (lost: { readonly request: string; readonly fault: string }) => void;

/** Nudges the executions. What it fails to say is found by the sweeper within two minutes, so it never throws. */
export class StepFunctionsWorkflow implements Workflow {
  readonly #table: CityTable;
  readonly #machine: Machine;
  readonly #onLostWake: OnLostWake;

  constructor(table: CityTable, machine: Machine, onLostWake: OnLostWake) {
    this.#table = table;
    this.#machine = machine;
    this.#onLostWake = onLostWake;
  }

  /** The same as a wake: the input of a run is stored and never rebuilt. */
  start({ city, id }: Request): Promise<void> {
    return this.wake(city, id);
  }

  async wake(city: string, id: string): Promise<void> {
    try {
      const wait = await readWait(this.#table, city, id);
      if (!wait || isInStep(wait) || (await signal(this.#machine, wait)) || wait.step === 'closed') return;
      await start(this.#machine, wait);
    } catch (fault) {
      this.#onLostWake({ request: id, fault: fault instanceof Error ? fault.name : 'unknown' });
    }
  }
}
