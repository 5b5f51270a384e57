import type { Request } from '../../domain/request.ts';
import { type Instant, plusSeconds } from '../../domain/time.ts';
import type { Findings } from './violation.ts';

const GRACE_SECONDS = 60;
const LONG_GRACE_SECONDS = 300;

/** Whether the office acts by itself when a deadline has passed: never before, and so soon after as it has promised. */
export class TimerChecks {
  readonly #findings: Findings;
  /** When something last went wrong that all may have felt, or will be over. */
  #troubleUntil: Instant = '';
  /** Requests whose execution may be lost, which is found out only when they are due: each until it is written again. */
  readonly #troubled = new Map<string, Instant>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  trouble(until: Instant, request: string | undefined): void {
    if (request !== undefined) this.#troubled.set(request, until);
    else if (until > this.#troubleUntil) this.#troubleUntil = until;
  }

  isOver(request: string): void {
    this.#troubled.delete(request);
  }

  isTroubled(request: string): boolean {
    return this.#troubled.has(request);
  }

  /** The office acted at `at` on what stood there `before`. */
  acted(before: Request, at: Instant): void {
    const { id, until, step } = before;
    this.#findings.that('no-timer-early', until <= plusSeconds(at, 1), () => `${id} at ${at}, due ${until}`);
    // Rungs above the first are climbed by a schedule, which is in time if it comes within its own minutes.
    if (step !== 'follow-up') this.inTime(before, at);
  }

  inTime({ id, until, status }: Request, at: Instant): void {
    const trouble = [this.#troubleUntil, this.#troubled.get(id) ?? ''].toSorted().at(-1) ?? '';
    const isCalm = !this.#troubled.has(id) && (trouble === '' || plusSeconds(trouble, LONG_GRACE_SECONDS) < until);
    const says = () => `${id} (${status}) at ${at}, due ${until}, trouble until ${trouble}`;
    if (isCalm) this.#findings.that('no-timer-late', at <= plusSeconds(until, GRACE_SECONDS), says);
    else {
      const latest = plusSeconds(trouble > until ? trouble : until, LONG_GRACE_SECONDS);
      this.#findings.that('soon-after-trouble', at <= latest, says);
    }
  }
}
