import type { planSession } from '../../contract/staff/session.ts';
import { mayAt } from '../../domain/access.ts';
import { findOfficial } from '../../domain/office.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Sessions } from '../../domain/ports/sessions.ts';
import { planSession as plan, type Session } from '../../domain/session.ts';
import { instantAt } from '../../domain/time.ts';
import type { Answer, Call } from '../answer.ts';
import { attendeesOf } from './attendees-of.ts';
import { byStaff } from './decide-for-unit.ts';
import { viewStaffSession } from './session-view.ts';

export type PlanSessionNeeds = { readonly sessions: Sessions; readonly keys: Keys; readonly clock: Clock };
type PlanCall = Call<typeof planSession>;

export const answer: Answer<typeof planSession, PlanSessionNeeds> = async (call, needs) => {
  const { city, office, caller, params, idempotencyKey } = call;
  const official = findOfficial(office, params.official);
  if (!official || !mayAt(caller, 'plan-sessions', { unit: official.unit, official: official.id }, office)) {
    return refuse('not-found');
  }
  const id = needs.keys.requestId(city, `session of ${caller.username}`, idempotencyKey);
  const planned = (await recorded(id, call, needs)) ?? (await planNew(id, call, needs));
  const speaking = { ...call, at: needs.clock.now() };
  return planned.agreed ? agree(viewStaffSession(planned.value, speaking)) : planned;
};

/** Where another one was planned on that day meanwhile, it is asked once more whether this one fits. */
const planNew = async (id: string, call: PlanCall, needs: PlanSessionNeeds): Promise<Outcome<Session>> => {
  const first = await attempt(id, call, needs);
  return first.agreed || first.reason !== 'changed-meanwhile' ? first : attempt(id, call, needs);
};

const attempt = async (id: string, call: PlanCall, needs: PlanSessionNeeds): Promise<Outcome<Session>> => {
  const { city, office, caller, params, body } = call;
  const others = await needs.sessions.onDay(city, { official: params.official }, body.on);
  const atVenue = await needs.sessions.onDay(city, { venue: body.venue }, body.on);
  const context = { at: needs.clock.now(), by: byStaff(caller), office };
  const attendees = attendeesOf(body.attendees);
  const planned = plan({ ...body, attendees, id, official: params.official }, others, context, atVenue);
  if (!planned.agreed) return planned;
  const added = await needs.sessions.add(planned.value.session, planned.value.slots);
  // The same call may have been made twice at once.
  return !added.agreed && added.reason === 'already-recorded' ? ((await recorded(id, call, needs)) ?? added) : added;
};

/** The same key for the same official and time is the same act. */
const recorded = async (
  id: string,
  { city, office, params, body }: PlanCall,
  { sessions }: PlanSessionNeeds,
): Promise<Outcome<Session> | undefined> => {
  const session = await sessions.find(city, id);
  if (!session) return undefined;
  const startsAt = instantAt(body.on, body.from, office.city.timeZone);
  const endsAt = instantAt(body.on, body.to, office.city.timeZone);
  const isSame = session.official === params.official && session.startsAt === startsAt && session.endsAt === endsAt;
  return isSame ? agree(session) : refuse('idempotency-key-reused');
};
