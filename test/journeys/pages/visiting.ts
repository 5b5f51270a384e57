import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Language } from '../../../web/kit/language.ts';
import type { openJourney } from '../open-journey.ts';
import { draftOf } from './draft-of.ts';
import { type Furnished, furnish } from './furnish.ts';
import type { Visit } from './visits.ts';

type Journey = Awaited<ReturnType<typeof openJourney>>;
export type Visiting = Awaited<ReturnType<typeof openVisiting>>;

const QUIET_MS = 50;

/** A furnished office, and windows in which its pages are opened one after the other, as a reader goes from page to page. */
export const openVisiting = async (journey: Journey, options: BrowserContextOptions = {}) => {
  const office = await furnish(journey.system);
  const windows = new Map<string, Promise<Page>>();

  const windowFor = ({ as }: Visit, language: Language): Promise<Page> => {
    const key = `${as} ${language}`;
    const known = windows.get(key) ?? openWindow(as, language);
    windows.set(key, known);
    return known;
  };
  const openWindow = async (as: Visit['as'], language: Language): Promise<Page> => {
    const page = await journey.window({ ...options, locale: language === 'fa' ? 'fa-IR' : 'en-GB' });
    const kept = await sessionOf(as, office);
    await page.addInitScript((items) => {
      for (const [name, value] of items) sessionStorage.setItem(name, value);
    }, kept);
    watchRequests(page);
    return page;
  };

  return {
    office,
    /**
     * Opens a page. Within an app it is come to by a link, from a page that has nothing in common with it.
     * @returns the window, at rest, before anything is done on the page
     */
    open: async (visit: Visit, language: Language): Promise<Page> => {
      const page = await windowFor(visit, language);
      const [app] = visit.route.split(' ');
      const path = visit.path(office);
      const isApart = app === 'home' || path === '/console';
      const base = app === 'console' ? `/console/tehran/${language}` : `/tehran/${language}`;
      if (isApart || !page.url().startsWith(journey.url + base)) {
        await page.goto(journey.url + (isApart ? path : `${base}/nowhere-else`));
        await atRest(page);
      }
      if (isApart) return page;
      await follow(page, `${base}/nowhere-else`);
      await page.evaluate(keepDraft(visit.draft ? JSON.stringify(draftOf(office)) : undefined));
      await follow(page, base + path);
      return page;
    },
    /** Does what the visit says on its page. */
    act: async ({ act }: Visit, page: Page, language: Language): Promise<void> => {
      await act?.(page, language);
      await atRest(page);
    },
  };
};

/** What the apps find in the storage of a window whose user has come in before. */
const sessionOf = async (as: Visit['as'], office: Furnished): Promise<[name: string, value: string][]> => {
  if (as === undefined) return [];
  if (as === 'citizen') return [['session:tehran', JSON.stringify(await office.citizenSession())]];
  const session =
    as === 'staff stranger' ? { access: 'of-nobody', endsAt: 4e12 } : await office.staffSession(as.slice(6));
  return [['tokens', JSON.stringify(session)]];
};

const keepDraft = (draft: string | undefined): string =>
  draft === undefined
    ? `sessionStorage.removeItem('draft:tehran')`
    : `sessionStorage.setItem('draft:tehran', ${JSON.stringify(draft)})`;

/** Clicks a link to an address of the same app. */
const follow = async (page: Page, path: string): Promise<void> => {
  await page.evaluate((to) => {
    const link = document.createElement('a');
    link.href = to;
    document.querySelector('.page')?.append(link);
    link.click();
    link.remove();
  }, path);
  await atRest(page);
};

const unanswered = new WeakMap<Page, { count: number; since: number }>();

const watchRequests = (page: Page): void => {
  const state = { count: 0, since: Date.now() };
  unanswered.set(page, state);
  const change = (by: number) => () => {
    state.count += by;
    state.since = Date.now();
  };
  page.on('request', change(1));
  page.on('requestfinished', change(-1));
  page.on('requestfailed', change(-1));
};

/** Waits until nothing is asked for any more and the page says no longer that something is coming. */
const atRest = async (page: Page): Promise<void> => {
  const state = unanswered.get(page) ?? { count: 0, since: 0 };
  do {
    await page.locator('h1').first().waitFor({ state: 'attached' });
    await page.locator('.loading').first().waitFor({ state: 'detached' });
    await new Promise((resolve) => setTimeout(resolve, 10));
  } while (state.count > 0 || Date.now() - state.since < QUIET_MS);
};
