import type { showMeetingDay } from '../../contract/staff/meeting-day.ts';
import { waitingLine } from '../../domain/live-place.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Sessions, Slots } from '../../domain/ports/sessions.ts';
import type { Visits } from '../../domain/ports/visits.ts';
import { isTaken } from '../../domain/slot.ts';
import { showTrackingCode } from '../../domain/tracking-code.ts';
import type { Answer } from '../answer.ts';
import { venueCode } from '../turn-ticket.ts';
import { viewVisit } from '../visit-view.ts';
import { ownSession } from './own-session.ts';

type Needs = {
  readonly sessions: Sessions;
  readonly slots: Slots;
  readonly visits: Visits;
  readonly requests: Requests;
  readonly keys: Keys;
  readonly clock: Clock;
};

export const answer: Answer<typeof showMeetingDay, Needs> = async (call, needs) => {
  const { city } = call;
  const session = await ownSession(call, 'check-in', needs.sessions);
  if (!session.agreed) return session;
  const at = needs.clock.now();
  const [slots, day] = await Promise.all([
    needs.slots.of(session.value),
    needs.visits.ofDay(city, session.value.id, { strong: true }),
  ]);
  if (!day) return refuse('not-found');
  const taken = slots.flatMap(({ holder, ...slot }) =>
    holder !== undefined && isTaken({ ...slot, holder }, at) && slot.holdUntil === undefined
      ? [{ ...slot, holder }]
      : [],
  );
  const turns = taken.map(async ({ id, number, kind, startsAt, endsAt, holder }) => {
    const request = await needs.requests.find(city, holder);
    const visit = day.visits.find((one) => one.number === number && one.request === holder);
    return {
      ...{ slot: id, number, kind, startsAt, endsAt, request: holder },
      code: request && showTrackingCode(request.code),
      visit: visit && viewVisit(visit, day.visits, { ...call, at }),
    };
  });
  return agree({
    venueCode: venueCode(city, session.value.id, needs.keys),
    next: waitingLine(day.visits).find(({ calledAt }) => calledAt === undefined)?.request,
    turns: await Promise.all(turns),
  });
};
