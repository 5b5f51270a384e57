import type { cancelSession } from '../../contract/staff/session-change.ts';
import { openSessionJob } from '../../domain/job.ts';
import { agree } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Jobs } from '../../domain/ports/jobs.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Sessions, Slots } from '../../domain/ports/sessions.ts';
import { cancelSession as cancel } from '../../domain/session-change.ts';
import { toMillis } from '../../domain/time.ts';
import type { Answer } from '../answer.ts';
import { affectedPeople, isAsPreviewed, previewOf } from './affected-people.ts';
import { byStaff } from './decide-for-unit.ts';
import { ownSession } from './own-session.ts';
import { viewStaffSession } from './session-view.ts';

type Needs = {
  readonly sessions: Sessions;
  readonly slots: Slots;
  readonly requests: Requests;
  readonly jobs: Jobs;
  readonly keys: Keys;
  readonly clock: Clock;
};

/** Cancelled at once; its free slots are closed now, and whoever has a turn is held another one by a job, noted before. */
export const answer: Answer<typeof cancelSession, Needs> = async (call, needs) => {
  const own = await ownSession(call, 'plan-sessions', needs.sessions);
  if (!own.agreed) return own;
  const session = own.value;
  const at = needs.clock.now();
  const cancelled = cancel(session, at);
  if (!cancelled.agreed) return cancelled;
  if (session.cancelledAt !== undefined) return agree(viewStaffSession(session, { ...call, at }));
  const affected = await affectedPeople(session, at, needs);
  const now = previewOf([{ session, affected }], 'cancel', needs.keys);
  const seen = isAsPreviewed(affected.length, call.body.preview, now);
  if (!seen.agreed) return seen;

  const { city, caller } = call;
  const work = { city, id: `${session.id}.${toMillis(at)}`, reason: call.body.text ?? '', by: byStaff(caller) };
  await needs.jobs.add(openSessionJob({ ...work, stops: [{ pile: 'cancelled', of: session.id }] }, at));
  const written = await needs.sessions.replace(cancelled.value);
  if (!written.agreed) return written;
  for (const slot of await needs.slots.of(session)) await needs.slots.close(city, slot.id, at);
  return agree(viewStaffSession(written.value, { ...call, at }));
};
