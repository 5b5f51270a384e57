import type { confirmContact } from '../../contract/citizen/proofs.ts';
import { readOneTimeCode } from '../../domain/one-time-code.ts';
import { agree, refuseField } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Proofs } from '../../domain/ports/proofs.ts';
import { plusMinutes } from '../../domain/time.ts';
import type { Answer } from '../answer.ts';

type Needs = { readonly proofs: Proofs; readonly keys: Keys; readonly clock: Clock };

const SESSION_MINUTES = 12 * 60;

export const answer: Answer<typeof confirmContact, Needs> = async ({ city, body }, { proofs, keys, clock }) => {
  const code = readOneTimeCode(body.code);
  if (code === undefined) return refuseField('code', 'wrong-format');
  const at = clock.now();
  const redeemed = await proofs.redeem(city, body.proofId, keys.hash(city, 'code', `${body.proofId}:${code}`), at);
  if (!redeemed.agreed) return redeemed;
  const expiresAt = plusMinutes(at, SESSION_MINUTES);
  const token = await keys.signSession(city, { proof: 'contact', key: redeemed.value.contactKey, expiresAt });
  return agree({ token, expiresAt });
};
