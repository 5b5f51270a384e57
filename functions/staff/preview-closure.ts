import type { previewClosure } from '../../contract/staff/closure.ts';
import { isHit, isInTime, spanOf } from '../../domain/closure.ts';
import { deskUnitOf } from '../../domain/office.ts';
import { agree } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Sessions, Slots } from '../../domain/ports/sessions.ts';
import { isFree, isTaken } from '../../domain/slot.ts';
import type { Answer } from '../answer.ts';
import { ownClosure } from './own-closure.ts';

type Needs = { readonly sessions: Sessions; readonly slots: Slots; readonly clock: Clock };

const MOST_SESSIONS = 60;

export const answer: Answer<typeof previewClosure, Needs> = async (call, { sessions, slots, clock }) => {
  const { city, office, body } = call;
  const at = clock.now();
  const own = ownClosure(call, at);
  if (!own.agreed) return own;
  const closed = spanOf(body, office.city.timeZone);
  const day = spanOf({ on: body.on }, office.city.timeZone);
  const officials = office.officials.filter(
    ({ unit }) => body.unit === undefined || deskUnitOf(office, unit) === body.unit,
  );
  const hit = [];
  for (const { id: official } of officials) {
    const listed = await sessions.list(city, official, day.startsAt, MOST_SESSIONS);
    const open = listed.filter(({ cancelledAt }) => cancelledAt === undefined);
    if (!open.some((session) => isHit(session, closed))) continue;
    const all = (await Promise.all(open.map((session) => slots.of(session)))).flat();
    const room = all.filter(
      (slot) => !isHit(slot, closed) && slot.kind === 'regular' && isInTime(slot, at) && isFree(slot, at),
    ).length;
    for (const { id, startsAt } of open.filter((session) => isHit(session, closed))) {
      const taken = all.filter((slot) => slot.session === id && isHit(slot, closed) && isTaken(slot, at));
      const offers = taken.filter(({ holdUntil }) => holdUntil !== undefined).length;
      hit.push({ session: id, official, startsAt, turns: taken.length - offers, offers, room });
    }
  }
  return agree({ sessions: hit });
};
