import type { Job } from '../../domain/job.ts';
import { moveDeadline } from '../../domain/move-deadlines.ts';
import type { Office } from '../../domain/office.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Slots } from '../../domain/ports/sessions.ts';
import type { Request } from '../../domain/request.ts';
import { type DecisionNeeds, decide } from '../decide.ts';
import { whileHolding } from '../while-holding.ts';

export type MoveDatesNeeds = DecisionNeeds & { readonly slots: Slots };

/** `unchanged`: no date of it moves, or it has gone on. `failed`: others kept deciding on it. */
export type Moved = 'moved' | 'unchanged' | 'failed';

/** Moves the dates of one request, under its version. An offer that is to hold longer keeps its slots as long. */
export const moveDates = async (
  id: string,
  { city, by, reason }: Pick<Job, 'city' | 'by' | 'reason'>,
  office: Office,
  needs: MoveDatesNeeds,
): Promise<Moved> => {
  const request = await needs.requests.find(city, id);
  const change = request && moveDeadline(request, { at: needs.clock.now(), by, office }, reason);
  if (!change) return 'unchanged';

  const read = async () => {
    const now = await needs.requests.find(city, id);
    return now ? agree(now) : refuse('not-found');
  };
  const rule: Parameters<typeof decide>[0]['rule'] = (now, context) => {
    const again = moveDeadline(now, context, reason);
    return again ? agree(again) : refuse('wrong-state');
  };
  const slots = await offeredSlots(request, needs);
  const holding = { request, until: change.after.deadline.at };
  const moved = await whileHolding(slots, holding, () => decide({ read, rule, by, office }, needs), needs);
  if (moved.agreed) return 'moved';
  return moved.reason === 'changed-meanwhile' ? 'failed' : 'unchanged';
};

const offeredSlots = async (request: Request, { slots }: MoveDatesNeeds) => {
  const offered = request.status === 'offered' ? request.offered : [];
  const found = await Promise.all(offered.map(({ slot }) => slots.find(request.city, slot)));
  return found.flatMap((slot) => slot ?? []);
};
