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

const FORMS =
  /web\/kit\/(form|field|choices|error-summary|identity-fields|topic-choices|said|both|place-of|event-line|page-links|applicant-kind)\.|web\/api\/(upload-file|new-key)\./;
const LATER_PAGES =
  /web\/portal\/(ask|case|info)\/[\w-]+\.(?:tsx?|json)(?:$|\?)|web\/portal\/(timetable-page|track-page|mine-page|prove-contact|signed-in|personal-link|qr-code|status-tag|unit-select|calendar-\w+)\.|lean-qr\/nano/;

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
      output: {
        // Many small scripts weigh more than a few. What both apps need for forms, and the portal's pages behind the first.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'forms', test: FORMS },
            { name: 'pages', test: LATER_PAGES },
          ],
        },
      },
      treeshake: {
        moduleSideEffects: (id) => !/\/(domain|contract|zod)\//.test(id),
        manualPureFunctions: [SCHEMA_MAKER],
        propertyReadSideEffects: false,
      },
    },
  },
});
