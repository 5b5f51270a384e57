import type { Directory } from '../../domain/ports/directory.ts';
import { inTurns } from './in-turns.ts';
import { type RemindOfHolidaysNeeds, remindOfHolidays } from './remind-of-holidays.ts';
import { type SendDigestNeeds, sendDigest } from './send-digest.ts';
import { type TellPeopleNeeds, tellPeople } from './tell-people.ts';

export type SendDigestsNeeds = TellPeopleNeeds &
  SendDigestNeeds &
  RemindOfHolidaysNeeds & { readonly directory: Directory };

/** How many people were told something this morning, and how the e-mails ended. */
export type DigestsSent = Readonly<Record<'told' | 'sent' | 'undeliverable' | 'unknown' | 'failed', number>>;

const MOST_PER_CITY = 500;

/** Tells the staff, when their office opens, what has come to them: one message each. Run again and again, it tells it once. */
export const run = async (needs: SendDigestsNeeds): Promise<DigestsSent> => {
  const ends = { told: 0, sent: 0, undeliverable: 0, unknown: 0, failed: 0, overtaken: 0, passed: 0 };
  for (const city of await needs.directory.cities()) {
    const office = await needs.directory.office(city);
    if (!office) continue;
    ends.told += await tellPeople(office, needs);
    ends.told += await remindOfHolidays(office, needs);
    const due = await needs.digests.due(city, needs.clock.now(), MOST_PER_CITY);
    for (const end of await inTurns(due, (digest) => sendDigest(digest, office, needs))) ends[end] += 1;
  }
  return ends;
};
