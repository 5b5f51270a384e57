import type { Page } from 'playwright-core';
import { toPng, writtenPage } from '../../../local/demo/paper.ts';
import { CONSOLE_ROUTES } from '../../../web/console/paths.ts';
import type { Language } from '../../../web/kit/language.ts';
import { PORTAL_ROUTES } from '../../../web/portal/paths.ts';
import type { Furnished } from './furnish.ts';

/** Every page there is: those of the routers, and the few that stand before them. */
export const ROUTES: readonly string[] = [
  'home',
  ...PORTAL_ROUTES.map((route) => `portal ${route}`),
  ...['console sign-in', 'console cities'],
  ...CONSOLE_ROUTES.map((route) => `console ${route}`),
];

/** How a page is reached and brought to show what it can; whoever reads the list looks at it then. */
export type Visit = {
  readonly route: string;
  /** What tells it from other visits of the same route; the names of pictures. */
  readonly name: string;
  /** Who looks: nobody in particular, a citizen who has proven a contact, or an account of the staff. */
  readonly as?: 'citizen' | `staff ${string}`;
  /** The address below the app's own; for pages outside of both apps the whole of it. */
  readonly path: (office: Furnished) => string;
  /** What is done there before it is looked at. */
  readonly act?: (page: Page, language: Language) => Promise<unknown>;
  /** The form is sent empty, and refused. */
  readonly refuses?: true;
  /** Answers that the draft of the form already holds. */
  readonly draft?: boolean;
};

const MANAGER = 'staff manager.d06';
const CLERK = 'staff clerk.d06';
const ADMINISTRATOR = 'staff administrator';
const AUDITOR = 'staff auditor';

const SHEET = { name: 'orders.png', mimeType: 'image/png', buffer: toPng(writtenPage(3)) };

const submit = (page: Page) => page.locator('main form button[type=submit]').first().click();
const openAll = (page: Page) =>
  page.evaluate(
    "document.querySelectorAll('main details').forEach((part) => { part.removeAttribute('name'); part.open = true; })",
  );

/** One entry for every page: axe, pictures and the test that no route was forgotten all read this list. */
export const VISITS: readonly Visit[] = [
  { route: 'home', name: 'home', path: () => '/' },
  { route: 'portal /', name: 'start', path: () => '/' },
  { route: 'portal /ask/whom', name: 'ask-whom', path: () => '/ask/whom', draft: true },
  { route: 'portal /ask/whom', name: 'ask-whom-refused', path: () => '/ask/whom', act: submit, refuses: true },
  { route: 'portal /ask/what', name: 'ask-what', path: () => '/ask/what', draft: true },
  { route: 'portal /ask/you', name: 'ask-you', path: () => '/ask/you', draft: true, as: 'citizen' },
  {
    ...{ route: 'portal /ask/you', name: 'ask-you-for-another', path: () => '/ask/you', draft: true, as: 'citizen' },
    act: async (page) => {
      await page.evaluate(`const draft = JSON.parse(sessionStorage.getItem('draft:tehran'));
        Object.assign(draft.answers, { unit: 'hq', official: 'hq-mayor', speaker: 'representative', 'priority.class': 'illness' });
        sessionStorage.setItem('draft:tehran', JSON.stringify(draft));`);
      await page.reload();
      await page.locator('[name="priority.document"]').waitFor();
      await submit(page);
    },
    refuses: true,
  },
  { route: 'portal /ask/contact', name: 'ask-contact', path: () => '/ask/contact', draft: true },
  { route: 'portal /ask/check', name: 'ask-check', path: () => '/ask/check', draft: true, as: 'citizen' },
  {
    ...{ route: 'portal /ask/done', name: 'ask-done', path: () => '/ask/check', draft: true, as: 'citizen' },
    act: async (page) => {
      await submit(page);
      await page.locator('.panel').waitFor();
    },
  },
  { route: 'portal /track', name: 'track-unproven', path: () => '/track' },
  { route: 'portal /track', name: 'track', path: () => '/track', as: 'citizen' },
  { route: 'portal /link', name: 'link-gone', path: () => '/link' },
  { route: 'portal /my', name: 'my', path: () => '/my', as: 'citizen' },
  ...(['submitted', 'needs-info', 'answered', 'declined', 'waiting', 'offered', 'scheduled'] as const).map(caseAt),
  ...(['in-follow-up', 'asked-about-order', 'awaiting-confirmation', 'closed'] as const).map(caseAt),
  {
    ...{ route: 'portal /requests/:id/ticket', name: 'ticket', as: 'citizen', act: openAll },
    path: (office) => `/requests/${office.request('scheduled')}/ticket`,
  },
  { route: 'portal /timetable', name: 'timetable', path: () => '/timetable' },
  { route: 'portal /timetable/:unit', name: 'timetable-of-unit', path: ({ unit }) => `/timetable/${unit}` },
  { route: 'portal /help', name: 'help', path: () => '/help' },
  { route: 'portal /privacy', name: 'privacy', path: () => '/privacy' },
  { route: 'portal /accessibility', name: 'accessibility', path: () => '/accessibility' },
  { route: 'portal *', name: 'portal-not-found', path: () => '/nowhere' },

  { route: 'console sign-in', name: 'console-sign-in', path: () => '/console' },
  { route: 'console cities', name: 'console-cities', path: () => '/console', as: 'staff stranger' },
  { route: 'console /', name: 'console-home', path: () => '/', as: MANAGER },
  { route: 'console /desk', name: 'desk', path: () => '/desk', as: MANAGER },
  { route: 'console /desk/:unit', name: 'desk-of-unit', path: ({ unit }) => `/desk/${unit}`, as: MANAGER },
  { route: 'console /desk/:unit/:pile', name: 'desk-pile', path: ({ unit }) => `/desk/${unit}/follow-up`, as: MANAGER },
  {
    ...{ route: 'console /desk/:unit/queue/:official', name: 'desk-queue', as: MANAGER },
    path: ({ unit, official }) => `/desk/${unit}/queue/${official}`,
  },
  ...(['submitted', 'waiting', 'scheduled', 'met', 'in-follow-up', 'disputed', 'closed'] as const).map(
    (stage): Visit => ({
      ...{ route: 'console /cases/:id', name: `console-case-${stage}`, as: MANAGER, act: openAll },
      path: (office) => `/cases/${office.request(stage)}`,
    }),
  ),
  { route: 'console /sessions', name: 'sessions', path: () => '/sessions', as: MANAGER },
  {
    ...{ route: 'console /sessions/:id', name: 'session', as: MANAGER, act: openAll },
    path: ({ session }) => `/sessions/${session}`,
  },
  { route: 'console /orders', name: 'orders', path: () => '/orders', as: MANAGER, act: openAll },
  ...(['templates', 'absences'] as const).map(
    (part): Visit => ({
      ...{ route: `console /posts/:unit/:official/${part}`, name: `post-${part}`, as: MANAGER, act: openAll },
      path: ({ unit, official }) => `/posts/${unit}/${official}/${part}`,
    }),
  ),
  ...(['list', 'week'] as const).map(
    (view): Visit => ({
      ...{ route: 'console /posts/:unit/:official/:view', name: `post-${view}`, as: MANAGER },
      path: ({ unit, official }) => `/posts/${unit}/${official}/${view}`,
    }),
  ),
  {
    ...{ route: 'console /posts/:unit/:official/:view/:on', name: 'post-month', as: MANAGER },
    path: ({ unit, official, sessionDay }) => `/posts/${unit}/${official}/month/${sessionDay}`,
  },
  {
    ...{ route: 'console /sessions/:id/day', name: 'session-day', as: CLERK, act: openAll },
    path: ({ session }) => `/sessions/${session}/day`,
  },
  { route: 'console /closure', name: 'closure', path: () => '/closure', as: MANAGER },
  {
    ...{ route: 'console /closure', name: 'closure-preview', path: () => '/closure', as: MANAGER },
    act: async (page) => {
      await page.selectOption('[name=on]', { index: 1 });
      for (const field of await page.locator('[name^="reason."]').all()) await field.fill('آلودگی هوا');
      await submit(page);
      await page.locator('h2:focus').waitFor();
    },
  },
  {
    ...{ route: 'console /closure/:job', name: 'closure-job', as: 'staff manager.d21' },
    path: ({ closure }) => `/closure/${closure}`,
  },
  {
    ...{ route: 'console /cases/:id/outcome', name: 'outcome', as: MANAGER },
    path: (office) => `/cases/${office.request('met')}/outcome`,
    act: async (page) => {
      if ((await page.locator('.board').count()) === 0) await page.setInputFiles('[name=photo]', SHEET);
      await page.locator('.board').waitFor();
      await page.locator('.new-box button').click();
    },
  },
  {
    ...{ route: 'console /cases/:id/brief', name: 'brief', as: MANAGER },
    path: (office) => `/cases/${office.request('scheduled')}/brief`,
  },
  ...(['cut', 'blackout', 'transcript', 'replace'] as const).map(
    (part): Visit => ({
      ...{ route: 'console /cases/:id/scans/:document', name: `scan-${part}`, as: MANAGER },
      path: (office) => `/cases/${office.request('in-follow-up')}/scans/${office.scan}`,
      act: async (page) => {
        await page.locator(`[name=part][value=${part}]`).check();
        if (part === 'blackout') await page.locator('.new-box button').click();
      },
    }),
  ),
  {
    ...{ route: 'console /orders/:request/:number', name: 'order', as: MANAGER, act: openAll },
    path: (office) => `/orders/${office.request('disputed')}/1`,
  },
  { route: 'console /work', name: 'work', path: () => '/work', as: 'staff manager.hq' },
  { route: 'console /escalations', name: 'escalations', path: () => '/escalations', as: 'staff manager.hq' },
  { route: 'console /committees', name: 'committees', path: () => '/committees', as: MANAGER },
  {
    ...{ route: 'console /committees/:id', name: 'committee', as: MANAGER, act: openAll },
    path: ({ committee }) => `/committees/${committee}`,
  },
  {
    ...{ route: 'console /sessions/:id/agenda', name: 'agenda', as: MANAGER },
    path: ({ session }) => `/sessions/${session}/agenda`,
  },
  {
    ...{ route: 'console /sessions/:id/brief', name: 'session-brief', as: MANAGER },
    path: ({ session }) => `/sessions/${session}/brief`,
  },
  { route: 'console /calls', name: 'calls', path: () => '/calls', as: CLERK, act: openAll },
  { route: 'console /find', name: 'find', path: () => '/find', as: MANAGER, act: submit, refuses: true },
  { route: 'console /register', name: 'register', path: () => '/register', as: CLERK, act: submit, refuses: true },
  { route: 'console /admin', name: 'admin', path: () => '/admin', as: ADMINISTRATOR },
  ...(['units', 'officials', 'topics', 'venues', 'users', 'partners'] as const).map(
    (kind): Visit => ({
      route: 'console /admin/:kind',
      name: `admin-${kind}`,
      path: () => `/admin/${kind}`,
      as: ADMINISTRATOR,
    }),
  ),
  ...(
    ['units/d06', 'officials/d06-mayor', 'topics/building-permit', 'venues/d06-office', 'users/secretary.d06'] as const
  ).map(
    (entry): Visit => ({
      ...{
        route: 'console /admin/:kind/:id',
        name: `admin-entry-${entry.split('/')[0]}`,
        as: ADMINISTRATOR,
        act: openAll,
      },
      path: () => `/admin/${entry}`,
    }),
  ),
  {
    ...{ route: 'console /admin/:kind/new', name: 'admin-new-user', as: ADMINISTRATOR, act: submit, refuses: true },
    path: () => '/admin/users/new',
  },
  {
    route: 'console /admin/policies',
    name: 'admin-policies',
    path: () => '/admin/policies',
    as: ADMINISTRATOR,
    act: openAll,
  },
  {
    route: 'console /admin/policies',
    name: 'admin-policies-of-unit',
    path: () => '/admin/policies?unit=d06',
    as: ADMINISTRATOR,
    act: openAll,
  },
  { route: 'console /admin/calendar', name: 'admin-calendar', path: () => '/admin/calendar', as: ADMINISTRATOR },
  {
    ...{ route: 'console /admin/holidays', name: 'admin-holidays', path: () => '/admin/holidays', as: ADMINISTRATOR },
    act: async (page) => {
      await submit(page);
      await page.locator('main [role=status]:focus').waitFor();
    },
  },
  { route: 'console /admin/city', name: 'admin-city', path: () => '/admin/city', as: ADMINISTRATOR, act: openAll },
  { route: 'console /ledger', name: 'ledgers', path: () => '/ledger', as: AUDITOR },
  {
    ...{ route: 'console /ledger/:unit/:official', name: 'ledger', as: AUDITOR },
    path: ({ unit, official }) => `/ledger/${unit}/${official}`,
  },
  { route: 'console *', name: 'console-not-found', path: () => '/nowhere', as: MANAGER },
];

function caseAt(stage: Parameters<Furnished['request']>[0]): Visit {
  return {
    ...{ route: 'portal /requests/:id', name: `case-${stage}`, as: 'citizen', act: openAll },
    path: (office) => `/requests/${office.request(stage)}`,
  };
}
