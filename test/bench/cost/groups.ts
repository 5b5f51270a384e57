import type { Key } from '../../../adapters/dynamo/keys.ts';

/** What the units of a life are spent on. Core = the request, its orders, its wait item, and their indexes. */
export const GROUPS = ['core', 'slot', 'search', 'events', 'messages', 'ledger', 'audit', 'other'] as const;
export type Group = (typeof GROUPS)[number];

/** Where the items of a partition belong, by the word behind the city; those of a request's, by their sort key. */
const OF_PARTITION: Readonly<Record<string, Group>> = {
  ...{ WAIT: 'core', CODE: 'search', SEARCH: 'search' },
  ...{ SLOT: 'slot', SESSION: 'slot', SESSIONS: 'slot', DAY: 'slot', QUEUE: 'slot', 'QUEUE-LOOKS': 'slot' },
  ...{ 'VENUE-DAY': 'slot', SITS: 'slot', DIGEST: 'messages', TOLD: 'messages' },
  ...{ COMMITTEE: 'other', COMMITTEES: 'other', SCAN: 'other' },
  ...{ LEDGER: 'ledger', UNCHAINED: 'ledger', LOOKS: 'audit' },
  ...{ DIRECTORY: 'other', JOB: 'other', MARK: 'other', PROOF: 'other', COUNT: 'other', OPEN: 'other' },
};
const IN_CASE: Readonly<Record<string, Group>> = {
  ...{ CORE: 'core', EVENTS: 'events', CALL: 'messages' },
  ...{ CONTENT: 'other', DOCUMENT: 'other' },
};

/** The group of an item. Throws for an item that belongs to none: whoever adds one says where it is counted. */
export const groupOf = ({ pk, sk }: Key): Group => {
  if (pk === 'CITIES') return 'other';
  const [, kind = ''] = pk.split('#');
  const [part = ''] = sk.split('#');
  const group = kind === 'REQUEST' ? IN_CASE[part] : OF_PARTITION[kind];
  if (!group) throw new Error(`${pk} / ${sk} belongs to no group of costs`);
  return group;
};
