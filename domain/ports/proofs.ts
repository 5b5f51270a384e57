import type { Outcome } from '../outcome.ts';
import type { Instant } from '../time.ts';

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
