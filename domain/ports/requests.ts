import type { Change } from '../change.ts';
import type { Outcome } from '../outcome.ts';
import type { InLine } from '../queue.ts';
import type { Request } from '../request.ts';
import type { Opening } from '../submission.ts';
import type { Instant } from '../time.ts';
import type { MayLag } from './case-files.ts';
import type { Page } from './page.ts';

/** The requests, each with its orders. The table is the truth: a write succeeds only on the version that was read. */
export type Requests = {
  /** @returns the request with its orders, as it stands now unless it may lag */
  find(city: string, id: string, how?: MayLag): Promise<Request | undefined>;
  /** Writes a request for the first time. Refused with `already-recorded` if its id exists, `open-request-exists` if the applicant has one open with this official (`limited`). */
  add(opening: Opening, options: { limited: boolean }): Promise<Outcome<Request>>;
  /** Writes a decision whole: request, orders, events, letters, slots, and the wait item if the next step changed. */
  replace(change: Change): Promise<Outcome<Request>>;
  /**
   * Writes two decisions, both or neither. The first request inherits what its applicant's limit counts, where the other
   * closes. Refused as `replace` is, whichever was changed meanwhile.
   */
  replaceBoth(one: Change, other: Change): Promise<Outcome<Request>>;
  idOf(city: string, code: string): Promise<string | undefined>;
  /** How many items a desk holds; reads the index of that desk. */
  count(desk: Desk): Promise<number>;
  /** Who waits for a turn of a post and has no offer, in the order of its rule; at most `limit` of them. */
  line(city: string, official: string, limit: number): Promise<readonly InLine[]>;
  /** One page of a desk, oldest first. */
  list(desk: Desk, page: { limit: number; after?: string | undefined }): Promise<Page<Request>>;
  /** Requests with an open order whose moment to climb has come. */
  withOverdueOrders(city: string, at: Instant, limit: number): Promise<readonly string[]>;
  /** Orders addressed to a unit, most pressing first; those alone that climb before `until`, where it is given. */
  ordersOf(
    city: string,
    unit: string,
    page: { limit: number; after?: string | undefined; until?: Instant | undefined },
  ): Promise<Page<{ request: string; order: number }>>;
  /** Open orders that a post has given and that are due by then, the longest due first. */
  promisesOf(
    city: string,
    official: string,
    by: { until: Instant; limit: number },
  ): Promise<readonly { request: string; order: number }[]>;
};

/** A pile of work: what a unit has in triage, in meetings, in follow-up, or the queue of one official. */
export type Desk = {
  readonly city: string;
  readonly pile: 'triage' | 'queue' | 'meetings' | 'follow-up';
  /** The unit, or the official for `queue`. */
  readonly of: string;
};
