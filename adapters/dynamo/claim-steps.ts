import * as z from 'zod/mini';
import { refuse } from '../../domain/outcome.ts';
import type { Request } from '../../domain/request.ts';
import type { CityTable } from './city-table.ts';
import { isNew } from './expression.ts';
import { type Key, openClaimKey } from './keys.ts';
import type { Step } from './step.ts';

const Claim = z.object({ request: z.string() });

const claimOf = ({ city, applicantKey, official, status }: Request): Key | undefined =>
  applicantKey === undefined || status === 'closed' ? undefined : openClaimKey(city, applicantKey, official);

/** Counts a new request as the one that its applicant may have open with this official. */
export const firstClaim = (request: Request): Step[] => {
  const key = claimOf(request);
  return key
    ? [
        {
          put: { ...key, request: request.id },
          when: { condition: isNew },
          otherwise: refuse('open-request-exists', { official: request.official }),
        },
      ]
    : [];
};

/**
 * The claim follows the request: given back at closing, taken along to another official, taken again at reopening. Another
 * request of the same applicant that is open meanwhile keeps its own: an objection is never refused for it.
 *
 * @param heir the request into which this one is merged: it takes the claim over
 */
export const movedClaim = async (
  before: Request,
  after: Request,
  table: CityTable,
  heir?: Request,
): Promise<Step[]> => {
  const [held, wanted] = [claimOf(before), claimOf(after)];
  if (held?.pk === wanted?.pk && held?.sk === wanted?.sk) return [];
  const holderOf = (key: Key | undefined) => key && table.get(key, Claim, { strong: true });
  const [holder, other] = await Promise.all([holderOf(held), holderOf(wanted)]);
  const had = held !== undefined && holder?.request === before.id;
  const takes = wanted !== undefined && other === undefined && (had || before.status === 'closed');
  const stillHeld = { condition: '#request = :id', values: { ':id': before.id } };
  const inherits = heir && claimOf(heir);
  if (had && heir && inherits?.pk === held.pk && inherits.sk === held.sk) {
    return [{ put: { ...held, request: heir.id }, when: stillHeld }];
  }
  return [
    ...(had ? [{ remove: held, when: stillHeld }] : []),
    ...(takes ? [{ put: { ...wanted, request: after.id }, when: { condition: isNew } }] : []),
  ];
};
