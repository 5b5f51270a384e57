import { type Change, changesNextStep } from '../../domain/change.ts';
import { findEdit, ledgerEntryOf } from '../../domain/ledger.ts';
import { stillHolds } from '../../domain/letter.ts';
import { isOpen, isSettled } from '../../domain/order.ts';
import type { Message } from '../../domain/ports/carriers.ts';
import type { Request } from '../../domain/request.ts';
import { type Instant, plusSeconds } from '../../domain/time.ts';
import { sha256 } from '../../functions/scheduled/chain-ledger.ts';
import { keyOf, type MemoryHouse } from '../support/memory/memory-house.ts';

/** What must hold after each step, in the words of those who rely on it. */
export const INVARIANTS = [
  'held-by-somebody',
  'switch-armed',
  'slot-held-once',
  'no-slot-lost',
  'one-write-a-version',
  'one-request-open',
  'letter-sent-once',
  'letter-still-true',
  'no-timer-early',
  'no-timer-late',
  'ledger-whole',
  'closed-is-settled',
  'in-step-at-last',
] as const;
export type Invariant = (typeof INVARIANTS)[number];

/** Something that must never be; the world in which it happened is told along. */
export class Violation extends Error {
  readonly invariant: Invariant;

  constructor(invariant: Invariant, what: string) {
    super(`${invariant}: ${what}`);
    this.invariant = invariant;
  }
}

const GRACE_SECONDS = 60;
const LONG_GRACE_SECONDS = 300;
const REMINDERS = ['reminder', 'last-reminder'];
const MET = ['scheduled', 'met', 'in-follow-up', 'awaiting-confirmation'];

/** A request that was withdrawn remembers the turn that it gave up. */
const turnOf = (request: Request) =>
  MET.includes(request.status) || 'metAt' in request ? request.appointment : undefined;

type House = MemoryHouse;
export type Counts = Record<Invariant, number>;

/** Looks at what a step has touched, not at the whole world; what only the whole can show is looked at in the end. */
export class Checks {
  readonly #house: House;
  readonly #counts: Counts;
  /** Requests whose execution may be lost, which is found out only when they are due. */
  readonly #troubled = new Set<string>();
  #excusedUntil: Instant = '';
  readonly #slots = new Map<string, string>();
  readonly #sent = new Map<string, number>();
  /** A sender may have ended between sending and noting it. */
  mayRepeat = false;
  /** The first that was found. It is not thrown where it happens: the product goes on after faults. */
  violation: Violation | undefined;
  readonly #expectedLines = new Map<string, number>();

  constructor(house: House, counts: Counts) {
    this.#house = house;
    this.#counts = counts;
  }

  /** Something went wrong: all may be late until then, and this request until somebody has written it again. */
  trouble(until: Instant, request: string | undefined): void {
    if (until > this.#excusedUntil) this.#excusedUntil = until;
    if (request !== undefined) this.#troubled.add(request);
  }

  /** The executions of all requests are gone, or stood still. */
  troubleForAll(until: Instant): void {
    this.trouble(until, undefined);
    for (const { request } of this.#house.cases.values()) this.#troubled.add(request.id);
  }

  isTroubled(request: string): boolean {
    return this.#troubled.has(request);
  }

  #that(invariant: Invariant, holds: boolean, what: () => string): void {
    this.#counts[invariant] += 1;
    if (!holds) this.violation ??= new Violation(invariant, what());
  }

  added(request: Request): void {
    this.#stands(request);
    const { applicantKey, official, id } = request;
    const others = this.#house
      .casesOf(request.city)
      .filter((kept) => kept.request.id !== id && kept.request.status !== 'closed')
      .filter((kept) => kept.request.applicantKey === applicantKey && kept.request.official === official)
      .filter((kept) => kept.request.objections === 0);
    this.#that('one-request-open', others.length === 0, () => `${id} beside ${others[0]?.request.id}`);
  }

  /** A change that the table has taken. */
  written(change: Change, at: Instant, isDuty: boolean): void {
    const { before, after } = change;
    const stored = this.#house.cases.get(keyOf(after.city, after.id));
    const once = after.version === before.version + 1 && stored?.request.version === after.version;
    this.#that('one-write-a-version', once, () => `${after.id} ${before.version} → ${after.version}`);
    this.#stands(after);
    this.#slotsOf(change, at);
    if (isDuty) this.#timer(change, at);
    if (changesNextStep(change)) this.#troubled.delete(after.id);
    if (ledgerEntryOf(change, at)) {
      const post = keyOf(after.city, ledgerEntryOf(change, at)?.official ?? '');
      this.#expectedLines.set(post, (this.#expectedLines.get(post) ?? 0) + 1);
    }
  }

  #stands(request: Request): void {
    const { id, status, owner, deadline, orders } = request;
    const isHeld = status === 'closed' || (owner !== undefined && deadline.at !== undefined && request.until !== '');
    this.#that('held-by-somebody', isHeld, () => `${id} is ${status} and nobody holds it`);
    const lost = orders.find((order) => isOpen(order) && (!order.owner || !order.due.at));
    this.#that('held-by-somebody', lost === undefined, () => `order ${lost?.number} of ${id} has no owner or date`);
    const wait = this.#house.cases.get(keyOf(request.city, id))?.wait;
    const isArmed = status === 'closed' ? wait?.expectedBy === undefined : wait?.expectedBy !== undefined;
    this.#that('switch-armed', isArmed, () => `${id} is ${status}, its switch ${wait?.expectedBy}`);
    const settled = status !== 'closed' || request.metAt === undefined || orders.every(isSettled);
    this.#that('closed-is-settled', settled, () => `${id} is closed over an order that is open`);
  }

  #slotsOf({ before, after }: Change, at: Instant): void {
    const slotOf = (id: string) => this.#house.slots.get(keyOf(after.city, id));
    const [had, has] = [turnOf(before), turnOf(after)];
    if (had && had.slot !== has?.slot) {
      const left = slotOf(had.slot);
      this.#slots.delete(had.slot);
      const isLost = left?.holder === after.id && left.startsAt > at;
      this.#that('no-slot-lost', !isLost, () => `${after.id} left ${left?.id} and has it still`);
    }
    if (!has) return;
    const { slot } = has;
    const other = this.#slots.get(slot);
    const isAlone = (other === undefined || other === after.id) && slotOf(slot)?.holder === after.id;
    this.#that('slot-held-once', isAlone, () => `${slot} is ${after.id}'s, ${other}'s, and ${slotOf(slot)?.holder}'s`);
    this.#slots.set(slot, after.id);
  }

  /** The office acts by itself when a deadline has passed, neither before nor long after. */
  #timer({ before, after }: Change, at: Instant): void {
    this.#that('no-timer-early', before.until <= plusSeconds(at, 1), () => `${after.id} at ${at}, due ${before.until}`);
    // Rungs above the first are climbed by a schedule, which is in time if it comes within its own minutes.
    if (before.step !== 'follow-up') this.#inTime(before, at);
  }

  #inTime({ id, until, status }: Request, at: Instant): void {
    const from = this.#excusedUntil > until ? this.#excusedUntil : until;
    const latest = plusSeconds(from, this.#troubled.has(id) ? LONG_GRACE_SECONDS : GRACE_SECONDS);
    this.#that('no-timer-late', at <= latest, () => `${id} (${status}) at ${at}, due ${until}`);
  }

  /** A message at the moment at which it leaves the house. */
  sent({ reference }: Message, at: Instant): void {
    const [request = '', ...key] = reference.split('.');
    const kept = this.#house.cases.get(keyOf('eastmere', request));
    const letter = kept?.letters.find(({ letter }) => letter.key === key.slice(0, 3).join('.'))?.letter;
    if (!kept || !letter) return;
    const before = this.#sent.get(reference) ?? 0;
    const isReminder = REMINDERS.includes(letter.template);
    const mayBe = before === 0 || (!isReminder && before === 1 && this.mayRepeat);
    this.#that('letter-sent-once', mayBe, () => `${letter.template} ${reference} left ${before + 1} times`);
    this.#sent.set(reference, before + 1);
    const holds = stillHolds(letter.validWhile, kept.request, at);
    const isLate = isReminder && (kept.request.appointment?.startsAt ?? '') <= at;
    this.#that(
      'letter-still-true',
      holds && !isLate,
      () => `${letter.template} ${reference} to ${kept.request.status}`,
    );
  }

  /** What only the end can show, after the last fault: everybody is where their execution waits, and nothing is lost. */
  atLast(at: Instant, isInStep: (request: Request) => boolean): void {
    const cases = this.#house.casesOf('eastmere');
    for (const { request } of cases) {
      if (request.status !== 'closed' && request.step !== 'follow-up') this.#inTime(request, at);
      this.#that(
        'in-step-at-last',
        isInStep(request),
        () =>
          `${request.id} is ${request.status}, ${JSON.stringify(this.#house.cases.get(keyOf(request.city, request.id))?.wait)}`,
      );
    }
    for (const slot of this.#house.slots.values()) {
      if (slot.holder === undefined || slot.holdUntil !== undefined) continue;
      const holder = this.#house.cases.get(keyOf(slot.city, slot.holder))?.request;
      const uses = holder?.appointment?.slot === slot.id || holder?.status === 'closed' || slot.startsAt <= at;
      this.#that('no-slot-lost', uses, () => `${slot.id} is held for good by ${slot.holder}, which is elsewhere`);
    }
    for (const [post, expected] of this.#expectedLines) this.#ledger(post, expected);
  }

  #ledger(key: string, expected: number): void {
    const { waiting, lines } = this.#house.ledgers.get(key) ?? { waiting: [], lines: [] };
    const [city = '', official = ''] = key.split('/');
    const last = lines.at(-1);
    const head = { number: last?.number ?? 0, hash: last?.hash ?? '' };
    const edit = findEdit({ city, official }, { lines, head }, sha256);
    const isWhole = edit === undefined && waiting.length + lines.length === expected;
    this.#that('ledger-whole', isWhole, () => `${key}: ${lines.length} of ${expected} lines, ${JSON.stringify(edit)}`);
  }
}
