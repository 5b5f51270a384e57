import type { Plugin } from 'vite';

/** The name by which the bundler knows that a call only makes a schema; nothing else in a bundle is called so. */
export const SCHEMA_MAKER = 'zodMini';

const MAKES_SCHEMAS = /\/(domain|contract)\/[^?]+\.ts$/;

/**
 * Pages use rules of the domain, but none of its schemas, which would weigh more than the pages. Calls of `z` make schemas and
 * do nothing else, so those whose schema nobody uses may fall away; the renaming lets the bundler tell them from the `z`
 * of a minified library.
 */
export const pureSchemas = (): Plugin => ({
  name: 'pure-schemas',
  enforce: 'pre',
  transform(code, id) {
    if (!MAKES_SCHEMAS.test(id)) return undefined;
    return code
      .replace("import * as z from 'zod/mini'", `import * as ${SCHEMA_MAKER} from 'zod/mini'`)
      .replace(/\bz(?=\s*\.)/g, SCHEMA_MAKER);
  },
});
