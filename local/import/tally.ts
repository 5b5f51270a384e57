import type { Registered } from './register-row.ts';

export type Summary = {
  readonly rows: number;
  readonly registered: number;
  /** Registered by an earlier import of the same content. */
  readonly known: number;
  readonly rejected: number;
  /** How many rows were rejected for each reason. */
  readonly reasons: Readonly<Record<string, number>>;
};

/** Counts what became of the rows, and remembers why which were rejected. */
export class Tally {
  #registered = 0;
  #known = 0;
  readonly #rejections: { readonly row: number; readonly reason: string }[] = [];

  add(row: number, result: Registered): void {
    if (result === 'registered') this.#registered += 1;
    else if (result === 'known') this.#known += 1;
    else this.#rejections.push({ row, reason: result.reason });
  }

  get rejections() {
    return this.#rejections.toSorted((a, b) => a.row - b.row);
  }

  summary(): Summary {
    const [registered, known, rejected] = [this.#registered, this.#known, this.#rejections.length];
    const byReason = Map.groupBy(this.#rejections, ({ reason }) => reason);
    const reasons = Object.fromEntries([...byReason].map(([reason, rows]) => [reason, rows.length]));
    return { rows: registered + known + rejected, registered, known, rejected, reasons };
  }
}
