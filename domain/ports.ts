import type { CallTask } from './call-task.ts';
import type { Change } from './change.ts';
import type { CityData } from './city.ts';
import type { Job } from './job.ts';
import type { LedgerEntry, LedgerHead, LedgerLine, Post } from './ledger.ts';
import type { Letter } from './letter.ts';
import type { Office } from './office.ts';
import type { Outcome } from './outcome.ts';
import type { Party } from './party.ts';
import type { Request } from './request.ts';
import type { Session } from './session.ts';
import type { Slot } from './slot.ts';
import type { Content, Opening } from './submission.ts';
import type { Instant, LocalDate } from './time.ts';
import type { TimelineEvent } from './timeline.ts';
import type { User } from './user.ts';

/** The office's time, not the machine's. */
export type Clock = { now(): Instant };

/** A page of a listing: what was found, and where to go on. */
export type Page<Item> = { readonly items: readonly Item[]; readonly next?: string };

/** The requests, each with its orders. The table is the truth: a write succeeds only on the version that was read. */
export type Requests = {
  /** @returns the request with its orders, strongly consistent */
  find(city: string, id: string): Promise<Request | undefined>;
  /** Writes a request for the first time. Refused with `already-recorded` if its id exists, `open-request-exists` if the applicant has one open with this official (`limited`). */
  add(opening: Opening, options: { limited: boolean }): Promise<Outcome<Request>>;
  /** Writes a decision whole: request, orders, events, letters, slots, and the wait item if the next step changed. */
  replace(change: Change): Promise<Outcome<Request>>;
  idOf(city: string, code: string): Promise<string | undefined>;
  /** How many items a desk holds, or how many of them came before a request; reads the index of that desk. */
  count(desk: Desk, before?: Pick<Request, 'submittedAt' | 'id'>): Promise<number>;
  /** One page of a desk, oldest first. */
  list(desk: Desk, page: { limit: number; after?: string | undefined }): Promise<Page<Request>>;
  /** Requests with an open order whose moment to climb has come. */
  withOverdueOrders(city: string, at: Instant, limit: number): Promise<readonly string[]>;
  /** Orders addressed to a unit, most pressing first. */
  ordersOf(
    city: string,
    unit: string,
    page: { limit: number; after?: string | undefined },
  ): Promise<Page<{ request: string; order: number }>>;
};

/** A pile of work: what a unit has in triage, in meetings, in follow-up, or the queue of one official. */
export type Desk = {
  readonly city: string;
  readonly pile: 'triage' | 'queue' | 'meetings' | 'follow-up';
  /** The unit, or the official for `queue`. */
  readonly of: string;
};

/** What is kept beside a request: people, texts, documents, the timeline. */
export type CaseFiles = {
  read(city: string, id: string): Promise<CaseFile | undefined>;
  /** New parties or keys after a correction, under the request's version; search keys are made anew. */
  correctParties(change: Change, parties: readonly Party[], searchKeys: readonly string[]): Promise<Outcome<Request>>;
  addDocument(city: string, request: string, document: Document): Promise<void>;
  /** Notes who looked at a case, and when. */
  noteLook(city: string, request: string, look: { username: string; at: Instant; why?: string }): Promise<void>;
  looks(city: string, request: string): Promise<readonly { username: string; at: Instant; why?: string }[]>;
};

export type CaseFile = {
  readonly request: Request;
  readonly content: Content;
  readonly parties: readonly Party[];
  readonly events: readonly TimelineEvent[];
  readonly documents: readonly Document[];
};

/** A document of a case: who brought it, and whether its content has arrived in the bucket. */
export type Document = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly kind: 'attachment' | 'scan' | 'proof' | 'representation';
  readonly addedAt: Instant;
};

/** The bucket behind the documents. */
export type Documents = {
  /** A form that a browser can post the file with: the size and type that were announced, nothing else, for ten minutes. */
  upload(
    city: string,
    document: { id: string; type: string; size: number },
  ): Promise<{ url: string; fields: Record<string, string> }>;
  /** What really arrived. */
  arrived(city: string, id: string): Promise<{ type: string; size: number } | undefined>;
  /** A link for reading that ends after five minutes. */
  link(city: string, document: Pick<Document, 'id' | 'name' | 'type'>): Promise<string>;
};

/** The workflow is only ever nudged; the table has decided already. */
export type Workflow = {
  /** Starts the execution of a request that was just written. Never throws: what is lost is found again by the sweeper. */
  start(request: Request): Promise<void>;
  /** Tells the execution that its request has another next step. Never throws. */
  wake(city: string, id: string): Promise<void>;
};

/** What the sweeper does to a wait that somebody should have moved by now. */
export type Waits = {
  overdue(city: string, until: Instant, limit: number): Promise<readonly string[]>;
  /** Claims a wait for this sweep: pushes its switch into the future by `backOff(sweeps)`. Refused if another sweeper was faster. */
  claim(city: string, id: string, at: Instant): Promise<boolean>;
  /** Wakes, starts or replaces the execution; says which of them helped. */
  revive(city: string, id: string): Promise<'in-step' | 'woken' | 'started' | 'replaced' | 'closed'>;
};

/** Sessions of officials, and the slots that belong to them. */
export type Sessions = {
  find(city: string, id: string): Promise<Session | undefined>;
  list(city: string, official: string, from: Instant, limit: number): Promise<readonly Session[]>;
  /** Refused with `already-recorded` if its id exists, `changed-meanwhile` if the official has another one planned as the nth of its day. */
  add(session: Session, slots: readonly Slot[]): Promise<Outcome<Session>>;
  replace(session: Session): Promise<Outcome<Session>>;
};

/** Slots: a claim is one conditional write on one item, and ten thousand contenders have one winner. */
export type Slots = {
  find(city: string, id: string): Promise<Slot | undefined>;
  of(session: Session): Promise<readonly Slot[]>;
  /** Refused with `slot-gone` unless the slot is free or held by this request already. */
  hold(city: string, slot: string, request: string, times: { at: Instant; until: Instant }): Promise<Outcome<Slot>>;
  /** Ends a hold that never became a turn; nothing happens if the request does not hold it, or holds it for good. */
  release(city: string, slot: string, request: string): Promise<void>;
  /** Closes a slot of a cancelled session; refused with `slot-gone` if it was taken meanwhile. */
  close(city: string, slot: string, at: Instant): Promise<Outcome<void>>;
};

/** Work that a run does not finish: it keeps its place in the table. */
export type Jobs = {
  add(job: Job): Promise<void>;
  find(city: string, id: string): Promise<Job | undefined>;
  due(city: string, at: Instant, limit: number): Promise<readonly Job[]>;
  /** Writes where a job stands now, one version on; false if another run was faster. */
  save(job: Job): Promise<boolean>;
};

/** Letters that wait to be sent. */
export type Letters = {
  due(city: string, at: Instant, limit: number): Promise<readonly StoredLetter[]>;
  /**
   * Claims a letter for one attempt: counts it, forgets the last result, and puts the next attempt off by `backOff(attempts)`;
   * refused if another sender was faster.
   */
  claim(letter: StoredLetter, at: Instant): Promise<boolean>;
  /** Notes how an attempt ended. After `failed` the letter stays due; every other result is final. */
  settle(letter: StoredLetter, result: LetterResult, at: Instant): Promise<void>;
  of(city: string, request: string): Promise<readonly StoredLetter[]>;
};

/** `failed`: certainly not sent, but may be later. `unknown`: an attempt was begun, and nobody knows whether it went out. */
export type LetterResult = 'sent' | 'overtaken' | 'undeliverable' | 'unknown' | 'failed';

export type StoredLetter = Letter & {
  readonly city: string;
  readonly request: string;
  /** Names the letter for good: a provider that sees it twice sends once. */
  readonly key: string;
  readonly attempts: number;
  /** Missing after an attempt whose end was never noted. */
  readonly result?: LetterResult | undefined;
};

/** A message as it leaves the house. */
export type Message = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly reference: string;
};
export type Sent =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly kind: 'refused' | 'temporary' };
/** One way to reach people: SMS or e-mail. Throws when nobody can know whether the message went out. */
export type Carrier = { send(message: Message): Promise<Sent> };

/** Puts a letter into words, in one of the city's languages. An SMS has no subject. */
export type Wording = {
  write(
    letter: Letter,
    about: {
      readonly office: Office;
      readonly request: Request;
      /** The session of the turn that the letter is about. */
      readonly session?: Session | undefined;
      readonly language: string;
      readonly by: 'sms' | 'email';
    },
  ): { readonly subject: string; readonly text: string };
};

export type CallTasks = {
  add(task: CallTask): Promise<void>;
  list(city: string, unit: string, page: { limit: number; after?: string | undefined }): Promise<Page<CallTask>>;
  find(city: string, unit: string, id: string): Promise<CallTask | undefined>;
  /** Refused with `already-recorded` if the task was done meanwhile. */
  settle(task: CallTask): Promise<Outcome<CallTask>>;
};

/** The fair-turn ledger. A decision leaves its entry; one writer for each post makes a chain of them afterwards. */
export type Ledger = {
  /** Posts with entries that wait to be chained. */
  posts(city: string, limit: number): Promise<readonly string[]>;
  /** How many entries of the city have waited since then, or longer. */
  countUnchained(city: string, since: Instant): Promise<number>;
  /** The last line of a post, and what waits to come behind it, oldest first. */
  next(post: Post, limit: number): Promise<{ readonly head: LedgerHead; readonly waiting: readonly WaitingEntry[] }>;
  /** Puts lines behind the head that was read, each in place of its entry. Refused with `changed-meanwhile` if another writer was faster. */
  append(
    post: Post,
    head: LedgerHead,
    lines: readonly { readonly line: LedgerLine; readonly id: string }[],
  ): Promise<Outcome<void>>;
  head(post: Post): Promise<LedgerHead>;
  /** The chain in its order, from behind a line on. */
  list(post: Post, page: { readonly limit: number; readonly after: number }): Promise<readonly LedgerLine[]>;
};

/** An entry that is not a line yet. */
export type WaitingEntry = { readonly id: string; readonly entry: LedgerEntry };

/** The city's own data: who it is, its units, posts, topics, staff, rules. */
export type Directory = {
  cities(): Promise<readonly string[]>;
  /** The office as it stands, at most half a minute old; this process's own writes are seen at once. */
  office(city: string): Promise<Office | undefined>;
  /** Read from the table at each call, so that a dismissal works at once. */
  user(city: string, username: string): Promise<User | undefined>;
  partner(city: string, clientId: string): Promise<Partner | undefined>;
  /** All partners of a city, for its administrator. */
  partners(city: string): Promise<readonly Partner[]>;
  /** Adds or changes one entry; the whole of the city is checked with it, and refused with the field if it does not fit. */
  put<Kind extends EntryKind>(city: string, kind: Kind, entry: Entries[Kind]): Promise<Outcome<Entries[Kind]>>;
  /** Writes a city for the first time, or again: safe to repeat, never removes what was added since. */
  load(data: CityData): Promise<Outcome<void>>;
};

/** One client per line (137, 1888): its channel, and until when it may call. */
export type Partner = {
  readonly clientId: string;
  readonly channel: string;
  readonly unit?: string | undefined;
  readonly endsOn?: LocalDate | undefined;
};

export type Entries = {
  city: CityData['city'];
  unit: CityData['units'][number];
  official: CityData['officials'][number];
  topic: CityData['topics'][number];
  user: User;
  venue: CityData['venues'][number];
  partner: Partner;
};
export type EntryKind = keyof Entries;

/** People are found by keyed hashes of what identifies them; the key is the city's own. */
export type Keys = {
  /** A request's id: the same caller's same key gives the same id. */
  requestId(city: string, caller: string, idempotencyKey: string): string;
  /** A keyed hash of something that names a person or must not be known, 26 symbols; the kinds never meet. */
  hash(city: string, kind: HashKind, text: string): string;
  /** Fresh random symbols for codes and links, never derived from anything. */
  secret(bytes: number): Uint8Array;
  /** The citizen's session: who was proven, until when. Not a person, but the keyed hash of the contact or link. */
  signSession(city: string, session: CitizenSession): Promise<string>;
  readSession(city: string, token: string): Promise<CitizenSession | undefined>;
};

export type HashKind = 'identity' | 'contact' | 'word' | 'link' | 'code' | 'network' | 'content';

export type CitizenSession = {
  /** `contact`: proven by a one-time code; `link`: by the secret of a personal link, for one request. */
  readonly proof: 'contact' | 'link';
  readonly key: string;
  readonly request?: string | undefined;
  readonly expiresAt: Instant;
};

/** One-time codes: counted exactly in the table, by keyed hash of the contact. */
export type Proofs = {
  /** Refused with `too-many-attempts` after the day's limit for the contact or the network. */
  open(
    city: string,
    proof: {
      id: string;
      contactKey: string;
      networkKey: string;
      codeHash: string;
      at: Instant;
      contact: { kind: 'mobile' | 'email'; value: string };
    },
  ): Promise<Outcome<void>>;
  /** Spends one try. Refused with `code-wrong`, or `code-expired` once its time or its tries are over. */
  redeem(
    city: string,
    id: string,
    codeHash: string,
    at: Instant,
  ): Promise<Outcome<{ contactKey: string; contact: { kind: 'mobile' | 'email'; value: string } }>>;
};

/** Cases found by the keyed hash of a word, number or contact. */
export type Search = {
  /** Cases that carry all these hashes, within the given unit path; the rarest word is read. */
  find(
    city: string,
    hashes: readonly string[],
    scope: string,
    page: { limit: number; after?: string | undefined },
  ): Promise<Page<string>>;
};

/** The sign-in accounts of the staff. */
export type Accounts = {
  /** Creates the account if it is missing, and sees that it may sign in. */
  open(username: string, email: string | undefined): Promise<void>;
  close(username: string): Promise<void>;
};
