import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * `node web/budget.ts [FOLDER]`: how much a reader must fetch before the first page of each app, and for all of it, against the
 * most that this may be. Fails over budget. Kilobytes of 1000 bytes; scripts and styles as they travel, compressed.
 */
type Chunk = {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
};
type Budget = { readonly what: string; readonly files: readonly string[]; readonly most: number };

const folder = process.argv[2] ?? join(import.meta.dirname, '../dist/web');
const LANGUAGES = ['fa', 'en'];

const manifestPath = join(folder, '.vite/manifest.json');
if (!existsSync(manifestPath)) throw new Error(`There are no built pages in ${folder}`);
const manifest: Readonly<Record<string, Chunk>> = JSON.parse(readFileSync(manifestPath, 'utf8'));

/** A chunk with everything that it imports at once; with `later`, also what may be fetched when other pages are opened. */
const reachedFrom = (names: readonly string[], { later = false } = {}, seen = new Set<string>()): Set<string> => {
  for (const name of names) {
    if (seen.has(name)) continue;
    seen.add(name);
    const { imports = [], dynamicImports = [] } = manifest[name] ?? {};
    reachedFrom([...imports, ...(later ? dynamicImports : [])], { later }, seen);
  }
  return seen;
};

/** A reader has one language: the heavier one counts. Words are the chunks named `…words/{language}.ts`. */
const inLanguage = (names: Iterable<string>, language: string): string[] =>
  [...names].filter((name) => LANGUAGES.every((other) => other === language || !name.endsWith(`words/${other}.ts`)));

const filesOf = (names: readonly string[]): string[] => names.flatMap((name) => manifest[name]?.file ?? []);
const stylesOf = (names: readonly string[]): string[] => [
  ...new Set(names.flatMap((name) => manifest[name]?.css ?? [])),
];

const firstRoute = (app: string) => (language: string) =>
  filesOf([...reachedFrom([`${app}/index.html`, `${app}/words/${language}.ts`])]);
const everyRoute = (app: string) => (language: string) =>
  filesOf(inLanguage(reachedFrom([`${app}/index.html`], { later: true }), language));
const heavier = (files: (language: string) => string[]): string[] =>
  LANGUAGES.map(files).reduce((most, other) => (weightOf(other) > weightOf(most) ? other : most));

const weightOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => {
    const bytes = readFileSync(join(folder, file));
    return sum + (file.endsWith('.woff2') ? bytes : gzipSync(bytes)).length;
  }, 0) / 1000;

const fonts = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.woff2'));

const BUDGETS: readonly Budget[] = [
  { what: 'portal, first route', files: heavier(firstRoute('portal')), most: 20 },
  { what: 'portal, all routes', files: heavier(everyRoute('portal')), most: 45 },
  { what: 'console, first route', files: heavier(firstRoute('console')), most: 60 },
  {
    what: 'styles',
    files: stylesOf([...reachedFrom(['portal/index.html', 'console/index.html'], { later: true })]),
    most: 8,
  },
  { what: 'fonts', files: fonts.map((name) => `assets/${name}`), most: 35 },
];

for (const { what, files, most } of BUDGETS) {
  const weight = weightOf(files);
  console.log(`${what.padEnd(22)}${weight.toFixed(1).padStart(6)} kB of ${most}${weight > most ? '  TOO MUCH' : ''}`);
  if (weight > most || files.length === 0) process.exitCode = 1;
}
