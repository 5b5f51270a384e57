import type { changeSession } from '../../contract/staff/session.ts';
import { agree } from '../../domain/outcome.ts';
import type { Clock, Sessions } from '../../domain/ports.ts';
import { changeSession as change } from '../../domain/session.ts';
import type { Answer } from '../answer.ts';
import { byStaff } from './decide-for-unit.ts';
import { ownSession } from './own-session.ts';
import { viewStaffSession } from './session-view.ts';

type Needs = { readonly sessions: Sessions; readonly clock: Clock };

export const answer: Answer<typeof changeSession, Needs> = async (call, { sessions, clock }) => {
  const { office, caller, body } = call;
  const session = await ownSession(call, 'plan-sessions', sessions);
  if (!session.agreed) return session;
  const changed = change(session.value, body, { at: clock.now(), by: byStaff(caller), office });
  if (!changed.agreed) return changed;
  const written = await sessions.replace(changed.value);
  return written.agreed ? agree(viewStaffSession(written.value, call)) : written;
};
