import { readdirSync } from 'node:fs';
import { bundle } from '../../infra/bundle.ts';

export const ENTRIES = readdirSync('functions/entries').map((file) => file.replace(/\.ts$/, ''));

export type Bundles = {
  readonly sizes: Readonly<Record<string, number>>;
  /** Every file of which something has come into a bundle. */
  readonly inputs: readonly string[];
};

/** Bundles every function as the stack does. */
export const buildBundles = async (folder: string): Promise<Bundles> => {
  const { metafile } = await bundle(
    Object.fromEntries(ENTRIES.map((entry) => [entry, `functions/entries/${entry}.ts`])),
    folder,
  );
  const outputs = Object.values(metafile.outputs);
  return {
    sizes: Object.fromEntries(ENTRIES.map((entry, index) => [entry, outputs[index]?.bytes ?? 0])),
    inputs: outputs.flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
    ),
  };
};
