import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { discardRest, readBody } from '../read-body.ts';
import type { Accounts } from './accounts.ts';
import { loginPage, troublePage } from './page.ts';
import { chooseLanguage } from './words.ts';

const FORM_LIMIT = 8 * 1024;

/**
 * The page that asks for name and password in the middle of an authorization. The cookie oidc-provider set for this
 * one interaction must come along, so no other site can post the form.
 */
export function createInteraction(provider: Provider, accounts: Accounts, headers: Record<string, string>) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const wish = new URLSearchParams(req.url?.split('?')[1]).get('ui_locales');
    const language = (asked: unknown) => chooseLanguage(wish ?? asked, req.headers['accept-language']);
    const show = (status: number, html: string) => res.writeHead(status, headers).end(html);
    try {
      const { params } = await provider.interactionDetails(req, res);
      if (req.method !== 'POST') return void show(200, loginPage(language(params.ui_locales)));

      const form = new URLSearchParams((await readBody(req, FORM_LIMIT)).toString());
      const username = form.get('username') ?? '';
      const account = await accounts.signIn(username, form.get('password') ?? '');
      if (!account) return void show(401, loginPage(language(params.ui_locales), { wrong: true, username }));
      await provider.interactionFinished(req, res, { login: { accountId: account.sub, amr: ['pwd'] } });
    } catch (error) {
      // An interaction that is over or belongs to another browser, a form that is no form.
      if (!res.headersSent) show(400, troublePage(language(undefined), error instanceof Error ? error.message : ''));
      discardRest(req);
    }
  };
}
