import type { listMyDigests } from '../../contract/staff/agenda.ts';
import { agree } from '../../domain/outcome.ts';
import type { Digests } from '../../domain/ports/digests.ts';
import type { Answer } from '../answer.ts';

const MOST_DAYS = 14;

export const answer: Answer<typeof listMyDigests, { readonly digests: Digests }> = async ({ city, caller }, needs) => {
  const digests = await needs.digests.of(city, caller.username, MOST_DAYS);
  return agree({
    items: digests.map(({ on, at, lines, result }) => ({
      on,
      at,
      lines,
      ...(result !== undefined && { mailed: result }),
    })),
  });
};
