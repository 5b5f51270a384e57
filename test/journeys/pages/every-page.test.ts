import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../../web/kit/language.ts';
import { barriersOn, hasBrowser, openJourney } from '../open-journey.ts';
import { openVisiting, type Visiting } from './visiting.ts';
import { ROUTES, VISITS, type Visit } from './visits.ts';
import { walkByKeyboard } from './walk-by-keyboard.ts';

const SCHEMES = ['light', 'dark'] as const;

test('no route is without a visit, and no visit without a route', () => {
  expect([...new Set(VISITS.map(({ route }) => route))].toSorted()).toEqual([...ROUTES].toSorted());
});

test('every visit has a name of its own', () => {
  expect(new Set(VISITS.map(({ name }) => name)).size).toBe(VISITS.length);
});

describe.skipIf(!hasBrowser())('Every page', () => {
  let journey: Awaited<ReturnType<typeof openJourney>>;
  let visiting: Visiting;
  beforeAll(async () => {
    journey = await openJourney();
    visiting = await openVisiting(journey, { viewport: { width: 360, height: 740 } });
  }, 120_000);
  afterAll(() => journey?.close());

  const isPageOfApp = ({ route, path }: Visit) => route !== 'home' && path(visiting.office) !== '/console';

  test('is looked at by eyes that see a barrier', async () => {
    const [home] = VISITS;
    if (!home) throw new Error('There is a visit');
    const page = await visiting.open(home, 'en');
    await page.evaluate(`
      document.querySelector('main').insertAdjacentHTML('beforeend', '<input><a tabindex="3" href="/">on</a><a href="/">off</a>');
      document.querySelector('main > a:last-child').style.outline = 'none';
    `);
    expect((await barriersOn(page)).join()).toMatch(/label.*tabindex|tabindex.*label/);
    expect((await walkByKeyboard(page)).join()).toMatch(/^is not seen at .*off/);
    await page.reload();
  });

  describe.each(LANGUAGES)('in %s', (language: Language) => {
    test.each(VISITS)('$name keeps nobody out, by light or dark, by eye or keyboard', async (visit) => {
      const page = await visiting.open(visit, language);
      if (isPageOfApp(visit)) expect(await page.locator('h1:focus').count(), 'the heading has the focus').toBe(1);
      await visiting.act(visit, page, language);
      if (visit.refuses) await saysWhatIsWrong(page);

      const barriers: string[] = [];
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        barriers.push(
          ...(await barriersOn(page, colorScheme === 'light' ? 'all' : 'of colour')).map(
            (barrier) => `${colorScheme}: ${barrier}`,
          ),
        );
      }
      expect(barriers).toEqual([]);
      expect(await walkByKeyboard(page)).toEqual([]);
    });
  });
});

/** A refused form: its summary has the focus, and the window's title begins with the word for it. */
const saysWhatIsWrong = async (page: Page): Promise<void> => {
  expect(await page.locator('[role=alert]:focus').count(), 'the summary has the focus').toBe(1);
  expect(await page.title()).toMatch(/^(Error|خطا): /);
};
