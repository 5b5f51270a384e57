import type { listLedger } from '../../contract/staff/ledger.ts';
import { mayAt } from '../../domain/access.ts';
import { findOfficial } from '../../domain/office.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import type { Answer } from '../answer.ts';

/** The lines are read before the head, so that a head behind the last line always means an edit. */
export const answer: Answer<typeof listLedger, { readonly ledger: Ledger }> = async (call, { ledger }) => {
  const { city, office, caller, params, query } = call;
  const official = findOfficial(office, params.official);
  if (!official || !mayAt(caller, 'read-audit', { unit: official.unit, official: official.id }, office)) {
    return refuse('not-found');
  }
  const post = { city, official: official.id };
  const items = await ledger.list(post, { limit: query.limit, after: query.after ?? 0 });
  const head = await ledger.head(post);
  const last = items.at(-1);
  return agree({ head, items: [...items], next: last && last.number < head.number ? last.number : undefined });
};
