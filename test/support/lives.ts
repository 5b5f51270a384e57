import type { Change, Context } from '../../domain/change.ts';
import type { OrderWish } from '../../domain/issue-orders.ts';
import { recordAttendance, recordOutcome } from '../../domain/meeting.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Sessions, Slots } from '../../domain/ports/sessions.ts';
import type { Workflow } from '../../domain/ports/workflow.ts';
import type { Request } from '../../domain/request.ts';
import { planSession } from '../../domain/session.ts';
import type { Slot } from '../../domain/slot.ts';
import { type Instant, localDateOf, plusDays } from '../../domain/time.ts';
import type { By } from '../../domain/timeline.ts';
import { accept } from '../../domain/triage.ts';
import { schedule } from '../../domain/turns.ts';
import { decide } from '../../functions/decide.ts';
import { agreed } from './world.ts';

/** What it takes to lead a request through its life, in memory or on a table. */
export type LifeNeeds = {
  readonly requests: Requests;
  readonly sessions: Sessions;
  readonly slots: Slots;
  readonly workflow: Workflow;
  readonly clock: Clock & { moveTo(at: Instant): void | Promise<void> };
  readonly context: (by?: By) => Context;
};

const SECRETARY: By = { actor: 'staff', username: 'secretary.hq' };

/** Reads, decides, writes and wakes, as every operation does; a refusal fails the test. */
export const take = async (
  needs: LifeNeeds,
  { city, id }: Pick<Request, 'city' | 'id'>,
  rule: (request: Request, context: Context) => Outcome<Change>,
  by = SECRETARY,
): Promise<Request> => {
  const read = async () => {
    const request = await needs.requests.find(city, id);
    return request ? agree(request) : refuse('not-found');
  };
  return agreed(await decide({ read, rule, by, office: needs.context().office }, needs));
};

/** A morning's session of the request's official, so many days from now. */
export const planMorning = async (
  needs: LifeNeeds,
  { official }: Pick<Request, 'official'>,
  daysFromNow: number,
): Promise<readonly Slot[]> => {
  const context = needs.context();
  const { city, venues } = context.office;
  const on = plusDays(localDateOf(context.at, city.timeZone), daysFromNow);
  const plan = { official, venue: venues[0]?.id ?? '', mode: 'in-person' as const, on, from: '10:00', to: '12:00' };
  const { session, slots } = agreed(planSession({ id: `${official}-${on}`, ...plan }, [], context));
  agreed(await needs.sessions.add(session, slots));
  return slots;
};

/** Claims a slot and gives it for good. */
export const giveTurn = async (needs: LifeNeeds, request: Request, slot: Slot): Promise<Request> => {
  const { at } = needs.context();
  agreed(await needs.slots.hold(request.city, slot.id, request.id, { at, until: slot.startsAt }));
  return take(needs, request, (read, context) => schedule(read, slot, context));
};

export const acceptIt = (needs: LifeNeeds, request: Request): Promise<Request> =>
  take(needs, request, (read, context) => accept(read, {}, context));

/** From a fresh request to a turn in a session so many days from now. */
export const toScheduled = async (needs: LifeNeeds, request: Request, daysFromNow: number): Promise<Request> => {
  const [slot] = await planMorning(needs, request, daysFromNow);
  if (!slot) throw new Error('A morning has slots');
  await acceptIt(needs, request);
  return giveTurn(needs, request, slot);
};

/** From a turn to its outcome: moves the clock to the start of the turn, and records what was ordered. */
export const meet = async (needs: LifeNeeds, request: Request, orders: readonly OrderWish[]): Promise<Request> => {
  await needs.clock.moveTo(request.appointment?.startsAt ?? needs.clock.now());
  await take(needs, request, (read, context) => recordAttendance(read, 'arrived', context));
  return take(needs, request, (read, context) => recordOutcome(read, { result: 'met', orders }, context));
};
