import type { BodyOf, ReplyOf } from '../../../../contract/operation.ts';
import type {
  putOfficial,
  putPartner,
  putTopic,
  putUnit,
  putUser,
  putVenue,
} from '../../../../contract/staff/directory.ts';
import type { Answered } from '../../../api/client.ts';
import type { StaffClient } from '../../../api/staff-client.ts';

const KINDS = ['units', 'officials', 'topics', 'venues', 'users', 'partners'] as const;
export type Kind = (typeof KINDS)[number];

/** What the directory holds, by its kind. */
export type Entries = {
  readonly units: ReplyOf<typeof putUnit>;
  readonly officials: ReplyOf<typeof putOfficial>;
  readonly topics: ReplyOf<typeof putTopic>;
  readonly venues: ReplyOf<typeof putVenue>;
  readonly users: ReplyOf<typeof putUser>;
  readonly partners: ReplyOf<typeof putPartner>;
};
export type Entry = Entries[Kind];

export const isKind = (text: string): text is Kind => KINDS.some((kind) => kind === text);

/** What tells entries of one kind apart. */
export const idOf = (entry: Entry): string =>
  'username' in entry ? entry.username : 'clientId' in entry ? entry.clientId : entry.id;

const MOST_A_PAGE = 100;

/** All entries of one kind, ended ones among them. */
export const listEntries = async <Of extends Kind>(
  call: StaffClient,
  kind: Of,
): Promise<Answered<readonly Entries[Of][]>> => {
  const all: Entries[Of][] = [];
  let after: string | undefined;
  do {
    const page = await call('list-directory', { params: { kind }, query: { limit: MOST_A_PAGE, after } });
    if (!page.agreed) return page;
    // What is listed under a kind is of that kind.
    all.push(...(page.value.items as Entries[Of][]));
    after = page.value.next;
  } while (after !== undefined);
  return { agreed: true, value: all };
};

/** Keeps an entry. What a form has read is checked by the API, which names every field that is wrong. */
export const putEntry = (
  call: StaffClient,
  kind: Kind,
  id: string,
  said: Readonly<Record<string, unknown>>,
): Promise<Answered<Entry>> => {
  switch (kind) {
    case 'units':
      return call('put-unit', { params: { id }, body: said as BodyOf<typeof putUnit> });
    case 'officials':
      return call('put-official', { params: { id }, body: said as BodyOf<typeof putOfficial> });
    case 'topics':
      return call('put-topic', { params: { id }, body: said as BodyOf<typeof putTopic> });
    case 'venues':
      return call('put-venue', { params: { id }, body: said as BodyOf<typeof putVenue> });
    case 'users':
      return call('put-user', { params: { username: id }, body: said as BodyOf<typeof putUser> });
    case 'partners':
      return call('put-partner', { params: { clientId: id }, body: said as BodyOf<typeof putPartner> });
  }
};
