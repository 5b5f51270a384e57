import * as z from 'zod/mini';
import type { ConsumedEntry, Units } from '../../../local/table/consumption.ts';
import { itemSize } from '../../../local/table/item-size.ts';
import { GROUPS, type Group, groupOf } from './groups.ts';

const Stored = z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) });

/** The units of a stretch of time, shared out to the groups that they were spent on. */
export class Account {
  readonly groups: Record<Group, Units>;
  scans = 0;
  total: Units = { readUnits: 0, writeUnits: 0 };

  constructor() {
    const none = GROUPS.map((group) => [group, { readUnits: 0, writeUnits: 0 }]);
    this.groups = Object.fromEntries(none);
  }

  /** A page that was read is shared by the bytes of its items; looking where nothing is belongs to nobody: `other`. */
  record({ operation, charges }: ConsumedEntry): void {
    if (operation === 'Scan') this.scans += 1;
    for (const { readUnits, writeUnits, items } of charges) {
      this.total.readUnits += readUnits;
      this.total.writeUnits += writeUnits;
      const bytes = items.reduce((sum, item) => sum + itemSize(item), 0);
      if (bytes === 0) this.#add('other', { readUnits, writeUnits });
      for (const item of items) {
        const { pk, sk } = z.parse(Stored, item);
        const share = itemSize(item) / bytes;
        this.#add(groupOf({ pk: pk.S, sk: sk.S }), { readUnits: readUnits * share, writeUnits: writeUnits * share });
      }
    }
  }

  #add(group: Group, { readUnits, writeUnits }: Units): void {
    this.groups[group].readUnits += readUnits;
    this.groups[group].writeUnits += writeUnits;
  }
}
