import type { Change } from '../change.ts';
import type { Committee, Matter } from '../committee.ts';
import type { Outcome } from '../outcome.ts';
import type { Request } from '../request.ts';
import type { Instant } from '../time.ts';

/** The committees of units, and what is on their agenda. */
export type Committees = {
  find(city: string, id: string): Promise<CommitteeFile | undefined>;
  /** Of a unit, the newest first. */
  list(city: string, unit: string, limit: number): Promise<readonly Committee[]>;
  /** Those that begin until then and are not closed. */
  unclosed(city: string, until: Instant, limit: number): Promise<readonly Committee[]>;
  /** Refused with `already-recorded` if its id exists. */
  add(committee: Committee): Promise<Outcome<Committee>>;
  /** Writes its agenda; refused with `changed-meanwhile` if somebody else opened it. */
  open(committee: Committee, matters: readonly Matter[]): Promise<Outcome<CommitteeFile>>;
  /** A decision on a matter and what it does to the request, together or not at all. */
  decide(committee: Committee, matter: Matter, change: Change): Promise<Outcome<Request>>;
  /** The minutes of one and the plan of the next, together. */
  close(closed: Committee, next: Committee | undefined): Promise<Outcome<Committee>>;
};

export type CommitteeFile = { readonly committee: Committee; readonly matters: readonly Matter[] };
