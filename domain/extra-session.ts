import type { Context } from './change.ts';
import { planSession, type Session, type SessionPlan } from './session.ts';
import { clockTimeOf, plusDays } from './time.ts';

/** An extra session is held soon, or it is no help. */
const WITHIN_DAYS = 45;

export type ExtraSession = Omit<SessionPlan, 'id' | 'slotMinutes'> & {
  readonly slotMinutes: number;
  /** How many turns it would have. */
  readonly seats: number;
};

/**
 * The first open day after a session was lost on which it could be held instead: the same hours, place and way, over no other
 * session of its official.
 *
 * @param others the official's sessions from the lost one on
 * @returns nothing if no such day comes soon
 */
export const proposeSession = (
  lost: Session,
  others: readonly Session[],
  context: Context,
): ExtraSession | undefined => {
  const { timeZone } = context.office.city;
  const { official, venue, mode, slotMinutes } = lost;
  const hours = {
    from: clockTimeOf(lost.startsAt, timeZone),
    to: clockTimeOf(lost.endsAt, timeZone),
  };
  for (let days = 1; days <= WITHIN_DAYS; days += 1) {
    const on = plusDays(lost.on, days);
    const plan = { official, venue, mode, on, ...hours, slotMinutes };
    const thatDay = others.filter((other) => other.on === on);
    const planned = planSession({ ...plan, id: lost.id }, thatDay, context);
    if (planned.agreed) return { ...plan, seats: planned.value.slots.length };
  }
  return undefined;
};
