import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBundles } from './build-bundles.ts';

/** How many bytes of code each function loads: `npm run -s bench -- bundles --json`. */
export const run = async (args: string[]): Promise<void> => {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
  const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
  try {
    const { sizes } = await buildBundles(folder);
    const bundles = Object.entries(sizes).map(([name, bytes]) => ({ name, bytes }));
    if (values.json) console.log(JSON.stringify(bundles));
    else console.table(bundles);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
