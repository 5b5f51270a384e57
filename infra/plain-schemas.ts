import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const NAME = /^const (_\w+) = ("[^"]*");$/gm;
const COMPUTED = /\[(_\w+)\]:/g;

/** `const _h = "http"; … {[_h]: …}` becomes `{"http": …}`. */
export const plainKeys = (code: string): string => {
  const texts = new Map(Array.from(code.matchAll(NAME), ([, name = '', text = '']) => [name, text]));
  return code.replace(COMPUTED, (key, name: string) => (texts.has(name) ? `${texts.get(name)}:` : key));
};

/**
 * The SDK's clients describe all their commands in one file, by objects with computed keys. A computed key might have an
 * effect, so esbuild keeps every object that has one, used or not: half of S3's and of SES's clients. Written plainly, what
 * nobody uses falls out.
 */
export const PLAIN_SCHEMAS: Plugin = {
  name: 'plain-schemas',
  setup: (build) =>
    build.onLoad(
      { filter: /[\\/]@aws-sdk[\\/]client-[^\\/]+[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/ },
      async ({ path }) => ({
        contents: plainKeys(await readFile(path, 'utf8')),
      }),
    ),
};
