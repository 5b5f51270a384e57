import { accountName } from '../domain/account-name.ts';
import { firstSignIns, otherSignIns, type SeededUser } from './seed.ts';

export type SeededAccounts = {
  /** Resolves when this account can sign in; it need not wait for its turn. An account that is not seeded is left alone. */
  openNow(account: string): Promise<void>;
  /** Opens no more of them; the next start goes on. */
  close(): Promise<void>;
};

type NewAccount = { username: string; password: string; email?: string | undefined };

/**
 * Opens the accounts of the seeded staff, which takes a good while, for each has its own slow hash: the first of each role and
 * city before this resolves, the others in the background.
 */
export const openSeededAccounts = async (
  ensureAccount: (account: NewAccount) => Promise<void>,
  password: string,
): Promise<SeededAccounts> => {
  const opened = new Map<string, Promise<void>>();
  const open = ({ city, user }: SeededUser): Promise<void> => {
    const username = accountName(city, user.username);
    const opening = opened.get(username) ?? ensureAccount({ username, password, email: user.email });
    opened.set(username, opening);
    return opening;
  };
  for (const seeded of firstSignIns()) await open(seeded);

  const others = otherSignIns();
  let closing = false;
  const openOthers = async () => {
    for (const seeded of others) if (!closing) await open(seeded);
  };
  const background = openOthers();
  return {
    openNow: async (account) => {
      const seeded = others.find(({ city, user }) => accountName(city, user.username) === account);
      if (seeded) await open(seeded);
    },
    close: () => {
      closing = true;
      return background;
    },
  };
};
