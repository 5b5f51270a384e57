import { eastmere } from '../../cities/eastmere.ts';
import type { CityData } from '../../domain/city.ts';
import type { CitizenSession } from '../../domain/ports/keys.ts';
import { type Opening, submit } from '../../domain/submission.ts';
import { type Instant, instantAt } from '../../domain/time.ts';
import type { User } from '../../domain/user.ts';
import { agreed, applicantOf } from '../support/world.ts';

/**
 * The smallest city in which everything can happen: one post, one turn, two citizens, staff who may do everything. It is open
 * every day at the same hours, so that a life looks the same whenever it is lived: only the distance between instants counts.
 */
export const CITY = eastmere.city.id;
const { units, officials, topics } = eastmere;
const [post] = officials.filter(({ allocation }) => allocation === 'first-come');
if (!post) throw new Error('The seed has a post whose queue is first come, first served');
export const UNIT = post.unit;
const clerkUnits = units.filter(({ kind }) => kind !== 'external').map(({ id }) => id);

/** Two members of the staff look alike: who of them acted is no part of a state. */
export const CLERK: User = {
  ...{ username: 'clerk', displayName: 'Clerk', email: 'clerk@eastmere.example', locale: 'en' },
  roles: clerkUnits.flatMap((unit) =>
    (['expert', 'secretary', 'owner', 'unit-manager', 'coordinator'] as const).map((role) => ({ role, unit })),
  ),
};

const calendar = { ...eastmere.city.calendar, timeZone: 'UTC', weekend: [], holidays: [] };
const short = { triageWorkingDays: 1, turnOfferedWithinWorkingDays: 2, offerHoldWorkingDays: 1, rungWorkingDays: 1 };
const limits = { needsInfo: 1, answered: 1, objection: 2, confirmation: 1 };

export const OFFICE: CityData = {
  ...eastmere,
  city: {
    ...eastmere.city,
    ...{ timeZone: 'UTC', calendar },
    policies: {
      ...eastmere.city.policies,
      ...short,
      ...{ orderDueWorkingDays: 2, citizenAnswersWithinWorkingDays: limits, silentCallsPercent: 0 },
      releasedSlotDelayMinutes: { min: 30, max: 30 },
      ladder: [{ rung: 'coordinator' }],
    },
  },
  units: units.map(({ calendar: _, policies: __, ...unit }) => unit),
  users: [CLERK],
};

/** The day to which all instants of a state at rest are moved. */
export const TODAY = '2026-06-08';
export const OPENING: Instant = instantAt(TODAY, '09:30', 'UTC');

/** The names of the two requests: exchanged everywhere, they give the same world. */
export const REQUESTS = ['aaaa0000', 'bbbb0000'] as const;
export type RequestName = (typeof REQUESTS)[number];
export const nameIn = (text: string): RequestName | undefined =>
  REQUESTS.find((name) => text.includes(name.slice(0, 4)));

export const SLOT_ID = 'the-turn';
export const slotAt = (startsAt: Instant, endsAt: Instant) => ({
  ...{ city: CITY, id: SLOT_ID, session: 'the-session', official: post.id, number: 1, kind: 'regular' as const },
  ...{ startsAt, endsAt },
});

export const citizenOf = (request: RequestName): CitizenSession => ({
  ...{ proof: 'contact', key: `${request.slice(0, 4)}-reader`, expiresAt: '2099-01-01T00:00:00.000Z' },
});

/** A submission as the rule makes it; the people and texts beside it are nobody's matter here. */
export const openingOf = (request: RequestName, at: Instant): Opening => {
  const prefix = request.slice(0, 4);
  const wish = {
    ...{ id: request, code: `${prefix}-code`, official: post.id, topic: topics.at(-1)?.id ?? '', channel: 'web' },
    ...{ parties: [applicantOf(OFFICE, at)], content: { text: '', documents: [], fingerprint: 'same' } },
    keys: { applicantKey: `${prefix}-key`, readers: [`${prefix}-reader`], search: [] },
  };
  return agreed(submit(wish, { at, by: { actor: 'citizen' }, office: OFFICE }));
};
