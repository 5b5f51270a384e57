import type { cancelSession } from '../../contract/staff/session.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Sessions, Slots } from '../../domain/ports/sessions.ts';
import { cancelSession as cancel } from '../../domain/session.ts';
import type { Answer } from '../answer.ts';
import { byStaff } from './decide-for-unit.ts';
import { ownSession } from './own-session.ts';
import { viewStaffSession } from './session-view.ts';

type Needs = { readonly sessions: Sessions; readonly slots: Slots; readonly clock: Clock };

/** Slots are closed one by one, before the session: a turn that is taken in between stops it, and it can be repeated. */
export const answer: Answer<typeof cancelSession, Needs> = async (call, { sessions, slots, clock }) => {
  const { city, office, caller } = call;
  const session = await ownSession(call, 'plan-sessions', sessions);
  if (!session.agreed) return session;
  const at = clock.now();
  const open = await slots.of(session.value);
  const cancelled = cancel(session.value, open, { at, by: byStaff(caller), office });
  if (!cancelled.agreed) return cancelled;
  for (const slot of open) {
    const closed = await slots.close(city, slot.id, at);
    if (!closed.agreed) return refuse('session-has-turns', { slot: slot.id });
  }
  if (session.value.cancelledAt !== undefined) return agree(viewStaffSession(session.value, call));
  const written = await sessions.replace(cancelled.value);
  return written.agreed ? agree(viewStaffSession(written.value, call)) : written;
};
