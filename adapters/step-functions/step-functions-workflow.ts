import type { Workflow } from '../../domain/ports/workflow.ts';
import type { Request } from '../../domain/request.ts';
import { runInputOf, ticketOf } from '../../domain/ticket.ts';
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

  /** The first run's input is what was written with the request. Should somebody have decided since, the guard says so. */
  start(request: Request): Promise<void> {
    const { id } = request;
    const first = { id, run: 1, runInput: runInputOf(ticketOf(request, 1)) };
    return this.#nudge(id, () => start(this.#machine, first));
  }

  wake(city: string, id: string): Promise<void> {
    return this.#nudge(id, async () => {
      const wait = await readWait(this.#table, city, id);
      if (!wait || isInStep(wait) || (await signal(this.#machine, wait)) || wait.step === 'closed') return;
      await start(this.#machine, wait);
    });
  }

  async #nudge(id: string, say: () => Promise<unknown>): Promise<void> {
    try {
      await say();
    } catch (fault) {
      this.#onLostWake({ request: id, fault: fault instanceof Error ? fault.name : 'unknown' });
    }
  }
}
