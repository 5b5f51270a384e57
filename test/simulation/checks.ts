import { type Change, changesNextStep } from '../../domain/change.ts';
import { findEdit, ledgerEntryOf } from '../../domain/ledger.ts';
import { isOpen, isSettled } from '../../domain/order.ts';
import type { Request } from '../../domain/request.ts';
import type { Instant } from '../../domain/time.ts';
import { sha256 } from '../../functions/scheduled/chain-ledger.ts';
import { keyOf, type MemoryHouse } from '../support/memory/memory-house.ts';
import { LetterChecks } from './letter-checks.ts';
import { TimerChecks } from './timer-checks.ts';
import { TurnChecks } from './turn-checks.ts';
import { type Counts, Findings, type Violation } from './violation.ts';

/** Looks at what a step has touched, not at the whole world; what only the whole can show is looked at in the end. */
export class Checks {
  readonly letters: LetterChecks;
  readonly timers: TimerChecks;
  readonly #house: MemoryHouse;
  readonly #findings: Findings;
  readonly #turns: TurnChecks;
  readonly #expectedLines = new Map<string, number>();
  /** How many lines the timeline of each request must have. */
  readonly #told = new Map<string, number>();

  constructor(house: MemoryHouse, counts: Counts) {
    this.#house = house;
    this.#findings = new Findings(counts);
    this.letters = new LetterChecks(house, this.#findings);
    this.timers = new TimerChecks(this.#findings);
    this.#turns = new TurnChecks(house, this.#findings);
  }

  get violation(): Violation | undefined {
    return this.#findings.first;
  }

  /** The executions of all requests are gone, or stand still until then. */
  troubleForAll(until: Instant): void {
    this.timers.trouble(until, undefined);
    for (const { request } of this.#house.cases.values()) this.timers.trouble(until, request.id);
  }

  added(request: Request, events: number): void {
    this.#stands(request);
    this.#timeline(request, events);
    const { applicantKey, official, id } = request;
    const beside = this.#house
      .casesOf(request.city)
      .find(
        ({ request: kept }) =>
          kept.id !== id &&
          kept.applicantKey === applicantKey &&
          kept.official === official &&
          kept.status !== 'closed' &&
          kept.objections === 0,
      );
    this.#findings.that('one-request-open', beside === undefined, () => `${id} beside ${beside?.request.id}`);
  }

  /** A change that the table has taken. */
  written(change: Change, at: Instant, isDuty: boolean): void {
    const { before, after, events } = change;
    const stored = this.#house.cases.get(keyOf(after.city, after.id));
    const once = after.version === before.version + 1 && stored?.request.version === after.version;
    this.#findings.that('one-write-a-version', once, () => `${after.id} ${before.version} → ${after.version}`);
    this.#stands(after);
    this.#timeline(after, events.length);
    this.#turns.written(change, at);
    if (isDuty) this.timers.acted(before, at);
    if (changesNextStep(change)) this.timers.isOver(after.id);
    const recorded = ledgerEntryOf(change, at);
    if (!recorded) return;
    const post = keyOf(after.city, recorded.official);
    this.#expectedLines.set(post, (this.#expectedLines.get(post) ?? 0) + 1);
  }

  /** Somebody's call came a second time under the same key. */
  repeated(operation: string, { before, after }: { before: number; after: number }): void {
    this.#findings.that('effect-once', before === after, () => `${operation} again: ${before} → ${after}`);
  }

  /** What only the end can show, after the last fault: everybody is where their execution waits, and nothing is lost. */
  atLast(at: Instant, isInStep: (request: Request) => boolean): void {
    for (const { request, wait } of this.#house.cases.values()) {
      if (request.status !== 'closed' && request.step !== 'follow-up') this.timers.inTime(request, at);
      const says = () => `${request.id} is ${request.status}, ${JSON.stringify(wait)}`;
      this.#findings.that('in-step-at-last', isInStep(request), says);
    }
    this.#turns.atLast(at);
    this.letters.atLast(at);
    for (const [post, expected] of this.#expectedLines) this.#ledger(post, expected);
  }

  #stands(request: Request): void {
    const { id, status, owner, deadline, orders } = request;
    const isHeld = status === 'closed' || (owner !== undefined && deadline.at !== undefined && request.until !== '');
    this.#findings.that('held-by-somebody', isHeld, () => `${id} is ${status} and nobody holds it`);
    const lost = orders.find((order) => isOpen(order) && (!order.owner || !order.due.at));
    const says = () => `order ${lost?.number} of ${id} has no owner or date`;
    this.#findings.that('held-by-somebody', lost === undefined, says);
    const wait = this.#house.cases.get(keyOf(request.city, id))?.wait;
    const isArmed = status === 'closed' ? wait?.expectedBy === undefined : wait?.expectedBy !== undefined;
    this.#findings.that('switch-armed', isArmed, () => `${id} is ${status}, its switch ${wait?.expectedBy}`);
    const settled = status !== 'closed' || request.metAt === undefined || orders.every(isSettled);
    this.#findings.that('closed-is-settled', settled, () => `${id} is closed over an order that is open`);
  }

  #timeline({ city, id }: Request, more: number): void {
    const told = (this.#told.get(id) ?? 0) + more;
    this.#told.set(id, told);
    const kept = this.#house.cases.get(keyOf(city, id))?.events.length;
    this.#findings.that('event-once', kept === told, () => `${id} has ${kept} lines of ${told}`);
  }

  #ledger(key: string, expected: number): void {
    const { waiting, lines } = this.#house.ledgers.get(key) ?? { waiting: [], lines: [] };
    const [city = '', official = ''] = key.split('/');
    const last = lines.at(-1);
    const head = { number: last?.number ?? 0, hash: last?.hash ?? '' };
    const edit = findEdit({ city, official }, { lines, head }, sha256);
    // A draw is announced and held by the schedule, and leaves lines of its own.
    const ofTurns = [...waiting.map(({ entry }) => entry), ...lines].filter(({ reason }) => reason !== 'draw').length;
    const isWhole = edit === undefined && ofTurns === expected;
    const says = () => `${key}: ${ofTurns} of ${expected} lines, ${JSON.stringify(edit)}`;
    this.#findings.that('ledger-whole', isWhole, says);
  }
}
