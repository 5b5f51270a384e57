import { readStored, store } from '../../kit/stored.ts';

/** OpenID Connect: authorization code with PKCE. Tokens live in this tab only. */
type Settings = { readonly issuer: string; readonly clientId: string };
type Endpoints = {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly end_session_endpoint?: string;
};
type Tokens = { readonly access: string; readonly refresh?: string; readonly id?: string; readonly endsAt: number };
type TokenReply = {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly id_token?: string;
  readonly expires_in: number;
};
type Begun = { readonly state: string; readonly verifier: string; readonly returnTo: string };

/** Where the sign-in comes back to, and where the sign-out ends. */
const CALLBACK = '/console';
const SOON_MS = 60_000;

let provider: Promise<Settings & Endpoints> | undefined;

/** Where to sign in: the deployment says who the issuer is, the issuer says where its endpoints are. */
const discover = async (): Promise<Settings & Endpoints> => {
  const settings: Settings = await (await fetch('/console/config.json')).json();
  const found: Endpoints = await (await fetch(`${settings.issuer}/.well-known/openid-configuration`)).json();
  return { ...settings, ...found };
};
const theProvider = () => {
  provider ??= discover();
  return provider;
};

/** Leaves for the sign-in page; it comes back to `returnTo` by way of the callback. */
export const beginSignIn = async (returnTo: string, language: string): Promise<void> => {
  const { authorization_endpoint, clientId } = await theProvider();
  const begun: Begun = { state: random(), verifier: random(), returnTo };
  store('sign-in', begun);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(begun.verifier));
  const query = new URLSearchParams({
    ...{ response_type: 'code', client_id: clientId, redirect_uri: location.origin + CALLBACK, scope: 'openid' },
    ...{ state: begun.state, code_challenge: base64url(new Uint8Array(digest)), code_challenge_method: 'S256' },
    ui_locales: language,
  });
  location.assign(`${authorization_endpoint}?${query}`);
};

export const isCallback = (): boolean =>
  location.pathname === CALLBACK && new URLSearchParams(location.search).has('state');

/** Ends the sign-in that was begun. @returns where to go on; undefined if this is no answer to it */
export const finishSignIn = async (): Promise<string | undefined> => {
  const answer = new URLSearchParams(location.search);
  const begun = readStored<Begun>('sign-in');
  store('sign-in', undefined);
  const code = answer.get('code');
  if (!begun || !code || answer.get('state') !== begun.state) return undefined;
  const grant = { grant_type: 'authorization_code', code, code_verifier: begun.verifier };
  const tokens = await askForTokens({ ...grant, redirect_uri: location.origin + CALLBACK });
  return tokens && begun.returnTo;
};

/** The access token, made anew shortly before it ends; undefined when nobody is signed in. */
export const accessToken = async (): Promise<string | undefined> => {
  const tokens = readStored<Tokens>('tokens');
  if (!tokens || tokens.endsAt - Date.now() > SOON_MS) return tokens?.access;
  refreshing ??= refresh(tokens).finally(() => {
    refreshing = undefined;
  });
  return refreshing;
};

/** A refresh token is good for one use, so calls that come together share one. */
let refreshing: Promise<string | undefined> | undefined;

const refresh = async ({ refresh: token }: Tokens): Promise<string | undefined> =>
  token === undefined ? undefined : (await askForTokens({ grant_type: 'refresh_token', refresh_token: token }))?.access;

export const isSignedIn = (): boolean => readStored<Tokens>('tokens') !== undefined;

/** The account that is signed in, `tehran.clerk.d06`, as its token names it; the API alone decides whether that is true. */
export const accountName = (): string => {
  const [, payload = ''] = readStored<Tokens>('tokens')?.access.split('.') ?? [];
  try {
    const { username }: { username?: string } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    return username ?? '';
  } catch {
    return '';
  }
};

export const forgetTokens = (): void => store('tokens', undefined);

/** Signs out here and at the issuer. */
export const signOut = async (): Promise<void> => {
  const tokens = readStored<Tokens>('tokens');
  forgetTokens();
  const { end_session_endpoint, clientId } = await theProvider();
  const query = new URLSearchParams({
    ...{ client_id: clientId, post_logout_redirect_uri: location.origin + CALLBACK },
    ...(tokens?.id && { id_token_hint: tokens.id }),
  });
  location.assign(end_session_endpoint ? `${end_session_endpoint}?${query}` : CALLBACK);
};

const askForTokens = async (grant: Readonly<Record<string, string>>): Promise<Tokens | undefined> => {
  const { token_endpoint, clientId } = await theProvider();
  const body = new URLSearchParams({ ...grant, client_id: clientId });
  const response = await fetch(token_endpoint, { method: 'POST', body });
  if (!response.ok) {
    forgetTokens();
    return undefined;
  }
  const reply: TokenReply = await response.json();
  const before = readStored<Tokens>('tokens');
  const refreshToken = reply.refresh_token ?? before?.refresh;
  const tokens: Tokens = {
    ...{ access: reply.access_token, endsAt: Date.now() + reply.expires_in * 1000 },
    ...(refreshToken && { refresh: refreshToken }),
    ...(reply.id_token && { id: reply.id_token }),
  };
  store('tokens', tokens);
  return tokens;
};

const random = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
