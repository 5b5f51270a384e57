import type { Context } from './change.ts';
import { findOfficial, type Office, policiesOf } from './office.ts';
import { agree, type Outcome, refuseField } from './outcome.ts';
import type { Request } from './request.ts';
import type { Slot } from './slot.ts';
import { type Instant, instantAt, localDateOf, plusDays } from './time.ts';

/** One place of a queue: whoever stands in it, how it ranks under the rule of the post, and since when it counts. */
export type InLine = { readonly id: string; readonly rank: number; readonly since: Instant };

/** Urgent cases come first, whoever has no confirmed priority last; between them is room for the eight classes of a city. */
const URGENT = 0;
const LAST = 9;
/** Sorts before every rank: who has an offer has been reached. */
const REACHED = '-';

/** Where a request ranks under the published rule of its post; nothing where it comes last. */
export const rankOf = (
  { official, urgent, priority }: Pick<Request, 'official' | 'urgent'> & { readonly priority?: string | undefined },
  office: Office,
): number | undefined => {
  if (urgent) return URGENT;
  if (findOfficial(office, official)?.allocation !== 'priority-classes') return undefined;
  const index = office.city.priorityClasses.findIndex(({ id }) => id === priority);
  return index < 0 ? undefined : index + 1;
};

/** The confirmed class of rank `rank`, or nothing for urgent cases and those who come last. */
export const classOfRank = (rank: number, office: Office) => office.city.priorityClasses[rank - 1];

/** From when the place of a request counts: its submission, whatever happened since, but for offers let go too often. */
export const standsSince = (request: Request): Instant =>
  ('placedAt' in request ? request.placedAt : undefined) ?? request.submittedAt;

/** Text by which the queue of a post sorts: those who have an offer, then by rank, then by time. */
export const placeOf = (request: Request): string => {
  const rank = request.status === 'waiting' ? String(request.rank ?? LAST) : REACHED;
  return `${rank}#${standsSince(request)}#${request.id}`;
};

/** Where those who wait begin, behind all who have an offer. */
export const FIRST_IN_LINE = String(URGENT);

export const readPlace = (place: string): InLine => {
  const [rank, since = '', id = ''] = place.split('#');
  return { id, rank: Number(rank), since };
};

/**
 * The place after an offer was let go. The first times it stays; then, if the city says so, it goes behind those who asked
 * on the same day.
 */
export const placeAfterPass = (request: Request, { office }: Context): Instant | undefined => {
  const { freePasses, afterFreePasses } = policiesOf(office, request.unit);
  if (request.passes <= freePasses || afterFreePasses === 'keeps-place') return undefined;
  const { timeZone } = office.city;
  return instantAt(plusDays(localDateOf(request.submittedAt, timeZone), 1), '00:00', timeZone);
};

/** Who is given a turn, and why: nobody before the head of the queue without a reason that the city knows. */
export const mayJump = (
  { isHead, reason }: { readonly isHead: boolean; readonly reason?: string | undefined },
  { office }: Context,
): Outcome<string | undefined> => {
  if (isHead) return agree(undefined);
  if (reason === undefined) return refuseField('reason', 'needed-to-pass-others');
  return isJumpReason(reason, office) ? agree(reason) : refuseField('reason', 'unknown');
};

export const isPriorityClass = (id: string, office: Office): boolean =>
  office.city.priorityClasses.some((known) => known.id === id);

const isJumpReason = (reason: string, office: Office): boolean =>
  office.city.jumpReasons.some(({ id }) => id === reason);

/** Urgent turns are for urgent cases, confirmed priorities, and whoever is passed to the front for a reason. */
export const maySit = (request: Request, slot: Slot, reason: string | undefined): Outcome<void> => {
  const hasGround = request.urgent || reason !== undefined || ('priority' in request && request.priority !== undefined);
  return slot.kind === 'urgent' && !hasGround ? refuseField('slot', 'kept-for-urgent') : agree(undefined);
};
