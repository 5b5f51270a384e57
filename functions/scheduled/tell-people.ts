import {
  type DigestLine,
  linesOf,
  linesOfCommittee,
  linesOfToday,
  MOST_LINES,
  readersOf,
  unitsToTell,
} from '../../domain/digest.ts';
import { type Office, today } from '../../domain/office.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Committees } from '../../domain/ports/committees.ts';
import type { Digests } from '../../domain/ports/digests.ts';
import type { Letters, StoredLetter } from '../../domain/ports/letters.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import { type Instant, instantAt, type LocalDate, plusDays } from '../../domain/time.ts';
import type { User } from '../../domain/user.ts';
import { inTurns } from './in-turns.ts';

export type TellPeopleNeeds = {
  readonly digests: Digests;
  readonly committees: Committees;
  readonly letters: Letters;
  readonly requests: Requests;
  readonly clock: Clock;
};

/** A letter that has waited for the morning, and what is still to be said of it. */
type Waiting = { readonly letter: StoredLetter; readonly lines: readonly DigestLine[] };

const MOST_LETTERS = 5000;
const MOST_CLIMBING = 1000;
const MOST_COMMITTEES = 200;

/**
 * Writes the digests of those whose office has opened since the last run: what came to them, and what climbs today. Broken
 * off anywhere and run again, it tells nothing twice: a person has one digest a day, and what the last one said is left out.
 *
 * @returns how many digests were written
 */
export const tellPeople = async (office: Office, needs: TellPeopleNeeds): Promise<number> => {
  const { digests, letters, clock } = needs;
  const [city, at] = [office.city.id, clock.now()];
  const on = today(office, at);
  const units = unitsToTell(office, at, await digests.toldUnits(city, on));
  if (units.length === 0) return 0;
  const isTheirs = ({ to }: Pick<DigestLine, 'to'>) => to.kind === 'staff' && units.includes(to.unit);

  const waiting = await waitingLetters(office, at, needs);
  const mornings = waiting.filter(({ letter }) => letter.to !== 'applicant' && isTheirs({ to: letter.to }));
  const lines = [
    ...(await committeesToday(office, at, needs)),
    ...mornings.flatMap((morning) => morning.lines),
    ...(await climbingToday(office, at, needs)),
  ];
  const copies = lines.filter(isTheirs).flatMap((line) => readersOf(line, office, at).map((user) => ({ user, line })));
  const byReader = Map.groupBy(copies, ({ user }) => user);
  const told = await inTurns([...byReader], ([user, own]) =>
    tellOne(
      user,
      own.map(({ line }) => line),
      { city, on, at },
      digests,
    ),
  );
  const read = new Map(told.flatMap((one) => (one === 'failed' ? [] : [[one.username, one.keys] as const])));
  const settled = await inTurns(mornings, ({ letter, lines }) => settle(letter, lines, read, { office, at, letters }));
  if (![...told, ...settled].includes('failed')) await digests.noteTold(city, on, units);
  return told.filter((one) => one !== 'failed' && one.isNew).length;
};

const waitingLetters = async (office: Office, at: Instant, { letters, requests }: TellPeopleNeeds) => {
  const city = office.city.id;
  const gathered = await letters.gathered(city, at, MOST_LETTERS);
  const about = await inTurns([...new Set(gathered.map(({ request }) => request))], (id) =>
    requests.find(city, id, { mayLag: true }),
  );
  const found = new Map(about.flatMap((one) => (one && one !== 'failed' ? [[one.id, one] as const] : [])));
  return gathered.flatMap((letter): Waiting[] => {
    const request = found.get(letter.request);
    return request ? [{ letter, lines: linesOf(letter, request) }] : [];
  });
};

const committeesToday = async (office: Office, at: Instant, { committees }: TellPeopleNeeds): Promise<DigestLine[]> => {
  const day = today(office, at);
  const unclosed = await committees.unclosed(office.city.id, endOf(day, office), MOST_COMMITTEES);
  return unclosed.flatMap((committee) => linesOfCommittee(committee, day));
};

const endOf = (day: LocalDate, office: Office): Instant => instantAt(plusDays(day, 1), '00:00', office.city.timeZone);

const climbingToday = async (office: Office, at: Instant, { requests }: TellPeopleNeeds): Promise<DigestLine[]> => {
  const city = office.city.id;
  const endOfDay = endOf(today(office, at), office);
  const ids = await requests.withOverdueOrders(city, endOfDay, MOST_CLIMBING);
  const found = await inTurns(ids, (id) => requests.find(city, id));
  return found.flatMap((request) =>
    request && request !== 'failed' ? linesOfToday(request, { office, at }, endOfDay) : [],
  );
};

/** The keys of all that this person has been told by now, today's digest and the one before together. */
const tellOne = async (
  { username, email }: User,
  lines: readonly DigestLine[],
  { city, on, at }: { city: string; on: string; at: Instant },
  digests: Digests,
) => {
  const last = (await digests.of(city, username, 1))[0];
  const said = new Set((last?.lines ?? []).map(({ key }) => key));
  const fresh = lines.filter(({ key }) => !said.has(key)).slice(0, MOST_LINES);
  if (last?.on === on || fresh.length === 0) return { username, keys: said, isNew: false };
  const digest = await digests.add({ city, username, on, at, lines: fresh }, { mailed: email !== undefined });
  return { username, keys: new Set([...said, ...digest.lines.map(({ key }) => key)]), isNew: true };
};

/** A letter is told once everybody whom it is for has read it, in a digest. */
const settle = async (
  letter: StoredLetter,
  lines: readonly DigestLine[],
  read: ReadonlyMap<string, ReadonlySet<string>>,
  { office, at, letters }: { office: Office; at: Instant; letters: Letters },
): Promise<void> => {
  if (lines.length === 0) return letters.settle([{ letter, result: 'overtaken' }], at);
  const copies = lines.flatMap((line) => readersOf(line, office, at).map(({ username }) => ({ username, ...line })));
  if (copies.length === 0) return letters.settle([{ letter, result: 'undeliverable' }], at);
  const isTold = copies.every(({ username, key }) => read.get(username)?.has(key));
  if (isTold) await letters.settle([{ letter, result: 'sent' }], at);
};
