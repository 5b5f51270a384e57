import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { Browser } from './browser.ts';

export type StaffSignIn = {
  readonly issuer: string;
  readonly clientId: string;
  /** One of the console's own; nothing has to answer there. */
  readonly redirectUri: string;
  readonly username: string;
  readonly password: string;
};

/** For the `authorization` header, until `expiresAt`: real time in epoch milliseconds, for sign-in knows no other. */
export type StaffToken = { readonly accessToken: string; readonly expiresAt: number };

const Tokens = z.object({ access_token: z.string(), expires_in: z.number() });

/**
 * Signs a member of staff in as the console does: authorization code with PKCE, the page with its form included.
 * Throws if the sign-in refuses the name or the password.
 */
export const signInStaff = async (asked: StaffSignIn): Promise<StaffToken> => {
  const verifier = randomBytes(32).toString('base64url');
  const code = await codeFor(asked, createHash('sha256').update(verifier).digest('base64url'));
  const { clientId, redirectUri } = asked;
  const grant = { grant_type: 'authorization_code', client_id: clientId, redirect_uri: redirectUri };
  const body = new URLSearchParams({ ...grant, code, code_verifier: verifier });
  const reply = await fetch(`${asked.issuer}/token`, { method: 'POST', body });
  if (!reply.ok) throw new Error(`No token for ${asked.username}: ${await reply.text()}`);
  const tokens = Tokens.parse(await reply.json());
  return { accessToken: tokens.access_token, expiresAt: Date.now() + tokens.expires_in * 1000 };
};

const codeFor = async (asked: StaffSignIn, challenge: string): Promise<string> => {
  const { issuer, clientId, redirectUri, username, password } = asked;
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid email',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  const browser = new Browser();
  const form = await browser.follow(`${issuer}/auth?${query}`, redirectUri);
  const end = await browser.submit(form.url, redirectUri, { username, password });
  const code = end.url.startsWith(redirectUri) && new URL(end.url).searchParams.get('code');
  if (!code) throw new Error(`The sign-in has refused ${username} (${end.reply.status}).`);
  return code;
};
