import type { Context } from '../../domain/change.ts';
import { findOfficial } from '../../domain/office.ts';
import { agree, type Outcome } from '../../domain/outcome.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import { mayJump, maySit } from '../../domain/queue.ts';
import type { Request } from '../../domain/request.ts';
import type { Slot } from '../../domain/slot.ts';

type Wish = { readonly slots: readonly Slot[]; readonly reason: string | undefined };

/**
 * The reason code with which staff give this request a turn: none for the head of the queue, a named one for whoever passes
 * others. Where lots are drawn, nobody is the head unless nobody else waits.
 */
export const reasonToPass = async (
  request: Request,
  { slots, reason }: Wish,
  context: Context,
  { requests }: { readonly requests: Pick<Requests, 'line'> },
): Promise<Outcome<string | undefined>> => {
  const why = mayJump({ isHead: await isHead(request, context, requests), reason }, context);
  if (!why.agreed) return why;
  const kept = slots.map((slot) => maySit(request, slot, reason)).find((outcome) => !outcome.agreed);
  return kept && !kept.agreed ? kept : agree(why.value);
};

const isHead = async (request: Request, { office }: Context, requests: Pick<Requests, 'line'>): Promise<boolean> => {
  // Whoever was offered a turn has been reached already; any other stage is refused by the rule itself.
  if (request.status !== 'waiting') return true;
  const [first, second] = await requests.line(request.city, request.official, 2);
  const isDrawn = findOfficial(office, request.official)?.allocation === 'draw';
  return first === undefined || (first.id === request.id && !(isDrawn && first.rank !== 0 && second));
};
