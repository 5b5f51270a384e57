import type { loadCity } from '../../contract/staff/city.ts';
import { accountName } from '../../domain/account-name.ts';
import { cityFaults } from '../../domain/city-faults.ts';
import { agree, refuse, refuseField } from '../../domain/outcome.ts';
import type { Accounts } from '../../domain/ports/accounts.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Answer } from '../answer.ts';

type Needs = { readonly directory: Directory; readonly accounts: Accounts };

export const answer: Answer<typeof loadCity, Needs> = async ({ city, office, body }, { directory, accounts }) => {
  if (body.city.id !== city) return refuseField('city.id', 'other-city');
  const faults = cityFaults(body);
  if (faults.length > 0) {
    return refuse('invalid', {
      fields: [{ path: 'body', problem: 'contradicts-itself' }],
      faults: faults.slice(0, 20),
    });
  }
  const loaded = await directory.load(body);
  if (!loaded.agreed) return loaded;
  const isNew = (username: string) => !office.users.some((user) => user.username === username);
  for (const user of body.users.filter(({ username }) => isNew(username))) {
    await accounts.open(accountName(city, user.username), user.email);
  }
  const { units, officials, topics, users, venues } = body;
  return agree({
    ...{ units: units.length, officials: officials.length, topics: topics.length },
    ...{ users: users.length, venues: venues.length },
  });
};
