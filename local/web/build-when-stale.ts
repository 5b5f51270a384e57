import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Everything that the pages are made of, besides the installed packages. */
const SOURCES = ['web', 'contract', 'domain'].map(here);
const CONFIG = here('web/vite.config.ts');

/** Where the pages are, ready to be served: the same files that are put behind the CDN. */
export const BUNDLES = here('dist/web');

/**
 * Builds the pages if there are none or if a source is younger than they are. A build goes to a folder of its own and takes
 * the place of the old one only when it is whole.
 */
export const buildWhenStale = async (): Promise<'fresh' | 'built'> => {
  if (!isStale()) return 'fresh';
  const draft = `${BUNDLES}.${process.pid}`;
  const { build } = await import('vite');
  const started = Date.now();
  await build({ configFile: CONFIG, configLoader: 'native', logLevel: 'warn', build: { outDir: draft } });
  putInPlace(draft);
  console.info(`The web pages were built in ${Date.now() - started} ms.`);
  return 'built';
};

/** Two processes may build at once: the last one stays, and whoever is reading finds whole files of the same names. */
const putInPlace = (draft: string): void => {
  const before = `${draft}.before`;
  if (existsSync(BUNDLES)) renameSync(BUNDLES, before);
  renameSync(draft, BUNDLES);
  rmSync(before, { recursive: true, force: true });
};

const isStale = (): boolean => {
  const stamp = join(BUNDLES, '.vite/manifest.json');
  if (!existsSync(stamp)) return true;
  const builtAt = statSync(stamp).mtimeMs;
  return SOURCES.some((folder) => youngestIn(folder) > builtAt);
};

const youngestIn = (folder: string): number =>
  readdirSync(folder, { recursive: true })
    .map((name) => statSync(join(folder, String(name))).mtimeMs)
    .reduce((youngest, at) => Math.max(youngest, at), 0);
