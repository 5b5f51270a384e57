import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { FONTS, fontSubset } from './build/font-subset.ts';
import { languagePages } from './build/language-pages.ts';
import { pureSchemas, SCHEMA_MAKER } from './build/pure-schemas.ts';
import { routeTables } from './build/route-tables.ts';
import { en as consoleEn } from './console/words/en.ts';
import { fa as consoleFa } from './console/words/fa.ts';
import { en as portalEn } from './portal/words/en.ts';
import { fa as portalFa } from './portal/words/fa.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// biome-ignore lint/style/noDefaultExport: Vite looks for it.
export default defineConfig({
  root: here('.'),
  resolve: { alias: { '@fonts': FONTS } },
  plugins: [
    fontSubset(),
    routeTables(),
    pureSchemas(),
    languagePages([
      { name: 'portal', words: { fa: portalFa.page, en: portalEn.page } },
      { name: 'console', words: { fa: consoleFa.page, en: consoleEn.page } },
    ]),
  ],
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    manifest: true,
    // The pages' Content-Security-Policy allows neither inline scripts nor data addresses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { home: here('index.html'), portal: here('portal/index.html'), console: here('console/index.html') },
      treeshake: {
        moduleSideEffects: (id) => !/\/(domain|contract|zod)\//.test(id),
        manualPureFunctions: [SCHEMA_MAKER],
        propertyReadSideEffects: false,
      },
    },
  },
});
