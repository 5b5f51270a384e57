import type { previewClosure } from '../../contract/staff/closure.ts';
import { isHit, isInTime, spanOf } from '../../domain/closure.ts';
import { proposeSession } from '../../domain/extra-session.ts';
import { waitingLine } from '../../domain/live-place.ts';
import { deskUnitOf } from '../../domain/office.ts';
import { agree } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Sessions, Slots } from '../../domain/ports/sessions.ts';
import type { Visits } from '../../domain/ports/visits.ts';
import { isFree, isTaken } from '../../domain/slot.ts';
import type { Answer } from '../answer.ts';
import { byStaff } from './decide-for-unit.ts';
import { ownClosure } from './own-closure.ts';
import { viewExtraSession } from './view-extra-session.ts';

type Needs = {
  readonly sessions: Sessions;
  readonly slots: Slots;
  readonly visits: Visits;
  readonly clock: Clock;
};

const MOST_SESSIONS = 60;

export const answer: Answer<typeof previewClosure, Needs> = async (call, { sessions, slots, visits, clock }) => {
  const { city, office, caller, body } = call;
  const at = clock.now();
  const own = ownClosure(call, at);
  if (!own.agreed) return own;
  const closed = spanOf(body, office.city.timeZone);
  const day = spanOf({ on: body.on }, office.city.timeZone);
  const officials = office.officials.filter(
    ({ unit }) => body.unit === undefined || deskUnitOf(office, unit) === body.unit,
  );
  const hit = [];
  const extra = [];
  const context = { at, by: byStaff(caller), office };
  for (const { id: official } of officials) {
    const listed = await sessions.list(city, official, day.startsAt, MOST_SESSIONS);
    const open = listed.filter(({ cancelledAt }) => cancelledAt === undefined);
    if (!open.some((session) => isHit(session, closed))) continue;
    const all = (await Promise.all(open.map((session) => slots.of(session)))).flat();
    const room = all.filter(
      (slot) => !isHit(slot, closed) && slot.kind === 'regular' && isInTime(slot, at) && isFree(slot, at),
    ).length;
    let needed = -room;
    const lost = open.filter((session) => isHit(session, closed));
    for (const { id, startsAt } of lost) {
      const taken = all.filter((slot) => slot.session === id && isHit(slot, closed) && isTaken(slot, at));
      const offers = taken.filter(({ holdUntil }) => holdUntil !== undefined).length;
      const there = waitingLine((await visits.ofDay(city, id))?.visits ?? []).length;
      hit.push({ session: id, official, startsAt, turns: taken.length - offers, offers, room, there });
      needed += taken.length;
    }
    const [first] = lost;
    const proposal = first && needed > 0 ? proposeSession(first, open, context) : undefined;
    if (proposal) extra.push(viewExtraSession(proposal, needed, call));
  }
  return agree({ sessions: hit, extra });
};
