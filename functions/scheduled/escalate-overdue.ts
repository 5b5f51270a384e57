import { agree, refuse } from '../../domain/outcome.ts';
import { climbingBy, climbOverdue } from '../../domain/overdue.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import { THE_OFFICE } from '../../domain/timeline.ts';
import { type DecisionNeeds, decide } from '../decide.ts';
import { inTurns } from './in-turns.ts';

export type EscalateNeeds = DecisionNeeds & { readonly directory: Directory };

/** `passed`: settled or climbed by somebody else since the index was read. */
export type Escalated = Readonly<Record<'climbed' | 'passed' | 'failed', number>>;

const MOST_PER_CITY = 500;

/**
 * Moves every open order whose time on its rung is over one rung up. Reads the sparse index alone, so that its cost follows
 * what is overdue; the workflow is woken only where this changed the request's next step.
 */
export const run = async (needs: EscalateNeeds): Promise<Escalated> => {
  const escalated = { climbed: 0, passed: 0, failed: 0 };
  for (const city of await needs.directory.cities()) {
    const overdue = await needs.requests.withOverdueOrders(city, needs.clock.now(), MOST_PER_CITY);
    for (const outcome of await inTurns(overdue, (id) => climb(city, id, needs))) escalated[outcome] += 1;
  }
  return escalated;
};

const climb = async (city: string, id: string, needs: EscalateNeeds): Promise<'climbed' | 'passed'> => {
  const office = await needs.directory.office(city);
  if (!office) throw new Error(`There is no city ${city}`);
  const decided = await decide(
    {
      read: async () => {
        const request = await needs.requests.find(city, id);
        return request ? agree(request) : refuse('not-found');
      },
      rule: (request, context) => {
        const change = climbOverdue(request, context);
        return change ? agree(change) : refuse('wrong-state');
      },
      by: THE_OFFICE,
      office,
    },
    needs,
  );
  if (!decided.agreed) return 'passed';
  // Of very many orders one write moves a part.
  if (climbingBy(decided.value.orders, needs.clock.now()).length > 0) await climb(city, id, needs);
  return 'climbed';
};
