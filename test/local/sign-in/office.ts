import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import * as z from 'zod/mini';
import { Browser } from '../../../local/browser.ts';
import { openSignIn } from '../../../local/sign-in/open-sign-in.ts';
import { listening } from '../listening.ts';
import { newFolder } from '../new-folder.ts';

export const CALLBACK = 'http://console.example/callback';
export const credentials = { accessKeyId: 'local', secretAccessKey: 'secret' };
export const PASSWORD = 'correct horse';

/** A running sign-in, mounted below `/sign-in`, with the account `clerk`; `reopen` restarts it on the same folder. */
export async function openOffice() {
  const folder = newFolder();
  let serve: (req: IncomingMessage, res: ServerResponse) => void = () => {};
  const origin = await listening((req, res) => serve(req, res));
  const issuer = `${origin}/sign-in`;
  const invited: { email: string; username: string; password: string }[] = [];
  const open = (partners = [{ clientId: 'line-137' }]) => {
    const signIn = openSignIn({
      ...{ folder, issuer, redirectUris: [CALLBACK], partners, credentials, region: 'local' },
      invite: async (one) => void invited.push(one),
    });
    serve = (req, res) => void (req.url?.startsWith('/sign-in') ? signIn.handle : signIn.adminHandle)(req, res);
    return signIn;
  };
  let signIn = open();
  onTestFinished(() => signIn.close());
  await signIn.ensureAccount({ username: 'Clerk', password: PASSWORD, email: 'clerk@city.example' });
  return {
    origin,
    issuer,
    folder,
    invited,
    signIn,
    reopen(partners?: { clientId: string }[]) {
      signIn.close();
      signIn = open(partners);
      return signIn;
    },
  };
}

const VERIFIER = 'a-verifier-that-is-long-enough-to-be-accepted-by-the-server';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

/** The address that starts signing in to the console. */
export function authorizationUrl(issuer: string, changes: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    client_id: 'console',
    response_type: 'code',
    redirect_uri: CALLBACK,
    scope: 'openid email',
    state: 'st',
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    ...changes,
  });
  for (const [name, value] of [...query]) if (value === '') query.delete(name);
  return `${issuer}/auth?${query}`;
}

/** Signs in through the page and comes back with the code. */
export async function signInForCode(issuer: string, browser = new Browser(), password = PASSWORD): Promise<string> {
  const page = await browser.follow(authorizationUrl(issuer), CALLBACK);
  const end = await browser.submit(page.url, CALLBACK, { username: 'clerk', password });
  return new URL(end.url).searchParams.get('code') ?? '';
}

const Tokens = z.object({
  access_token: z.optional(z.string()),
  id_token: z.optional(z.string()),
  refresh_token: z.optional(z.string()),
  error: z.optional(z.string()),
});

/** Asks the token endpoint as the console does. */
export async function askForTokens(issuer: string, fields: Record<string, string>) {
  const reply = await fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: 'console', ...fields }),
  });
  return { status: reply.status, body: Tokens.parse(await reply.json()) };
}

export const exchange = (issuer: string, code: string, verifier = VERIFIER) =>
  askForTokens(issuer, {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: CALLBACK,
  });
