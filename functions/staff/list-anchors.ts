import type { listAnchors } from '../../contract/staff/ledger.ts';
import { mayAt } from '../../domain/access.ts';
import { findOfficial } from '../../domain/office.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Anchors } from '../../domain/ports/anchors.ts';
import type { Answer } from '../answer.ts';

export const answer: Answer<typeof listAnchors, { readonly anchors: Anchors }> = async (call, { anchors }) => {
  const { city, office, caller, params, query } = call;
  const official = findOfficial(office, params.official);
  if (!official || !mayAt(caller, 'read-audit', { unit: official.unit, official: official.id }, office)) {
    return refuse('not-found');
  }
  const items = await anchors.list({ city, official: official.id }, query);
  return agree({ items: [...items], next: items.length === query.limit ? items.at(-1)?.on : undefined });
};
