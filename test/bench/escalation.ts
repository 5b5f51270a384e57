import { parseArgs } from 'node:util';
import { escalateOnTable } from './escalate-on-table.ts';

const OVERDUE = 100;
const FEW = 1_000;
const MANY = 100_000;

/** What it costs to find and move a hundred overdue orders among a thousand open ones, and among a hundred thousand. */
export const run = async (args: string[]): Promise<void> => {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' }, many: { type: 'string' } } });
  const few = await escalateOnTable({ open: FEW, overdue: OVERDUE });
  const many = await escalateOnTable({ open: Number(values.many ?? MANY), overdue: OVERDUE });
  const figures = {
    ...{ foundSmall: few.found, foundLarge: many.found, messages: many.messages },
    ...{ readUnitsSmall: few.readUnits, readUnitsLarge: many.readUnits },
    ratio: Number((many.readUnits / few.readUnits).toFixed(3)),
  };
  if (values.json) console.log(JSON.stringify(figures));
  else console.table(figures);
};
