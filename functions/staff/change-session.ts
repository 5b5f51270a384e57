import type { changeSession } from '../../contract/staff/session.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Sessions, Slots } from '../../domain/ports/sessions.ts';
import { changeSession as change, type Session } from '../../domain/session.ts';
import { tellOfNewPlace } from '../../domain/turns.ts';
import type { Answer, Call } from '../answer.ts';
import { type DecisionNeeds, decide } from '../decide.ts';
import { byStaff } from './decide-for-unit.ts';
import { ownSession } from './own-session.ts';
import { viewStaffSession } from './session-view.ts';

type Needs = DecisionNeeds & { readonly sessions: Sessions; readonly slots: Slots };
type ChangeCall = Call<typeof changeSession>;

export const answer: Answer<typeof changeSession, Needs> = async (call, needs) => {
  const { office, caller, body } = call;
  const session = await ownSession(call, 'plan-sessions', needs.sessions);
  if (!session.agreed) return session;
  const changed = change(session.value, body, { at: needs.clock.now(), by: byStaff(caller), office });
  if (!changed.agreed) return changed;
  const written = await needs.sessions.replace(changed.value);
  if (!written.agreed) return written;
  if (body.venue !== undefined || body.mode !== undefined) await tellHolders(written.value, call, needs);
  return agree(viewStaffSession(written.value, call));
};

/** Whoever has a turn is told where to come, or how; one whose turn has ended meanwhile needs no telling. */
const tellHolders = async (session: Session, { city, office, caller }: ChangeCall, needs: Needs): Promise<void> => {
  for (const { holder, holdUntil } of await needs.slots.of(session)) {
    if (holder === undefined || holdUntil !== undefined) continue;
    const read = async () => {
      const request = await needs.requests.find(city, holder);
      return request?.appointment?.session === session.id ? agree(request) : refuse('not-found');
    };
    await decide({ read, rule: tellOfNewPlace, by: byStaff(caller), office }, needs);
  }
};
