import type { loadCity } from '../../contract/staff/city.ts';
import { accountName } from '../../domain/account-name.ts';
import { cityFaults } from '../../domain/city-faults.ts';
import { openJob } from '../../domain/job.ts';
import { agree, refuse, refuseField } from '../../domain/outcome.ts';
import type { Accounts } from '../../domain/ports/accounts.ts';
import type { Answer, Call } from '../answer.ts';
import { byStaff } from './decide-for-unit.ts';
import type { PutCalendarNeeds } from './put-calendar.ts';

type Needs = PutCalendarNeeds & { readonly accounts: Accounts };
type LoadCall = Call<typeof loadCity>;

export const answer: Answer<typeof loadCity, Needs> = async (call, needs) => {
  const { city, office, body } = call;
  if (body.city.id !== city) return refuseField('city.id', 'other-city');
  const faults = cityFaults(body);
  if (faults.length > 0) {
    return refuse('invalid', {
      fields: [{ path: 'body', problem: 'contradicts-itself' }],
      faults: faults.slice(0, 20),
    });
  }
  const loaded = await needs.directory.load(body);
  if (!loaded.agreed) return loaded;
  await moveDatesOfChangedCalendars(call, needs);
  const isNew = (username: string) => !office.users.some((user) => user.username === username);
  for (const user of body.users.filter(({ username }) => isNew(username))) {
    await needs.accounts.open(accountName(city, user.username), user.email);
  }
  const { units, officials, topics, users, venues } = body;
  return agree({
    ...{ units: units.length, officials: officials.length, topics: topics.length },
    ...{ users: users.length, venues: venues.length },
  });
};

const WHY = { fa: 'تغییر تقویم کاری', en: 'The working calendar has changed' };

/** A calendar that the file brings moves open dates as one does that somebody puts: once for the city, else unit by unit. */
const moveDatesOfChangedCalendars = async (call: LoadCall, { jobs, keys, clock }: Needs): Promise<void> => {
  const { city, office, body, caller } = call;
  const [at, by] = [clock.now(), byStaff(caller)];
  const reason = body.city.locales[0] === 'fa' ? WHY.fa : WHY.en;
  for (const unit of changedPlaces(office, body)) {
    const id = keys.hash(city, 'content', JSON.stringify([at, caller.username, 'load', unit]));
    await jobs.add(openJob({ city, id, unit, reason, by }, body, at));
  }
};

/** The whole city (no unit), or those units whose own calendar is another one. */
const changedPlaces = (before: LoadCall['office'], after: LoadCall['body']): (string | undefined)[] => {
  const isOther = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);
  if (isOther(before.city.calendar, after.city.calendar)) return [undefined];
  return after.units
    .filter(({ id, calendar }) => before.units.some((unit) => unit.id === id && isOther(unit.calendar, calendar)))
    .map(({ id }) => id);
};
