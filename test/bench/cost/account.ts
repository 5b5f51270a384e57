import * as z from 'zod/mini';
import type { ConsumedEntry, Units } from '../../../local/table/consumption.ts';
import { itemSize } from '../../../local/table/item-size.ts';
import { GROUPS, type Group, groupOf } from './groups.ts';

const Stored = z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) });

/** The units of a stretch of time, shared out to the groups that they were spent on. */
export class Account {
  readonly groups: Record<Group, Units>;
  scans = 0;
  readonly total: Units = { readUnits: 0, writeUnits: 0 };
  /** What the city's schedules spent meanwhile on anything but this life. */
  readonly besides: Units = { readUnits: 0, writeUnits: 0 };
  /** The largest that the request without its orders has been. */
  hotItemBytes = 0;

  constructor() {
    const none = GROUPS.map((group) => [group, { readUnits: 0, writeUnits: 0 }]);
    this.groups = Object.fromEntries(none);
  }

  /** What a call of this life asked of the table. */
  record(entry: ConsumedEntry): void {
    if (entry.operation === 'Scan') this.scans += 1;
    for (const { readUnits, writeUnits, items } of entry.charges) this.#share({ readUnits, writeUnits }, items);
  }

  /**
   * What was asked while time went by, by the machine and the schedules: this life's if an item of it was read or written,
   * transactions as a whole; else it is what the city's schedules cost anyway.
   */
  recordUnasked(entry: ConsumedEntry, life: string): void {
    const touched = entry.charges.flatMap(({ items }) => items);
    if (JSON.stringify(touched).includes(life)) this.record(entry);
    else for (const charge of entry.charges) add(this.besides, charge);
  }

  /** A page that was read is shared by the bytes of its items; looking where nothing is belongs to nobody: `other`. */
  #share(units: Units, items: ConsumedEntry['charges'][number]['items']): void {
    add(this.total, units);
    const bytes = items.reduce((sum, item) => sum + itemSize(item), 0);
    if (bytes === 0) add(this.groups.other, units);
    for (const item of items) {
      const { pk, sk } = z.parse(Stored, item);
      const size = itemSize(item);
      if (sk.S === 'CORE#REQUEST') this.hotItemBytes = Math.max(this.hotItemBytes, size);
      const share = size / bytes;
      const group = this.groups[groupOf({ pk: pk.S, sk: sk.S })];
      add(group, { readUnits: units.readUnits * share, writeUnits: units.writeUnits * share });
    }
  }
}

const add = (sum: Units, { readUnits, writeUnits }: Units): void => {
  sum.readUnits += readUnits;
  sum.writeUnits += writeUnits;
};
