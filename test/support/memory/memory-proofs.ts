import { ONE_TIME_CODE } from '../../../domain/one-time-code.ts';
import { agree, type Outcome, refuse } from '../../../domain/outcome.ts';
import type { Proofs } from '../../../domain/ports/proofs.ts';
import { type Instant, plusMinutes } from '../../../domain/time.ts';
import { keyOf } from './memory-house.ts';

type Proof = Parameters<Proofs['open']>[1];

export class MemoryProofs implements Proofs {
  readonly #open = new Map<string, { proof: Proof; tries: number }>();
  readonly #counts = new Map<string, number>();

  async open(city: string, proof: Proof): Promise<Outcome<void>> {
    const { perNetworkADay, perContactADay } = ONE_TIME_CODE;
    if (!this.#count(city, proof.networkKey, proof.at, perNetworkADay)) return refuse('too-many-attempts');
    if (!this.#count(city, proof.contactKey, proof.at, perContactADay)) return refuse('too-many-attempts');
    if (this.#open.has(keyOf(city, proof.id))) return refuse('already-recorded');
    this.#open.set(keyOf(city, proof.id), { proof, tries: 0 });
    return agree(undefined);
  }

  async redeem(
    city: string,
    id: string,
    codeHash: string,
    at: Instant,
  ): Promise<Outcome<Pick<Proof, 'contactKey' | 'contact'>>> {
    const open = this.#open.get(keyOf(city, id));
    if (!open || plusMinutes(open.proof.at, ONE_TIME_CODE.minutes) <= at) return refuse('code-expired');
    if (open.tries >= ONE_TIME_CODE.tries) return refuse('code-expired');
    open.tries += 1;
    if (open.proof.codeHash !== codeHash) return refuse('code-wrong', { triesLeft: ONE_TIME_CODE.tries - open.tries });
    this.#open.delete(keyOf(city, id));
    return agree({ contactKey: open.proof.contactKey, contact: open.proof.contact });
  }

  #count(city: string, key: string, at: Instant, limit: number): boolean {
    const day = keyOf(city, key, at.slice(0, 10));
    const count = this.#counts.get(day) ?? 0;
    if (count >= limit) return false;
    this.#counts.set(day, count + 1);
    return true;
  }
}
