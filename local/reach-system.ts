import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderBusy } from './data-folder.ts';
import { staffTokens } from './demo/sign-ins.ts';
import { CONSOLE_CLIENT } from './sign-in/create-provider.ts';
import { openSystem } from './system.ts';

/** Where a script finds its system, and how it signs in there. */
export type Access = {
  /** A running system; without it the one on the data folder, which is started where none runs. */
  readonly to?: string | undefined;
  readonly folder: string;
  readonly port: number;
  /** The password of the accounts of a local system; the seeded one unless given. */
  readonly password?: string | undefined;
  /** Access tokens take the place of signing in: a deployed system's sign-in belongs to a person and a browser. */
  readonly token?: string | undefined;
};

export type Reached = {
  readonly url: string;
  /** Signs in an account, such as `eastmere.administrator`, once; or gives the token that came with the call. */
  tokenOf(account: string): Promise<string>;
  /** Ends what was started for the script; a system that ran before goes on. */
  close(): Promise<void>;
};

/** No system answers where one should, or it lets nobody in; the message says what to do, and needs no stack. */
export class ReachError extends Error {}

const SEEDED_PASSWORD = 'seed-password';

/** Reaches a running system, or starts the parts on the data folder. Throws `ReachError`, or `DataFolderError` if that is not ours. */
export const reachSystem = async (access: Access): Promise<Reached> => {
  if (access.to !== undefined) return running(access.to.replace(/\/+$/, ''), access, '');
  try {
    const system = await openSystem(access);
    return { url: system.url, tokenOf: orReachError(staffTokens(system)), close: system.close };
  } catch (error) {
    if (!(error instanceof DataFolderBusy)) throw error;
    const hint = `The data in ${access.folder} is in use; set PORT as it is set there, or name the system with --to.`;
    return running(`http://127.0.0.1:${access.port}`, access, hint);
  }
};

const running = async (url: string, { folder, password, token }: Access, hint: string): Promise<Reached> => {
  await fetch(`${url}/docs`).catch(() => {
    throw new ReachError(`Nothing answers at ${url}. ${hint}`.trimEnd());
  });
  const file = join(folder, SEEDED_PASSWORD);
  const seeded = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  const signIn = { issuer: `${url}/sign-in`, clientId: CONSOLE_CLIENT };
  const signedIn = staffTokens({ url, signIn, password: password ?? seeded, openAccount: async () => {} });
  return { url, tokenOf: token === undefined ? orReachError(signedIn) : async () => token, close: async () => {} };
};

const orReachError =
  (tokenOf: Reached['tokenOf']): Reached['tokenOf'] =>
  (account) =>
    tokenOf(account).catch((error: unknown) => {
      throw error instanceof Error ? new ReachError(error.message) : error;
    });
