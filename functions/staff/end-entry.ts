import type { endEntry } from '../../contract/staff/directory.ts';
import { accountName } from '../../domain/account-name.ts';
import { entryId } from '../../domain/city-changes.ts';
import { type EndableKind, mayEnd } from '../../domain/ending.ts';
import { today } from '../../domain/office.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Accounts } from '../../domain/ports/accounts.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Directory, Entries } from '../../domain/ports/directory.ts';
import type { Desk, Requests } from '../../domain/ports/requests.ts';
import type { Answer } from '../answer.ts';
import { ENTRY_KINDS, entriesOf } from './directory-lists.ts';

type Needs = {
  readonly directory: Directory;
  readonly requests: Requests;
  readonly accounts: Accounts;
  readonly clock: Clock;
};

export const answer: Answer<typeof endEntry, Needs> = async (call, { directory, requests, accounts, clock }) => {
  const { city, office, params, body } = call;
  const kind = ENTRY_KINDS[params.kind];
  const entries = await entriesOf(params.kind, { office, directory });
  const entry = entries.find((candidate) => entryId(candidate) === params.id);
  if (!entry) return refuse('not-found');
  const free = mayEnd(office, kind, params.id, body.endsOn);
  if (!free.agreed) return free;
  const work = await openWork(city, kind, params.id, requests);
  if (work > 0) return refuse('in-use', { openRequests: work });

  const ended = await putEnded(directory, city, kind, { ...entry, endsOn: body.endsOn });
  if (!ended.agreed) return ended;
  if (kind === 'user' && body.endsOn < today(office, clock.now())) await accounts.close(accountName(city, params.id));
  return agree({ ...params, endsOn: body.endsOn });
};

/** The entry was found under its kind, so it is one of that kind. */
const putEnded = (
  directory: Directory,
  city: string,
  kind: EndableKind,
  entry: Entries[EndableKind],
): Promise<Outcome<Entries[EndableKind]>> => directory.put(city, kind, entry);

const PILES: Partial<Record<EndableKind, readonly Desk['pile'][]>> = {
  unit: ['triage', 'meetings', 'follow-up'],
  official: ['queue'],
};

const openWork = async (city: string, kind: EndableKind, of: string, requests: Requests): Promise<number> => {
  const counts = await Promise.all((PILES[kind] ?? []).map((pile) => requests.count({ city, pile, of })));
  return counts.reduce((sum, count) => sum + count, 0);
};
