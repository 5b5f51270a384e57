import type { previewSessionChange } from '../../contract/staff/session-change.ts';
import { agree } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Sessions, Slots } from '../../domain/ports/sessions.ts';
import type { Session } from '../../domain/session.ts';
import { type Affected, cancelSession, concernsPeople } from '../../domain/session-change.ts';
import { turnTimes } from '../../domain/session-slots.ts';
import type { Answer, Call } from '../answer.ts';
import { affectedPeople, previewOf, roomBeside, viewAffected } from './affected-people.ts';
import { changedBy, wishOf } from './changed-by.ts';
import { ownSession } from './own-session.ts';

type Needs = {
  readonly sessions: Sessions;
  readonly slots: Slots;
  readonly requests: Requests;
  readonly keys: Keys;
  readonly clock: Clock;
};
type PreviewCall = Call<typeof previewSessionChange>;

export const answer: Answer<typeof previewSessionChange, Needs> = async (call, needs) => {
  const own = await ownSession(call, 'plan-sessions', needs.sessions);
  if (!own.agreed) return own;
  const session = own.value;
  const at = needs.clock.now();
  const { cancel } = call.body;
  const after = cancel ? cancelSession(session, at) : await changedBy(session, wishOf(call.body), call, needs);
  if (!after.agreed) return after;
  const isFelt = cancel || concernsPeople(session, after.value);
  const affected = isFelt ? await affectedPeople(session, at, needs) : [];
  const views = cancel ? await heldInstead(session, affected, call, needs) : told(after.value, affected, call);
  const preview = previewOf([{ session, affected }], cancel ? 'cancel' : wishOf(call.body), needs.keys);
  return agree({ affected: views, preview });
};

/** A new turn for each, in the old order; whoever is only offered one is offered another. */
const heldInstead = async (session: Session, affected: readonly Affected[], call: PreviewCall, needs: Needs) => {
  const room = await roomBeside(session, needs.clock.now(), needs);
  return affected.map((one) => {
    const place = room.findIndex(({ suits }) => suits(one));
    const next = place < 0 ? undefined : room.splice(place, 1)[0]?.slot;
    return viewAffected(one, next ? (one.has === 'turn' ? 'held-turn' : 'other-offer') : 'first-in-queue', next, call);
  });
};

/** The same turn at its new time, or word of the new place. */
const told = (after: Session, affected: readonly Affected[], call: PreviewCall) => {
  const times = turnTimes(after, after.slotMinutes, after.breaks);
  return affected.map((one) => {
    const now = times[one.slot.number - 1];
    const isMoved = now !== undefined && now.startsAt !== one.slot.startsAt;
    return viewAffected(one, isMoved ? 'new-time' : 'word', isMoved ? { ...one.slot, ...now } : undefined, call);
  });
};
