import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { hashPassword, isPassword } from './password.ts';

export const ACCOUNT_TABLE = `
  create table if not exists accounts (
    sub text primary key, username text not null unique, email text, password text,
    permanent integer not null, enabled integer not null, created_at integer not null, changed_at integer not null,
    failures integer not null default 0, locked_until integer not null default 0
  );`;

const Account = z.object({
  sub: z.string(),
  username: z.string(),
  email: z.nullable(z.string()),
  password: z.nullable(z.string()),
  /** False until an administrator has set a password to stay. */
  permanent: z.number(),
  enabled: z.number(),
  created_at: z.number(),
  changed_at: z.number(),
  failures: z.number(),
  locked_until: z.number(),
});
export type Account = z.infer<typeof Account>;

export type Accounts = ReturnType<typeof openAccounts>;

/** As Cognito: five wrong passwords are free, then each doubles the wait, up to a quarter of an hour. */
const FREE_FAILURES = 5;
const LONGEST_LOCK_MS = 15 * 60_000;

/** User names are the same in upper and lower case. */
const plain = (username: string) => username.normalize('NFKC').trim().toLowerCase();

/** The staff who may sign in. Times are real, in milliseconds since 1970. */
export function openAccounts(database: DatabaseSync) {
  const bySub = database.prepare('select * from accounts where sub = ?');
  const byName = database.prepare('select * from accounts where username = ?');
  const insert = database.prepare(
    `insert into accounts (sub, username, email, password, permanent, enabled, created_at, changed_at)
     values (?, ?, ?, ?, 0, 1, ?, ?) on conflict (username) do nothing`,
  );
  const rewrite = database.prepare(
    'update accounts set password = ?, permanent = ?, failures = 0, locked_until = 0, changed_at = ? where username = ?',
  );
  const readdress = database.prepare('update accounts set email = ?, changed_at = ? where username = ?');
  const enable = database.prepare('update accounts set enabled = ?, changed_at = ? where username = ?');
  const count = database.prepare('update accounts set failures = failures + 1, locked_until = ? where username = ?');
  const forgive = database.prepare('update accounts set failures = 0, locked_until = 0 where username = ?');
  const parse = (row: unknown): Account | undefined => (row ? Account.parse(row) : undefined);
  const find = (username: string) => parse(byName.get(plain(username)));

  return {
    find,
    findBySub: (sub: string) => parse(bySub.get(sub)),

    /** False if the name is taken. Without a password nobody can sign in yet. */
    async create(username: string, email?: string | undefined, password?: string | undefined): Promise<boolean> {
      const hash = password === undefined ? null : await hashPassword(password);
      const now = Date.now();
      return insert.run(randomUUID(), plain(username), email ?? null, hash, now, now).changes === 1;
    },

    /** False if there is no such account. */
    async setPassword(username: string, password: string, permanent: boolean): Promise<boolean> {
      const hash = await hashPassword(password);
      return rewrite.run(hash, permanent ? 1 : 0, Date.now(), plain(username)).changes === 1;
    },

    /** False if there is no such account. */
    setEmail: (username: string, email: string): boolean =>
      readdress.run(email, Date.now(), plain(username)).changes === 1,

    /** False if there is no such account. */
    setEnabled: (username: string, enabled: boolean): boolean =>
      enable.run(enabled ? 1 : 0, Date.now(), plain(username)).changes === 1,

    /** The account, if it is enabled, not locked, and the password is right. */
    async signIn(username: string, password: string): Promise<Account | undefined> {
      const right = await isPassword(password, find(username)?.password ?? undefined);
      // Read again: others may have tried meanwhile, and their failures count.
      const account = find(username);
      if (!account?.enabled || account.locked_until > Date.now()) return undefined;
      if (right) {
        forgive.run(account.username);
        return account;
      }
      const doublings = account.failures + 1 - FREE_FAILURES;
      const wait = doublings < 0 ? 0 : Math.min(1000 * 2 ** doublings, LONGEST_LOCK_MS);
      count.run(Date.now() + wait, account.username);
      return undefined;
    },
  };
}
