import type { listCommittees } from '../../contract/staff/committee.ts';
import { mayAt } from '../../domain/access.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Committees } from '../../domain/ports/committees.ts';
import type { Answer } from '../answer.ts';
import { viewCommittee } from './committee-view.ts';

type Needs = { readonly committees: Committees; readonly clock: Clock };

/** Half a year of weekly ones. */
const MOST = 26;

export const answer: Answer<typeof listCommittees, Needs> = async (call, { committees, clock }) => {
  const { city, office, caller, params } = call;
  if (!mayAt(caller, 'hold-committee', params, office)) return refuse('not-found');
  const found = await committees.list(city, params.unit, MOST);
  return agree({ items: found.map((committee) => viewCommittee(committee, { ...call, at: clock.now() })) });
};
