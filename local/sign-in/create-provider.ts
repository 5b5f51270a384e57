import type { DatabaseSync } from 'node:sqlite';
import { type Client, type Context, interactionPolicy, Provider, type Token } from 'oidc-provider';
import type { Accounts } from './accounts.ts';
import { createGrantStore } from './grant-store.ts';
import { logoutPage, signedOutPage, troublePage } from './page.ts';
import type { Secrets } from './secrets.ts';
import { chooseLanguage } from './words.ts';

/** The public client of the staff console. */
export const CONSOLE_CLIENT = 'console';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** The API the access tokens are for; a name only, nobody calls it. */
const API = 'urn:public-meeting:api';
const scopeOf = (client: Client) => (client.clientId === CONSOLE_CLIENT ? 'api/staff' : 'api/partner');

export type ProviderOptions = {
  issuer: string;
  redirectUris: readonly string[];
  partnerIds: readonly string[];
  /** Origins that may read answers from a browser, and that forms may lead to. */
  origins: ReadonlySet<string>;
  secrets: Secrets;
  database: DatabaseSync;
  accounts: Accounts;
  pageHeaders: Record<string, string>;
};

/**
 * OpenID Connect as the console and the partners meet it at Cognito: authorization code with PKCE, refresh tokens
 * that are used once, client credentials, and JWT access tokens with Cognito's claims. There is no consent page:
 * both clients are the city's own.
 */
export function createProvider(options: ProviderOptions): Provider {
  const { issuer, origins, secrets, database, accounts } = options;
  const show = (ctx: Context, html: string) => {
    ctx.body = html;
    ctx.set(options.pageHeaders);
  };
  const languageOf = (ctx: Context) => chooseLanguage(ctx.oidc.params?.ui_locales, ctx.req.headers['accept-language']);

  const provider = new Provider(issuer, {
    adapter: (model: string) => createGrantStore(database, model),
    clients: clients(options),
    jwks: { keys: [secrets.signingKey] },
    cookies: {
      keys: secrets.cookieKeys,
      long: { httpOnly: true, sameSite: 'lax' },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    claims: { openid: ['sub', 'cognito:username'], email: ['email'] },
    conformIdTokenClaims: false,
    scopes: ['openid', 'email', 'offline_access'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    clientBasedCORS: (_: Context, origin: string, client: Client) =>
      client.clientAuthMethod === 'none' && origins.has(origin),
    issueRefreshToken: async (_: Context, client: Client) => client.clientId === CONSOLE_CLIENT,
    rotateRefreshToken: true,
    ttl: {
      AccessToken: 15 * MINUTE,
      AuthorizationCode: MINUTE,
      ClientCredentials: HOUR,
      Grant: 12 * HOUR,
      IdToken: HOUR,
      Interaction: HOUR,
      RefreshToken: 12 * HOUR,
      Session: 12 * HOUR,
    },
    interactions: {
      policy: askOnlyForPassword(),
      url: (_: Context, { uid }: { uid: string }) => `${new URL(issuer).pathname}/interaction/${uid}`,
    },
    findAccount: (_: Context, sub: string) => {
      const account = accounts.findBySub(sub);
      if (!account?.enabled) return undefined;
      const claims = { sub, 'cognito:username': account.username, ...(account.email ? { email: account.email } : {}) };
      return { accountId: sub, claims: async () => claims };
    },
    loadExistingGrant: (ctx: Context) => grantEverything(provider, ctx),
    extraTokenClaims: (_: Context, token: Token) => {
      const username = token.accountId && accounts.findBySub(token.accountId)?.username;
      return { token_use: 'access', ...(username ? { username } : {}) };
    },
    formats: { customizers: { jwt: fillScope } },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx: Context, form: string) => show(ctx, logoutPage(languageOf(ctx), form)),
        postLogoutSuccessSource: (ctx: Context) => show(ctx, signedOutPage(languageOf(ctx))),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: async () => API,
        useGrantedResource: async () => true,
        getResourceServerInfo: async (_: Context, _resource: string, client: Client) => ({
          scope: scopeOf(client),
          audience: client.clientId,
          accessTokenFormat: 'jwt',
        }),
      },
    },
    renderError: (ctx: Context, out: { error: string; error_description?: string }) =>
      show(ctx, troublePage(languageOf(ctx), `${out.error}: ${out.error_description ?? ''}`)),
  });
  provider.silent = true;
  provider.on('server_error', (_, error) => console.error('The sign-in failed:', error));
  return provider;
}

function clients({ redirectUris, partnerIds, secrets }: ProviderOptions) {
  const console = {
    client_id: CONSOLE_CLIENT,
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    redirect_uris: redirectUris,
    post_logout_redirect_uris: redirectUris.flatMap((uri) => [uri, new URL('.', uri).href, new URL('/', uri).href]),
  };
  const partners = partnerIds.map((id) => ({
    client_id: id,
    client_secret: secrets.partnerSecrets[id],
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
  }));
  return [console, ...partners];
}

/** No page for consent; and whoever was disabled while signed in is asked again, which ends at the password. */
function askOnlyForPassword() {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  const gone = ({ oidc }: Context) => oidc.session?.accountId !== undefined && !oidc.account;
  policy.get('login').checks.add(new interactionPolicy.Check('account_gone', 'The account was disabled', gone));
  return policy;
}

/** Nobody is asked for consent, so a grant covers whatever the client may ask for. */
async function grantEverything(provider: Provider, { oidc: { client, session, result } }: Context) {
  const accountId = session?.accountId;
  if (!client || !accountId) return undefined;
  const known = session.grantIdFor(client.clientId);
  const existing = known && !result ? await provider.Grant.find(known) : undefined;
  if (existing) return existing;
  const grant = new provider.Grant({ accountId, clientId: client.clientId });
  grant.addOIDCScope('openid email offline_access');
  grant.addResourceScope(API, scopeOf(client));
  await grant.save();
  return grant;
}

/** As Cognito, a client that names no scope gets all it may have. */
function fillScope(_: Context, token: Token & { client: Client }, jwt: { payload: Record<string, unknown> }): void {
  jwt.payload.scope ??= scopeOf(token.client);
}
