import { readdirSync } from 'node:fs';
import { build } from 'esbuild';
import { BUNDLING } from '../../infra/constructs/bundling.ts';

export const ENTRIES = readdirSync('functions/entries').map((file) => file.replace(/\.ts$/, ''));

export type Bundles = {
  readonly sizes: Readonly<Record<string, number>>;
  /** Every file of which something has come into a bundle. */
  readonly inputs: readonly string[];
};

/** Bundles every function as the stack does; the CDK hands the same options to esbuild's command line. */
export const buildBundles = async (folder: string): Promise<Bundles> => {
  const { metafile } = await build({
    entryPoints: ENTRIES.map((entry) => `functions/entries/${entry}.ts`),
    outdir: folder,
    ...{ bundle: true, platform: 'node', metafile: true, logLevel: 'error' },
    ...{ format: BUNDLING.format, target: BUNDLING.target, minify: BUNDLING.minify },
    ...{ mainFields: BUNDLING.mainFields, external: BUNDLING.externalModules },
    alias: Object.fromEntries(
      Object.entries(BUNDLING.esbuildArgs).map(([name, value]) => [name.replace(/^--alias:/, ''), value]),
    ),
  });
  const outputs = Object.values(metafile.outputs);
  return {
    sizes: Object.fromEntries(ENTRIES.map((entry, index) => [entry, outputs[index]?.bytes ?? 0])),
    inputs: outputs.flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
    ),
  };
};
