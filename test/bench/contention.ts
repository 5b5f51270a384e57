import { parseArgs } from 'node:util';
import { contendInMemory } from './contend-in-memory.ts';
import { contendOnTable } from './contend-on-table.ts';

const CLAIMANTS = 10_000;
const IN_FLIGHT = 64;
const CLAIMS_IN_MEMORY = 1_000_000;

/**
 * How ten thousand people fare who want a hundred turns at once. With `--in-memory`, how a million claims fare under every
 * order of events that a seed draws; each run takes another seed unless `--seed` names one.
 */
export const run = async (args: string[]): Promise<void> => {
  const number = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean' },
      'in-memory': { type: 'boolean' },
      ...{ 'in-flight': number, claimants: number, claims: number, seed: number },
    },
  });
  const figures = values['in-memory']
    ? await contendInMemory({
        claims: Number(values.claims ?? CLAIMS_IN_MEMORY),
        seed: values.seed ?? crypto.randomUUID(),
      })
    : await contendOnTable({
        claimants: Number(values.claimants ?? CLAIMANTS),
        inFlight: Number(values['in-flight'] ?? IN_FLIGHT),
      });
  if (values.json) console.log(JSON.stringify(figures));
  else console.table(figures);
};
