import type { Charge } from './capacity.ts';

export type CapacityMode = 'INDEXES' | 'TOTAL' | 'NONE';

export type Units = { readUnits: number; writeUnits: number };

/** What one request cost, whether it succeeded or its condition failed. */
export type ConsumedEntry = { operation: string; charges: Charge[] };

/** The running account of everything consumed since the table was opened or the account was reset. */
export class Consumption {
  readonly #onConsumed: ((entry: ConsumedEntry) => void) | undefined;
  readonly #units = new Map<string, Units>();

  constructor(onConsumed: ((entry: ConsumedEntry) => void) | undefined) {
    this.#onConsumed = onConsumed;
  }

  record(operation: string, charges: Charge[]): void {
    for (const charge of charges) {
      const name = charge.index === undefined ? charge.table : `${charge.table}/${charge.index}`;
      this.#units.set(name, plus(this.#units.get(name), charge));
    }
    this.#onConsumed?.({ operation, charges });
  }

  /** Units by `table` and `table/index`. */
  byTarget(): Record<string, Units> {
    return Object.fromEntries(this.#units);
  }

  total(): Units {
    return sum(this.#units.values());
  }

  reset(): void {
    this.#units.clear();
  }
}

/** The ConsumedCapacity of an answer, one for each table; undefined if the caller did not ask. */
export function consumedCapacities(mode: CapacityMode | undefined, charges: Charge[], transactional = false) {
  if (mode === undefined || mode === 'NONE') return undefined;
  const byTable = Map.groupBy(charges, ({ table }) => table);
  return [...byTable].map(([TableName, ofTable]) => ({
    TableName,
    ...figures(ofTable, transactional),
    ...(mode === 'INDEXES' && breakdown(ofTable, transactional)),
  }));
}

function breakdown(charges: Charge[], transactional: boolean) {
  const byIndex = Map.groupBy(charges, ({ index }) => index);
  const ofTable = byIndex.get(undefined) ?? [];
  byIndex.delete(undefined);
  const indexes = [...byIndex].map(([name, ofIndex]) => [name, figures(ofIndex, transactional)]);
  return {
    Table: figures(ofTable, transactional),
    ...(indexes.length > 0 && { GlobalSecondaryIndexes: Object.fromEntries(indexes) }),
  };
}

/** AWS tells reads and writes apart only for transactions. */
function figures(charges: Charge[], transactional: boolean) {
  const { readUnits, writeUnits } = sum(charges);
  return {
    CapacityUnits: readUnits + writeUnits,
    ...(transactional && readUnits > 0 && { ReadCapacityUnits: readUnits }),
    ...(transactional && writeUnits > 0 && { WriteCapacityUnits: writeUnits }),
  };
}

const sum = (parts: Iterable<Units>): Units => {
  let total: Units = { readUnits: 0, writeUnits: 0 };
  for (const part of parts) total = plus(total, part);
  return total;
};

const plus = (known: Units | undefined, more: Units): Units => ({
  readUnits: (known?.readUnits ?? 0) + more.readUnits,
  writeUnits: (known?.writeUnits ?? 0) + more.writeUnits,
});
