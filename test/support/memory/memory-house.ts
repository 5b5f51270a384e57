import type { CallTask } from '../../../domain/call-task.ts';
import type { LedgerLine } from '../../../domain/ledger.ts';
import type { Party } from '../../../domain/party.ts';
import type { Clock } from '../../../domain/ports/clock.ts';
import type { Document } from '../../../domain/ports/documents.ts';
import type { WaitingEntry } from '../../../domain/ports/ledger.ts';
import type { StoredLetter } from '../../../domain/ports/letters.ts';
import type { Request, Step } from '../../../domain/request.ts';
import type { Session } from '../../../domain/session.ts';
import type { Slot } from '../../../domain/slot.ts';
import type { Content } from '../../../domain/submission.ts';
import type { Instant } from '../../../domain/time.ts';
import type { TimelineEvent } from '../../../domain/timeline.ts';
import { unitPath } from '../../../domain/unit-tree.ts';
import type { Visit } from '../../../domain/visit.ts';
import type { MemoryDirectory } from './memory-directory.ts';

/** What is published about a request for its execution. */
type MemoryWait = {
  run: number;
  version: number;
  step: Step;
  until: Instant;
  runInput: string;
  expectedBy?: Instant | undefined;
  sweeps: number;
  sweepAgainAt?: Instant | undefined;
  taskToken?: string | undefined;
  /** Where the execution stood that left the token, and what it waits for. */
  tokenVersion?: number | undefined;
  tokenStep?: Step | undefined;
  expectedStep?: Step | undefined;
};

/** All that is kept about one request. */
export type MemoryCase = {
  request: Request;
  content: Content;
  parties: readonly Party[];
  searchKeys: readonly string[];
  events: TimelineEvent[];
  documents: Document[];
  looks: { username: string; at: Instant; why?: string }[];
  letters: { letter: StoredLetter; dueAt?: Instant | undefined }[];
  wait: MemoryWait;
};

/**
 * What the twins of the ports share, as the adapters share a table: one process, one thread, so that each method of a twin
 * happens at once and whole. Keys are `city/id`.
 */
export class MemoryHouse {
  readonly clock: Clock;
  readonly directory: MemoryDirectory;
  readonly cases = new Map<string, MemoryCase>();
  readonly codes = new Map<string, string>();
  /** `city/applicantKey/official` → the open request that counts. */
  readonly claims = new Map<string, string>();
  readonly slots = new Map<string, Slot>();
  readonly sessions = new Map<string, Session>();
  /** Whose nth session of a day it is → its id. */
  readonly sessionDays = new Map<string, string>();
  /** By `city/session/number`. */
  readonly visits = new Map<string, Visit>();
  /** When to look at a queue, by `city/official/mark`. */
  readonly looks = new Map<string, Instant>();
  readonly callTasks = new Map<string, CallTask>();
  /** By `city/official`. */
  readonly ledgers = new Map<string, { waiting: readonly WaitingEntry[]; lines: readonly LedgerLine[] }>();

  constructor(clock: Clock, directory: MemoryDirectory) {
    this.clock = clock;
    this.directory = directory;
  }

  casesOf(city: string): MemoryCase[] {
    return [...this.cases.values()].filter(({ request }) => request.city === city);
  }

  pathOf({ city, unit }: Pick<Request, 'city' | 'unit'>): string {
    return unitPath(this.directory.dataOf(city)?.units ?? [], unit);
  }
}

export const keyOf = (...parts: readonly string[]): string => parts.join('/');

/** A page of what is sorted by a text of its own, which also says where to go on. */
export const pageOf = <Item>(
  items: readonly Item[],
  sortOf: (item: Item) => string,
  { limit, after = '' }: { limit: number; after?: string | undefined },
): { items: Item[]; next?: string } => {
  const rest = items.filter((item) => sortOf(item) > after).toSorted((a, b) => (sortOf(a) < sortOf(b) ? -1 : 1));
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return rest.length > limit && last !== undefined ? { items: page, next: sortOf(last) } : { items: page };
};
