import { expect, test } from 'vitest';
import { firstSignIns, otherSignIns } from '../../local/seed.ts';
import { openSeededAccounts } from '../../local/seed-accounts.ts';

/** Accounts that take their time; `opened` are their names in the order in which they were asked for. */
const slowly = () => {
  const opened: string[] = [];
  const ensureAccount = async ({ username }: { username: string }) => {
    opened.push(username);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { opened, ensureAccount };
};

const LATE = 'eastmere.manager.waste';

test('one account of each role and city can sign in at once, the others in the end, each opened once', async () => {
  const { opened, ensureAccount } = slowly();
  const accounts = await openSeededAccounts(ensureAccount, 'password');
  const first = firstSignIns().length;
  expect(opened.length).toBeGreaterThanOrEqual(first);
  expect(opened.slice(0, first)).toContain('tehran.coordinator');
  expect(opened).not.toContain(LATE);
  await accounts.openNow(LATE);
  while (opened.length < first + otherSignIns().length) await new Promise((resolve) => setImmediate(resolve));
  await accounts.close();
  expect(new Set(opened).size).toBe(opened.length);
});

test('an account that is wanted need not wait for its turn, and closing ends the row', async () => {
  const { opened, ensureAccount } = slowly();
  const accounts = await openSeededAccounts(ensureAccount, 'password');
  await accounts.openNow(LATE);
  await accounts.openNow('tehran.nobody.nowhere');
  await accounts.close();
  expect(opened).toContain(LATE);
  expect(opened.length).toBeLessThan(firstSignIns().length + otherSignIns().length / 2);
});
