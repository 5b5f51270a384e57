import type { Request } from '../request.ts';
import type { Instant } from '../time.ts';

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
  /**
   * Gives a claim back after nobody could be asked, as while Step Functions is away: looked at again in a few minutes, for
   * what was not tried was not in vain.
   */
  postpone(city: string, id: string, at: Instant): Promise<void>;
  /** Wakes, starts or replaces the execution; says which of them helped. */
  revive(city: string, id: string): Promise<'in-step' | 'woken' | 'started' | 'replaced' | 'closed'>;
};
