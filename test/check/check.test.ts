import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

/**
 * Each part of `npm run check` is run, with the very command of package.json, on a small house: once sound, once with a
 * planted defect. A check that passes both is no check.
 */
const repository = join(import.meta.dirname, '..', '..');
const { scripts } = z.parse(
  z.object({ scripts: z.record(z.string(), z.string()) }),
  JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')),
);
const CONFIGURATION = [
  'package.json',
  'tsconfig.json',
  'web/tsconfig.json',
  'biome.json',
  'knip.json',
  '.dependency-cruiser.cjs',
  'vitest.config.ts',
];
const SOUND: Record<string, string> = {
  'domain/greeting.ts': 'export const greeting = (name: string): string => name.toUpperCase();\n',
  'functions/entries/citizen-api.ts':
    "import { greeting } from '../../domain/greeting.ts';\n\nexport const handler = () => greeting('Eastmere');\n",
  'infra/app.ts': 'export const app = 1;\n',
  'web/home/main.ts': "document.title = 'Eastmere';\n",
};
/** A portal and a console of a few lines, built as the real ones are. */
const SMALL_PAGES: Record<string, string> = {
  'web/vite.config.ts': `export default {
  root: import.meta.dirname,
  build: {
    manifest: true,
    assetsInlineLimit: 0,
    rolldownOptions: { input: ['web/portal/index.html', 'web/console/index.html'] },
  },
};
`,
  'web/small.css': "@font-face { font-family: Small; src: url('./small.woff2'); }\nbody { font-family: Small; }\n",
  'web/small.woff2': 'small',
  'web/budget.ts': readFileSync(join(repository, 'web/budget.ts'), 'utf8'),
  ...Object.fromEntries(
    ['portal', 'console'].flatMap((app) => [
      [
        `web/${app}/index.html`,
        '<!doctype html><title>Eastmere</title><script type="module" src="./main.ts"></script>',
      ],
      [`web/${app}/main.ts`, "import '../small.css';\nimport { say } from './say.ts';\n\nsay();\n"],
      [`web/${app}/say.ts`, "export const say = () => import('./words/fa.ts').then(({ fa }) => document.write(fa));\n"],
      [`web/${app}/words/fa.ts`, "export const fa = 'سلام';\n"],
    ]),
  ),
};
const FOLDERS = ['contract', 'adapters', 'workflows', 'local', 'cities', 'test', 'web'];

let house: string;

const put = (path: string, text: string) => {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
};

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'house-'));
  for (const file of CONFIGURATION) cpSync(join(repository, file), join(house, file));
  symlinkSync(join(repository, 'node_modules'), join(house, 'node_modules'));
  for (const [path, text] of Object.entries(SOUND)) put(path, text);
  for (const folder of FOLDERS) put(`${folder}/.gitkeep`, '');
  execFileSync('git', ['init', '-q'], { cwd: house });
  put('.gitignore', 'node_modules\n');
});

afterEach(() => rmSync(house, { recursive: true, force: true }));

const run = (part: string) => {
  const command = scripts[part] ?? `echo no script ${part}; exit 9`;
  const path = `${join(repository, 'node_modules', '.bin')}:${process.env.PATH}`;
  const ran = spawnSync('bash', ['-c', command], { cwd: house, env: { ...process.env, PATH: path }, encoding: 'utf8' });
  return { passed: ran.status === 0, said: `${ran.stdout}${ran.stderr}` };
};

const DEFECTS: readonly { part: string; defect: string; path: string; text: string; says: RegExp }[] = [
  {
    part: 'check:types',
    defect: 'a text where a number is due',
    path: 'domain/wrong.ts',
    text: "export const minutes: number = 'ten';\n",
    says: /TS2322/,
  },
  {
    part: 'check:types',
    defect: 'an enum, which Node cannot run',
    path: 'domain/wrong.ts',
    text: 'export enum Colour {\n  Red,\n}\n',
    says: /TS1294/,
  },
  {
    part: 'check:style',
    defect: 'an any',
    path: 'domain/wrong.ts',
    text: 'export const anything = (x: any) => x;\n',
    says: /noExplicitAny/,
  },
  {
    part: 'check:style',
    defect: 'a non-null assertion',
    path: 'domain/wrong.ts',
    text: 'export const first = (all: string[]) => all[0]!;\n',
    says: /noNonNullAssertion/,
  },
  {
    part: 'check:style',
    defect: 'a file that is not formatted',
    path: 'domain/wrong.ts',
    text: 'export const   spaced = 1\n',
    says: /format/i,
  },
  {
    part: 'check:imports',
    defect: 'a rule that reads the disk',
    path: 'domain/wrong.ts',
    text: "import { readFileSync } from 'node:fs';\n\nexport const read = readFileSync;\n",
    says: /domain-imports/,
  },
  {
    part: 'check:imports',
    defect: 'an answer that knows its adapter',
    path: 'functions/citizen/wrong.ts',
    text: "import { greeting } from '../../adapters/wrong.ts';\n\nexport const answer = greeting;\n",
    says: /functions-imports/,
  },
  {
    part: 'check:imports',
    defect: 'infrastructure that imports a handler',
    path: 'infra/wrong.ts',
    text: "import { handler } from '../functions/entries/citizen-api.ts';\n\nexport const wrong = handler;\n",
    says: /infra-must-not-import/,
  },
  {
    part: 'check:imports',
    defect: 'a cycle',
    path: 'domain/greeting.ts',
    text: "import { wrong } from './wrong.ts';\n\nexport const greeting = (name: string): string => wrong + name;\n",
    says: /no-cycles/,
  },
  {
    part: 'check:unused',
    defect: 'a file that nobody imports',
    path: 'domain/forgotten.ts',
    text: 'export const forgotten = 1;\n',
    says: /forgotten\.ts/,
  },
  {
    part: 'check:unused',
    defect: 'an export that nobody imports',
    path: 'domain/greeting.ts',
    text: 'export const greeting = (name: string): string => name.toUpperCase();\nexport const unused = 1;\n',
    says: /unused/,
  },
  {
    part: 'check:budgets',
    defect: 'a first page that is heavy to fetch',
    path: 'web/portal/say.ts',
    text: `export const say = () => document.write('${randomBytes(40_000).toString('base64')}');\n`,
    says: /portal, first route .* TOO MUCH/,
  },
  {
    part: 'check:budgets',
    defect: 'a font of every letter',
    path: 'web/small.woff2',
    text: randomBytes(40_000).toString('base64'),
    says: /fonts .* TOO MUCH/,
  },
];

/** The other half of a planted defect, where it takes two files. */
const COMPANIONS: Record<string, Record<string, string>> = {
  'a cycle': {
    'domain/wrong.ts': "import { greeting } from './greeting.ts';\n\nexport const wrong = greeting.name;\n",
  },
  'a first page that is heavy to fetch': SMALL_PAGES,
  'a font of every letter': SMALL_PAGES,
  'an answer that knows its adapter': { 'adapters/wrong.ts': 'export const greeting = 1;\n' },
};

describe('npm run check', () => {
  it.each(['check:types', 'check:style', 'check:imports'])('%s passes on a sound house', (part) => {
    const { passed, said } = run(part);
    expect(said).not.toMatch(/ 0 modules/);
    expect(passed, said).toBe(true);
  });

  it('check:budgets passes on small pages', () => {
    for (const [path, text] of Object.entries(SMALL_PAGES)) put(path, text);
    const { passed, said } = run('check:budgets');
    expect(passed, said).toBe(true);
  });

  it.each(DEFECTS)('$part fails on $defect', ({ part, defect, path, text, says }) => {
    for (const [companion, content] of Object.entries(COMPANIONS[defect] ?? {})) put(companion, content);
    put(path, text);
    const { passed, said } = run(part);
    expect(passed).toBe(false);
    expect(said).toMatch(says);
  });

  it('runs every part there is', () => {
    const parts = Object.keys(scripts).filter((name) => name.startsWith('check:'));
    for (const part of parts) expect(scripts.check).toContain(`npm run -s ${part}`);
    expect(new Set(DEFECTS.map(({ part }) => part))).toEqual(new Set(parts));
  });
});
