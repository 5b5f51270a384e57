import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { openDatabase } from '../open-database.ts';
import type { Credentials } from '../signature/signing-key.ts';
import { ACCOUNT_TABLE, openAccounts } from './accounts.ts';
import { createAdminEndpoint, type Invite } from './admin-endpoint.ts';
import { createProvider } from './create-provider.ts';
import { endGrantsOf, GRANT_TABLE } from './grant-store.ts';
import { createInteraction } from './interaction.ts';
import { pageHeaders } from './page.ts';
import { loadSecrets, publicKeys } from './secrets.ts';

export type SignInOptions = {
  /** Keeps accounts, sessions, keys and partners' secrets. */
  folder: string;
  /** `http://127.0.0.1:8787/sign-in`; its path is where `handle` must be mounted. */
  issuer: string;
  redirectUris: readonly string[];
  partners: readonly { clientId: string }[];
  /** One more origin that may call the token endpoint from a browser, besides those of the redirect addresses. */
  allowedOrigin?: string | undefined;
  /** Who may call the administration. */
  credentials: Credentials;
  region: string;
  /** How somebody new learns the first password; nobody does unless given. */
  invite?: Invite | undefined;
};

const nobody: Invite = async () => {};

export type NewAccount = { username: string; password: string; email?: string | undefined };

/** The embedded sign-in of staff and partners. It runs on real time and survives restarts. */
export function openSignIn(options: SignInOptions) {
  const { folder, issuer, redirectUris, allowedOrigin, credentials, region } = options;
  const database = openDatabase(join(folder, 'sign-in.sqlite'), ACCOUNT_TABLE + GRANT_TABLE);
  const partnerIds = options.partners.map(({ clientId }) => clientId);
  const secrets = loadSecrets(join(folder, 'secrets.json'), partnerIds);
  const accounts = openAccounts(database);
  const origins = new Set([
    ...redirectUris.map((uri) => new URL(uri).origin),
    ...(allowedOrigin ? [allowedOrigin] : []),
  ]);
  const headers = pageHeaders(origins);
  const provider = createProvider({
    issuer,
    redirectUris,
    partnerIds,
    origins,
    secrets,
    database,
    accounts,
    pageHeaders: headers,
  });
  const answer = provider.callback();
  const interact = createInteraction(provider, accounts, headers);
  const mount = new URL(issuer).pathname.replace(/\/$/, '');

  return {
    /** Serves every path below the issuer's. */
    async handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
      const originalUrl = req.url ?? '/';
      const url = originalUrl.startsWith(`${mount}/`) ? originalUrl.slice(mount.length) : '/';
      // oidc-provider learns from `originalUrl` where it is mounted, as it does below Express.
      Object.assign(req, { originalUrl, url });
      await (url.startsWith('/interaction/') ? interact(req, res) : answer(req, res));
    },

    /** Cognito's administration of users; mount it wherever the adapter's endpoint points. */
    adminHandle: createAdminEndpoint({
      ...{ accounts, credentials, region, invite: options.invite ?? nobody },
      signOut: (sub) => endGrantsOf(database, sub),
    }),

    /** Makes the account if it is not there; one that is keeps its password. */
    async ensureAccount({ username, password, email }: NewAccount): Promise<void> {
      if (accounts.find(username)) return;
      await accounts.create(username, email);
      await accounts.setPassword(username, password, true);
    },

    /** The client secret of a partner; throws for one that was not named at the start. */
    partnerSecret(clientId: string): string {
      const secret = secrets.partnerSecrets[clientId];
      if (!secret || !partnerIds.includes(clientId)) throw new Error(`No partner is called ${clientId}.`);
      return secret;
    },

    /** The public keys that verify access tokens. */
    jwks: () => publicKeys(secrets),

    close: () => database.close(),
  };
}
