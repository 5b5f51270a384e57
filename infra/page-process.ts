import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { WASM_FILES } from '../adapters/images/wasm-files.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));

export const PAGE_PROCESS_FILE = 'page-process.mjs';

/**
 * Puts the process that touches uploaded files beside the bundle of its function: one file, and the codecs' WebAssembly below
 * `node_modules`, where the file looks for it here and there. Nothing of it depends on the processor.
 */
export const bundlePageProcess = async (folder: string): Promise<void> => {
  await build({
    entryPoints: [join(repository, 'adapters/images/page-process.ts')],
    outfile: join(folder, PAGE_PROCESS_FILE),
    ...{ bundle: true, platform: 'node', format: 'esm', target: 'node24', minify: true, logLevel: 'error' },
  });
  for (const file of Object.values(WASM_FILES)) {
    const to = join(folder, 'node_modules', file);
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(join(repository, 'node_modules', file), to);
  }
};

// The CDK calls it after esbuild, with the folder of the bundle.
if (import.meta.main) await bundlePageProcess(process.argv[2] ?? '.');
