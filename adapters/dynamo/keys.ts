import type { Post } from '../../domain/ledger.ts';
import type { Desk } from '../../domain/ports/requests.ts';
import type { DayOf } from '../../domain/ports/sessions.ts';
import type { Status } from '../../domain/request.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import type { Visit } from '../../domain/visit.ts';

/**
 * Every key of the one table. All begin with the city; none holds a person's data, only keyed hashes.
 *
 * | what                        | pk                           | sk                        | read by                                  |
 * |-----------------------------|------------------------------|---------------------------|------------------------------------------|
 * | request without orders      | city#REQUEST#id              | CORE#REQUEST              | find: one strong Query of CORE#          |
 * | order                       |                              | CORE#ORDER#nnn            | the same                                 |
 * | texts, people, search keys  |                              | CONTENT                   | case file: one Query of the partition    |
 * | timeline, letters of a version|                            | EVENTS#version            | the same; `due` LETTERS or GATHERED      |
 * | document                    |                              | DOCUMENT#id               | the same                                 |
 * | call task                   |                              | CALL#id                   | `inbox` calls of a unit, or by its id    |
 * | look at a case              | city#LOOKS#id                | at#username               | inspectors, newest last                  |
 * | wait item of the workflow   | city#WAIT#id                 | WAIT                      | the state machine, waker, sweeper        |
 * | tracking code → request     | city#CODE#code               | CODE                      | citizens, phone line                     |
 * | open request of an applicant| city#OPEN#applicantKey       | official                  | the limit of open requests               |
 * | word of a case              | city#SEARCH#hash             | unit/path/requestId       | search, within a part of the unit tree   |
 * | slot                        | city#SLOT#id                 | SLOT                      | hold, confirm, release                   |
 * | session                     | city#SESSION#id              | SESSION                   | by id                                    |
 * | meeting day of a turn       |                              | VISIT#nnn                 | with its session: one Query              |
 * | session in its listing      | city#SESSIONS#official       | startsAt#id               | sessions of an official from a moment on |
 * | ledger: not chained yet     | city#UNCHAINED               | official#at#request#version| the writer of the chain                 |
 * | ledger: line of the chain   | city#LEDGER#official         | LINE#number               | auditors, in the order of the chain      |
 * | ledger: the last line       |                              | HEAD                      | the writer's condition                   |
 * | queue: mark to look at it   | city#QUEUE-LOOKS             | at#official#id            | the allocation of turns, by what is due  |
 * | queue: wish for an earlier  | city#QUEUE#official          | WISH#since#request        | the allocation of turns (expires)        |
 * | queue: its draws            |                              | DRAWS                     | the allocation of turns                  |
 * | nth session of a day        | city#DAY#official            | day#n                     | who plans another one of that day        |
 * | the same at a venue         | city#VENUE-DAY#venue         | day#n                     | the same                                 |
 * | session at which a post sits| city#SITS#post               | day#session               | who proposes attendees                   |
 * | the city's own data         | city#DIRECTORY               | CITY, UNIT#id, USER#name… | the whole office: one Query              |
 * | cities of this table        | CITIES                       | city                      | sweepers                                 |
 * | digest of a member of staff | city#DIGEST#username         | day                       | its reader, newest first; `due` DIGESTS  |
 * | units told that day (expires)| city#TOLD#day               | TOLD                      | the writer of the digests                |
 * | committee of a unit         | city#COMMITTEE#id            | COMMITTEE                 | with its agenda: one Query               |
 * | matter of a committee       |                              | MATTER#nnn                | the same                                 |
 * | committee in its listing    | city#COMMITTEES#unit         | startsAt#id               | committees of a unit, newest first       |
 * | job that keeps its place    | city#JOB#id                  | JOB                       | by id; `due` JOBS while it is unfinished |
 * | uploaded file, its pages    | city#SCAN#id                 | SCAN                      | by id; `due` SCANS while work is left    |
 * | what a city was told once   | city#MARK#name               | MARK                      | by its name                              |
 * | one-time code (expires)     | city#PROOF#id                | PROOF                     | redeem                                   |
 * | count of codes (expires)    | city#COUNT#key#day           | COUNT                     | the day's limits                         |
 *
 * Index `inbox` (inboxKey, inboxSort), what waits on a desk, oldest first:
 *   requests city#pile#unit-or-official / submittedAt#id · orders city#orders#unit / climbsAt#request#number ·
 *   call tasks city#calls#unit / dueAt#id. Closed requests, settled orders and done tasks leave it.
 * Index `promises` (promiseKey, promiseSort), what a post has ordered and is still open, the longest due first:
 *   orders city#official / due date#request#number.
 * Index `due` (dueKey, dueAt), what must be looked at by when:
 *   city#WAITS / expectedBy · city#LETTERS / when to send · city#CLIMBS / climbsAt of an order ·
 *   city#JOBS / next run of a job · city#SCANS / when to look at a file or make its pictures ·
 *   city#COMMITTEES / begin of a committee that is not closed ·
 *   city#GATHERED / the morning of a letter that is told with others · city#DIGESTS / when to send a digest.
 * What is only kept until it is done lies in the order in which it is due, in a partition of its own, and needs no index.
 */
export type Key = { readonly pk: string; readonly sk: string };

/** What the sort keys in a request's partition begin with; `CORE#` is its hot part. */
export const CORE = 'CORE#';
export const EVENTS = 'EVENTS#';
export const DOCUMENT = 'DOCUMENT#';

const padded = (number: number, digits: number): string => String(number).padStart(digits, '0');

export const casePartition = (city: string, id: string): string => `${city}#REQUEST#${id}`;
const inCase = (city: string, id: string, sk: string): Key => ({ pk: casePartition(city, id), sk });

export const requestKey = (city: string, id: string): Key => inCase(city, id, `${CORE}REQUEST`);
export const orderKey = (city: string, id: string, number: number): Key =>
  inCase(city, id, `${CORE}ORDER#${padded(number, 3)}`);
export const contentKey = (city: string, id: string): Key => inCase(city, id, 'CONTENT');
export const eventsKey = (city: string, id: string, version: number): Key =>
  inCase(city, id, `${EVENTS}${padded(version, 6)}`);
export const documentKey = (city: string, id: string, document: string): Key =>
  inCase(city, id, `${DOCUMENT}${document}`);
/** A call task's id begins with the id of its request, so that the task lies beside it. */
export const callTaskKey = (city: string, task: string): Key => inCase(city, task.split('.', 1).join(), `CALL#${task}`);

export const looksPartition = (city: string, id: string): string => `${city}#LOOKS#${id}`;
export const lookKey = (city: string, id: string, look: { at: Instant; username: string }): Key => ({
  pk: looksPartition(city, id),
  sk: `${look.at}#${look.username}`,
});
export const waitKey = (city: string, id: string): Key => ({ pk: `${city}#WAIT#${id}`, sk: 'WAIT' });
export const codeKey = (city: string, code: string): Key => ({ pk: `${city}#CODE#${code}`, sk: 'CODE' });
export const openClaimKey = (city: string, applicantKey: string, official: string): Key => ({
  pk: `${city}#OPEN#${applicantKey}`,
  sk: official,
});
/** The path ends with a slash before the id, so that `hq/d1` is no prefix of what lies in `hq/d12`. */
export const searchKeyOf = (city: string, hash: string, unitPath: string, id: string): Key => ({
  pk: searchPartition(city, hash),
  sk: `${searchScope(unitPath)}${id}`,
});
export const searchPartition = (city: string, hash: string): string => `${city}#SEARCH#${hash}`;
export const searchScope = (unitPath: string): string => `${unitPath}/`;

export const slotKey = (city: string, id: string): Key => ({ pk: `${city}#SLOT#${id}`, sk: 'SLOT' });
export const sessionPartition = (city: string, id: string): string => `${city}#SESSION#${id}`;
export const sessionKey = (city: string, id: string): Key => ({ pk: sessionPartition(city, id), sk: 'SESSION' });
export const visitKey = ({ city, session, number }: Visit): Key => ({
  pk: sessionPartition(city, session),
  sk: `VISIT#${padded(number, 3)}`,
});
export const sessionsPartition = (city: string, official: string): string => `${city}#SESSIONS#${official}`;
export const sessionListingKey = (session: { city: string; official: string; startsAt: Instant; id: string }): Key => ({
  pk: sessionsPartition(session.city, session.official),
  sk: `${session.startsAt}#${session.id}`,
});

export const CHAINED = 'LINE#';
export const ledgerPartition = ({ city, official }: Post): string => `${city}#LEDGER#${official}`;
export const unchainedPartition = (city: string): string => `${city}#UNCHAINED`;
/** What the sort keys of a post's entries begin with. */
export const unchainedPrefix = (official: string): string => `${official}#`;
export const unchainedKey = ({ city, official }: Post, id: string): Key => ({
  pk: unchainedPartition(city),
  sk: `${unchainedPrefix(official)}${id}`,
});
export const ledgerLineKey = (post: Post, number: number): Key => ({
  pk: ledgerPartition(post),
  sk: `${CHAINED}${padded(number, 9)}`,
});
export const ledgerHeadKey = (post: Post): Key => ({ pk: ledgerPartition(post), sk: 'HEAD' });

export const queueLooksPartition = (city: string): string => `${city}#QUEUE-LOOKS`;
export const queueLookKey = ({ city, official }: Post, look: { at: Instant; id: string }): Key => ({
  pk: queueLooksPartition(city),
  sk: `${look.at}#${official}#${look.id}`,
});
export const queuePartition = ({ city, official }: Post): string => `${city}#QUEUE#${official}`;
export const WISH = 'WISH#';
export const wishKey = ({ since, request, ...post }: Post & { since: Instant; request: string }): Key => ({
  pk: queuePartition(post),
  sk: `${WISH}${since}#${request}`,
});
export const drawsKey = (post: Post): Key => ({ pk: queuePartition(post), sk: 'DRAWS' });

export const sessionOfDayKey = (session: { city: string; official: string; on: string; ofDay: number }): Key => ({
  pk: dayPartition(session.city, session),
  sk: `${dayPrefix(session.on)}${session.ofDay}`,
});

/** The partition of a day's sessions, and what its sort keys begin with on that day. */
export const dayPartition = (city: string, of: DayOf): string =>
  'official' in of ? `${city}#DAY#${of.official}` : `${city}#VENUE-DAY#${of.venue}`;
export const dayPrefix = (on: LocalDate): string => `${on}#`;
export const sessionOfVenueDayKey = (session: { city: string; venue: string; on: string }, nth: number): Key => ({
  pk: dayPartition(session.city, { venue: session.venue }),
  sk: `${dayPrefix(session.on)}${nth}`,
});
export const sitsPartition = (city: string, post: string): string => `${city}#SITS#${post}`;
export const sitsKey = ({ city, on, id }: { city: string; on: string; id: string }, post: string): Key => ({
  pk: sitsPartition(city, post),
  sk: `${dayPrefix(on)}${id}`,
});

export const directoryPartition = (city: string): string => `${city}#DIRECTORY`;
export const cityKey = (city: string): Key => ({ pk: directoryPartition(city), sk: 'CITY' });
export const directoryKey = (
  city: string,
  kind: 'UNIT' | 'OFFICIAL' | 'TOPIC' | 'USER' | 'VENUE' | 'TEMPLATE' | 'PARTNER',
  id: string,
): Key => ({ pk: directoryPartition(city), sk: `${kind}#${id}` });
export const CITIES = 'CITIES';

export const digestPartition = (city: string, username: string): string => `${city}#DIGEST#${username}`;
export const digestKey = ({ city, username, on }: { city: string; username: string; on: string }): Key => ({
  pk: digestPartition(city, username),
  sk: on,
});
export const toldKey = (city: string, on: string): Key => ({ pk: `${city}#TOLD#${on}`, sk: 'TOLD' });

export const committeePartition = (city: string, id: string): string => `${city}#COMMITTEE#${id}`;
export const committeeKey = (city: string, id: string): Key => ({ pk: committeePartition(city, id), sk: 'COMMITTEE' });
export const matterKey = (city: string, id: string, number: number): Key => ({
  pk: committeePartition(city, id),
  sk: `MATTER#${padded(number, 3)}`,
});
export const committeesPartition = (city: string, unit: string): string => `${city}#COMMITTEES#${unit}`;
export const committeeListingKey = (committee: { city: string; unit: string; startsAt: Instant; id: string }): Key => ({
  pk: committeesPartition(committee.city, committee.unit),
  sk: `${committee.startsAt}#${committee.id}`,
});

export const jobKey = (city: string, id: string): Key => ({ pk: `${city}#JOB#${id}`, sk: 'JOB' });
export const scanKey = (city: string, id: string): Key => ({ pk: `${city}#SCAN#${id}`, sk: 'SCAN' });
export const markKey = (city: string, name: string): Key => ({ pk: `${city}#MARK#${name}`, sk: 'MARK' });
export const proofKey = (city: string, id: string): Key => ({ pk: `${city}#PROOF#${id}`, sk: 'PROOF' });
export const countKey = (city: string, key: string, at: Instant): Key => ({
  pk: `${city}#COUNT#${key}#${at.slice(0, 10)}`,
  sk: 'COUNT',
});

/** On which pile of the unit (or, for the queue, of the official) a request of that status lies; closed ones on none. */
const PILES: Readonly<Record<Exclude<Status, 'closed'>, Desk['pile']>> = {
  submitted: 'triage',
  'needs-info': 'triage',
  answered: 'triage',
  declined: 'triage',
  waiting: 'queue',
  offered: 'queue',
  scheduled: 'meetings',
  met: 'meetings',
  'in-follow-up': 'follow-up',
  'awaiting-confirmation': 'follow-up',
};

/** The desk on which a request lies; none once it is closed. */
export const deskOf = (request: { city: string; status: Status; unit: string; official: string }): Desk | undefined => {
  if (request.status === 'closed') return undefined;
  const pile = PILES[request.status];
  return { city: request.city, pile, of: pile === 'queue' ? request.official : request.unit };
};

export const inboxKeyOf = ({ city, pile, of }: Desk): string => `${city}#${pile}#${of}`;
export const ordersInbox = (city: string, unit: string): string => `${city}#orders#${unit}`;
export const promisesInbox = (city: string, official: string): string => `${city}#${official}`;
export const callsInbox = (city: string, unit: string): string => `${city}#calls#${unit}`;

export const dueWaits = (city: string): string => `${city}#WAITS`;
export const dueLetters = (city: string): string => `${city}#LETTERS`;
export const dueJobs = (city: string): string => `${city}#JOBS`;
export const dueClimbs = (city: string): string => `${city}#CLIMBS`;
export const dueCommittees = (city: string): string => `${city}#COMMITTEES`;
export const dueGathered = (city: string): string => `${city}#GATHERED`;
export const dueDigests = (city: string): string => `${city}#DIGESTS`;
export const dueScans = (city: string): string => `${city}#SCANS`;

/** The request that a key of its partition, or of its wait item, belongs to. */
export const requestOfPartition = (pk: string): string => partitionParts(pk).id;
/** City and id of a partition such as `tehran#REQUEST#id`. */
export const partitionParts = (pk: string): { city: string; id: string } => {
  const [city = '', , id = ''] = pk.split('#');
  return { city, id };
};
