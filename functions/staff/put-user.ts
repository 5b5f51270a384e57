import type { putUser } from '../../contract/staff/directory.ts';
import { accountName } from '../../domain/account-name.ts';
import type { Accounts } from '../../domain/ports/accounts.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Answer } from '../answer.ts';

type Needs = { readonly directory: Directory; readonly accounts: Accounts };

/** First the rights, then the account: somebody who can sign in without rights may do nothing. */
export const answer: Answer<typeof putUser, Needs> = async ({ city, params, body }, { directory, accounts }) => {
  const put = await directory.put(city, 'user', { ...body, username: params.username });
  if (put.agreed) await accounts.open(accountName(city, params.username), body.email);
  return put;
};
