import { type AbsenceWish, planAbsence } from '../../domain/absence.ts';
import type { Office } from '../../domain/office.ts';
import type { Absence, Official } from '../../domain/official.ts';
import { agree, type Outcome } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Sessions, Slots } from '../../domain/ports/sessions.ts';
import type { Session } from '../../domain/session.ts';
import type { Affected } from '../../domain/session-change.ts';
import type { User } from '../../domain/user.ts';
import { affectedPeople, previewOf } from './affected-people.ts';
import { byStaff } from './decide-for-unit.ts';
import { ownOfficial } from './own-official.ts';

export type AbsenceNeeds = {
  readonly sessions: Sessions;
  readonly slots: Slots;
  readonly requests: Requests;
  readonly keys: Keys;
  readonly clock: Clock;
};

type AbsenceCall = {
  readonly city: string;
  readonly office: Office;
  readonly caller: User;
  readonly params: { readonly official: string };
  readonly body: AbsenceWish;
};

type AbsenceAhead = {
  readonly official: Official;
  readonly absence: Absence;
  readonly sessions: readonly { readonly session: Session; readonly affected: readonly Affected[] }[];
  readonly preview: string;
};

const MOST_SESSIONS = 60;

/** The absence as it is wished, the sessions that fall into it, and the people in them. */
export const absenceAhead = async (call: AbsenceCall, needs: AbsenceNeeds): Promise<Outcome<AbsenceAhead>> => {
  const { city, office, caller, body } = call;
  const own = ownOfficial(call, 'plan-sessions');
  if (!own.agreed) return own;
  const at = needs.clock.now();
  const absence = planAbsence(own.value, body, { at, by: byStaff(caller), office });
  if (!absence.agreed) return absence;
  const { from, to } = absence.value;
  const ahead = await needs.sessions.list(city, own.value.id, at, MOST_SESSIONS);
  const hit = ahead.filter(({ on, cancelledAt }) => cancelledAt === undefined && from <= on && on <= to);
  const sessions = await Promise.all(
    hit.map(async (session) => ({ session, affected: await affectedPeople(session, at, needs) })),
  );
  return agree({
    ...{ official: own.value, absence: absence.value, sessions },
    preview: sessions.length === 0 ? 'nobody' : previewOf(sessions, absence.value, needs.keys),
  });
};
