import * as z from 'zod/mini';
import { ONE_TIME_CODE } from '../../domain/one-time-code.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Proofs } from '../../domain/ports/proofs.ts';
import { Instant, plusMinutes, toMillis } from '../../domain/time.ts';
import type { CityTable } from './city-table.ts';
import { isNew, isThere } from './expression.ts';
import { countKey, proofKey } from './keys.ts';

type Proof = Parameters<Proofs['open']>[1];

const ProofItem = z.object({
  contactKey: z.string(),
  contact: z.object({ kind: z.enum(['mobile', 'email']), value: z.string() }),
  codeHash: z.string(),
  validUntil: Instant,
  tries: z.int(),
});
const CountItem = z.object({ used: z.int() });

const isUnderLimit = '(attribute_not_exists(#used) OR #used < :limit)';
const isValid = '#validUntil > :at';
const hasTriesLeft = '#tries < :tries';
const isUnused = '(attribute_not_exists(#said) OR #said <> #codeHash)';

const TWO_DAYS_IN_MINUTES = 2 * 24 * 60;
const epochSeconds = (at: Instant): number => Math.ceil(toMillis(at) / 1000);

/**
 * One-time codes. Each count is one conditional update on one item, so that no number of callers at once gets one try more.
 * A crash between two counts may cost somebody a try, never give one. Days are counted in UTC.
 */
export class DynamoProofs implements Proofs {
  readonly #table: CityTable;

  constructor(table: CityTable) {
    this.#table = table;
  }

  /** The network is counted first: who has used up theirs cannot use up somebody else's contact. */
  async open(city: string, { id, networkKey, contactKey, codeHash, at, contact }: Proof): Promise<Outcome<void>> {
    const { perNetworkADay, perContactADay, minutes } = ONE_TIME_CODE;
    if (!(await this.#count(city, networkKey, at, perNetworkADay))) return refuse('too-many-attempts');
    if (!(await this.#count(city, contactKey, at, perContactADay))) return refuse('too-many-attempts');
    const validUntil = plusMinutes(at, minutes);
    return this.#table.write([
      {
        put: {
          ...proofKey(city, id),
          ...{ contactKey, contact, codeHash, validUntil, tries: 0, expiresAt: epochSeconds(validUntil) },
        },
        when: { condition: isNew },
        otherwise: refuse('already-recorded'),
      },
    ]);
  }

  /**
   * The try is spent by the write that keeps what was said; else many guesses at once would each be compared for nothing. Once
   * the right code has been said, the code is used up.
   */
  async redeem(
    city: string,
    id: string,
    codeHash: string,
    at: Instant,
  ): Promise<Outcome<Pick<Proof, 'contactKey' | 'contact'>>> {
    const { tries } = ONE_TIME_CODE;
    const spent = await this.#table.update(
      proofKey(city, id),
      {
        condition: `${isThere} AND ${isValid} AND ${hasTriesLeft} AND ${isUnused}`,
        update: 'SET #tries = #tries + :one, #said = :said',
        values: { ':at': at, ':tries': tries, ':one': 1, ':said': codeHash },
      },
      ProofItem,
    );
    if (!spent.done) return refuse('code-expired');
    const { contactKey, contact } = spent.item;
    if (spent.item.codeHash !== codeHash) return refuse('code-wrong', { triesLeft: tries - spent.item.tries });
    return agree({ contactKey, contact });
  }

  async #count(city: string, key: string, at: Instant, limit: number): Promise<boolean> {
    const counted = await this.#table.update(
      countKey(city, key, at),
      {
        condition: isUnderLimit,
        update: 'SET #used = if_not_exists(#used, :none) + :one, #expiresAt = :expiresAt',
        values: {
          ':limit': limit,
          ':none': 0,
          ':one': 1,
          ':expiresAt': epochSeconds(plusMinutes(at, TWO_DAYS_IN_MINUTES)),
        },
      },
      CountItem,
    );
    return counted.done;
  }
}
