import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../../../web/kit/language.ts';
import { hasBrowser, openJourney } from '../open-journey.ts';
import { openVisiting } from './visiting.ts';
import { VISITS } from './visits.ts';

/**
 * `npm run -s screenshots [name …]`: a picture of every page, on a phone and on a desk, in both languages, by light and by
 * dark, in `screenshots/` (which the history does not keep). Names choose visits that begin so.
 */
const FOLDER = join(import.meta.dirname, '../../../screenshots');
const WIDTHS = [360, 1280] as const;
const SCHEMES = ['light', 'dark'] as const;

if (!hasBrowser()) process.exit(1);
const names = process.argv.slice(2);
const chosen = VISITS.filter(({ name }) => names.length === 0 || names.some((begin) => name.startsWith(begin)));
if (names.length === 0) rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });

const journey = await openJourney();
try {
  const visiting = await openVisiting(journey);
  for (const language of LANGUAGES) {
    for (const visit of chosen) {
      const page = await visiting.open(visit, language);
      await visiting.act(visit, page, language);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
        for (const colorScheme of SCHEMES) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await page.screenshot({
            path: join(FOLDER, `${visit.name}.${language}.${width}.${colorScheme}.png`),
            fullPage: true,
          });
        }
      }
    }
  }
  console.log(`${chosen.length} visits: ${FOLDER}`);
} finally {
  await journey.close();
}
