import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * How much a reader must fetch before the first page of each app, and the most that this may be: `node web/budget.ts` after a
 * build prints it, and fails over budget. Sizes are gzip, in kilobytes of 1000 bytes.
 */
type Chunk = {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
};
type Budget = { readonly what: string; readonly files: readonly string[]; readonly most: number };

const BUNDLES = join(import.meta.dirname, '../dist/web');
const manifest: Readonly<Record<string, Chunk>> = JSON.parse(
  readFileSync(join(BUNDLES, '.vite/manifest.json'), 'utf8'),
);

/** A chunk with everything that it imports at once. */
const withImports = (name: string, seen = new Set<string>()): Set<string> => {
  if (!seen.has(name)) {
    seen.add(name);
    for (const imported of manifest[name]?.imports ?? []) withImports(imported, seen);
  }
  return seen;
};

/** The app, and the words of one language: Persian, the larger. */
const chunksOf = (app: string): readonly Chunk[] =>
  [...new Set([...withImports(`${app}/index.html`), ...withImports(`${app}/words/fa.ts`)])].flatMap(
    (name) => manifest[name] ?? [],
  );
const scriptsOf = (app: string): string[] => chunksOf(app).map(({ file }) => file);
const stylesOf = (app: string): string[] => [...new Set(chunksOf(app).flatMap(({ css = [] }) => css))];

const BUDGETS: readonly Budget[] = [
  { what: 'portal, first route', files: scriptsOf('portal'), most: 20 },
  { what: 'console, first route', files: scriptsOf('console'), most: 60 },
  { what: 'styles', files: stylesOf('portal'), most: 8 },
];

for (const { what, files, most } of BUDGETS) {
  const size = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(BUNDLES, file))).length, 0) / 1000;
  console.log(`${what.padEnd(24)}${size.toFixed(1).padStart(6)} kB of ${most}`);
  if (size > most) process.exitCode = 1;
}
