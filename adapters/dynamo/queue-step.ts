import type { Change } from '../../domain/change.ts';
import type { Post } from '../../domain/ledger.ts';
import type { Request } from '../../domain/request.ts';
import { type Instant, plusMinutes } from '../../domain/time.ts';
import { queueLookKey } from './keys.ts';
import type { Step } from './step.ts';

/** One mark an event, so that two decisions about one queue never meet. Its key says all of it. */
export const lookItem = (post: Post, id: string, at: Instant) => queueLookKey(post, { at, id });

/** Whoever joins a queue, and whatever turn is given back to it, has it looked at. */
export const queueStep = (change: Change, now: Instant): Step[] => {
  const at = looksAt(change, now);
  const { city, id, version, official } = change.after;
  return at === undefined ? [] : [{ put: lookItem({ city, official }, `${id}#${version}`, at) }];
};

/** So long whoever joins is left to the secretary, who may have agreed a turn at the counter; the index settles meanwhile. */
const LEFT_TO_STAFF_MINUTES = 60;

export const looksAt = ({ before, after, slots }: Pick<Change, 'before' | 'after' | 'slots'>, now: Instant) => {
  if (joins(before, after)) return plusMinutes(now, LEFT_TO_STAFF_MINUTES);
  const freed = slots.flatMap((change) => (change.act === 'release' ? [change.freeFrom] : []));
  return freed.toSorted()[0];
};

const joins = (before: Request, after: Request): boolean =>
  after.status === 'waiting' && (before.status !== 'waiting' || before.official !== after.official);
