import { fork } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundlePageProcess } from '../../infra/page-process.ts';
import { photograph } from '../support/hostile-files.ts';
import { buildBundles } from './build-bundles.ts';

const [WIDTH, HEIGHT] = [4000, 3000];

type Measured = { readonly ms: number; readonly megabytes: number; readonly pages: number };

/** One photograph of twelve megapixels to its plain page and thumbnail, in a process of its own, as the darkroom does it. */
const readOnce = (file: Uint8Array): Promise<Measured> => {
  const child = fork(new URL('pages-child.ts', import.meta.url).pathname, { serialization: 'advanced' });
  const measured = new Promise<Measured>((resolve, reject) => {
    child.once('message', (message: Measured) => resolve(message));
    child.once('error', reject);
  });
  child.send({ file });
  return measured;
};

const bytesOfDarkroom = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'darkroom-'));
  try {
    const { sizes } = await buildBundles(folder);
    const beside = join(folder, 'beside');
    await bundlePageProcess(beside);
    const files = readdirSync(beside, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const bytes = files.map((one) => statSync(join(one.parentPath, one.name)).size);
    return { bundle: sizes['develop-scans'], besideIt: bytes.reduce((sum, one) => sum + one, 0) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** `--json` prints one line. */
export const run = async (args: readonly string[]): Promise<void> => {
  const file = await photograph(WIDTH, HEIGHT);
  const { ms, megabytes } = await readOnce(file);
  const figures = { megapixels: 12, fileBytes: file.length, ms, megabytes, ...(await bytesOfDarkroom()) };
  console.log(args.includes('--json') ? JSON.stringify(figures) : figures);
};
