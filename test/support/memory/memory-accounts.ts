import type { Accounts } from '../../../domain/ports/accounts.ts';

export class MemoryAccounts implements Accounts {
  /** Who may sign in, and the address the account was opened with. */
  readonly accounts = new Map<string, { email: string | undefined; open: boolean }>();

  async open(username: string, email: string | undefined): Promise<void> {
    this.accounts.set(username, { email, open: true });
  }

  async close(username: string): Promise<void> {
    const account = this.accounts.get(username);
    if (account) account.open = false;
  }
}
