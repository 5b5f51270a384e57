import type { changeSession } from '../../contract/staff/session-change.ts';
import { openSessionJob } from '../../domain/job.ts';
import { agree } from '../../domain/outcome.ts';
import type { Jobs } from '../../domain/ports/jobs.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Sessions, Slots } from '../../domain/ports/sessions.ts';
import { concernsPeople } from '../../domain/session-change.ts';
import { toMillis } from '../../domain/time.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { shiftSlots } from '../shift-slots.ts';
import { affectedPeople, isAsPreviewed, previewOf } from './affected-people.ts';
import { changedBy, wishOf } from './changed-by.ts';
import { byStaff } from './decide-for-unit.ts';
import { ownSession } from './own-session.ts';
import { viewStaffSession } from './session-view.ts';

type Needs = DecisionNeeds & {
  readonly sessions: Sessions;
  readonly slots: Slots;
  readonly jobs: Jobs;
  readonly keys: Keys;
};

/** The session is changed by one write; its people are led along and told by a job, which was noted before. */
export const answer: Answer<typeof changeSession, Needs> = async (call, needs) => {
  const { city, body } = call;
  const own = await ownSession(call, 'plan-sessions', needs.sessions);
  if (!own.agreed) return own;
  const session = own.value;
  const at = needs.clock.now();
  const wish = wishOf(body);
  const changed = await changedBy(session, wish, call, needs);
  if (!changed.agreed) return changed;
  const isFelt = concernsPeople(session, changed.value);
  const affected = isFelt ? await affectedPeople(session, at, needs) : [];
  const seen = isAsPreviewed(affected.length, body.preview, previewOf([{ session, affected }], wish, needs.keys));
  if (!seen.agreed) return seen;

  if (isFelt) {
    const id = `${session.id}.${toMillis(at)}`;
    const work = { city, id, reason: '', by: byStaff(call.caller) };
    await needs.jobs.add(openSessionJob({ ...work, stops: [{ pile: 'session', of: session.id }] }, at));
  }
  const written = await needs.sessions.rearrange(session, changed.value);
  if (!written.agreed) return written;
  if (affected.length === 0) await shiftSlots(written.value, at, needs.slots);
  return agree(viewStaffSession(written.value, { ...call, at }));
};
