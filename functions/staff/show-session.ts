import type { showSession } from '../../contract/staff/session.ts';
import { agree } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Sessions, Slots } from '../../domain/ports/sessions.ts';
import { isFree, isTaken, type Slot } from '../../domain/slot.ts';
import type { Instant } from '../../domain/time.ts';
import { showTrackingCode } from '../../domain/tracking-code.ts';
import type { Answer } from '../answer.ts';
import { ownSession } from './own-session.ts';
import { viewStaffSession } from './session-view.ts';

type Needs = { readonly sessions: Sessions; readonly slots: Slots; readonly requests: Requests; readonly clock: Clock };

export const answer: Answer<typeof showSession, Needs> = async (call, { sessions, slots, requests, clock }) => {
  const session = await ownSession(call, 'read-sessions', sessions);
  if (!session.agreed) return session;
  const at = clock.now();
  const holderOf = async (slot: Slot) => {
    if (slot.holder === undefined || !isTaken(slot, at)) return undefined;
    const request = await requests.find(call.city, slot.holder);
    return { request: slot.holder, code: request && showTrackingCode(request.code) };
  };
  const all = await slots.of(session.value);
  return agree({
    session: viewStaffSession(session.value, { ...call, at }),
    slots: await Promise.all(
      all.map(async ({ holdUntil, ...slot }) => {
        const holder = await holderOf({ ...slot, holdUntil });
        return { ...slot, state: stateOf({ ...slot, holdUntil }, at), holder, holdUntil: holder && holdUntil };
      }),
    ),
  });
};

const stateOf = (slot: Slot, at: Instant) => {
  if (isTaken(slot, at)) return slot.holdUntil === undefined ? 'given' : 'held';
  if (slot.startsAt <= at) return 'past';
  return isFree(slot, at) ? 'free' : 'resting';
};
