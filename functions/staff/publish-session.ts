import type { publishSession } from '../../contract/staff/session.ts';
import { agree } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Sessions, Slots } from '../../domain/ports/sessions.ts';
import { publishSession as publish } from '../../domain/session-change.ts';
import type { Answer } from '../answer.ts';
import { ownSession } from './own-session.ts';
import { viewStaffSession } from './session-view.ts';

type Needs = { readonly sessions: Sessions; readonly slots: Slots; readonly clock: Clock };

/** The slots open before anybody is shown the session, so that what is shown can be had; repeated, it opens the rest. */
export const answer: Answer<typeof publishSession, Needs> = async (call, { sessions, slots, clock }) => {
  const own = await ownSession(call, 'plan-sessions', sessions);
  if (!own.agreed) return own;
  const at = clock.now();
  const published = publish(own.value, at);
  if (!published.agreed) return published;
  if (published.value === own.value) return agree(viewStaffSession(own.value, { ...call, at }));
  for (const { id } of await slots.of(own.value)) await slots.open(call.city, id, at);
  const written = await sessions.replace(published.value);
  return written.agreed ? agree(viewStaffSession(written.value, { ...call, at })) : written;
};
