import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import * as z from 'zod/mini';
import { listen } from '../../local/listen.ts';
import { CITIES } from '../../local/seed.ts';
import { openSystem } from '../../local/system.ts';
import { openWeb } from '../../local/web/open-web.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** False, and said loudly, where there is no browser to travel with. */
export const hasBrowser = (): boolean => {
  const found = existsSync(CHROMIUM);
  if (!found) console.warn(`SKIPPED: journeys need Chromium at ${CHROMIUM}; apt-get install chromium, or set CHROMIUM`);
  return found;
};

const freePort = async (): Promise<number> => {
  const taken = await listen(() => undefined);
  await taken.close();
  return taken.port;
};

const Messages = z.object({ messages: z.array(z.object({ text: z.string() })) });
const Violations = z.array(z.object({ id: z.string(), html: z.array(z.string()) }));

/** The whole system with its pages on a folder of its own, and a browser to use it with. */
export const openJourney = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'journey-'));
  const system = await openSystem({ folder, port: await freePort(), pages: await openWeb(CITIES) });
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });

  return {
    system,
    url: system.url,
    password: system.password,

    /** Lets an account, such as `tehran.expert.d06`, sign in now. */
    openAccount: system.openAccount,

    /** A window of its own, as another person's. What its pages complain about fails the journey. */
    window: async (options: BrowserContextOptions): Promise<Page> => {
      const page = await (await browser.newContext(options)).newPage();
      page.on('pageerror', (fault) => {
        throw fault;
      });
      return page;
    },

    /** The one-time code in the last message that went to a number. */
    lastCode: async (to: string): Promise<string> => {
      const reply = await fetch(`${system.url}/outbox/messages?${new URLSearchParams({ to })}`);
      const texts = z.parse(Messages, await reply.json()).messages.map(({ text }) => text);
      return texts.map((text) => /\d{8}/.exec(text)?.[0]).find((code) => code !== undefined) ?? '';
    },

    close: async (): Promise<void> => {
      await browser.close();
      await system.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** What axe finds on the page as it stands, and whether it is wider than its window. */
export const barriersOn = async (page: Page, rules: 'all' | 'of colour' = 'all'): Promise<string[]> => {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(AXE);
  const found = await page.evaluate(
    `axe.run(${rules === 'all' ? '' : "{ runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }"}).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, html: nodes.map(({ html }) => html) })))`,
  );
  const sideways = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
  return [
    ...z.parse(Violations, found).map(({ id, html }) => `${page.url()}: ${id} at ${html[0]}`),
    ...(sideways ? [`${page.url()}: has to be scrolled sideways`] : []),
  ];
};
