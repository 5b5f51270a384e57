import type * as z from 'zod/mini';
import type { AffectedView } from '../../contract/staff/session-change.ts';
import { isInTime } from '../../domain/closure.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Sessions, Slots } from '../../domain/ports/sessions.ts';
import { isOpen, type Session } from '../../domain/session.ts';
import { type Affected, affectedBy, previewText } from '../../domain/session-change.ts';
import { suits } from '../../domain/session-moves.ts';
import { isFree, type Slot } from '../../domain/slot.ts';
import type { Instant } from '../../domain/time.ts';
import { showTrackingCode } from '../../domain/tracking-code.ts';
import { viewSlot } from '../city-view.ts';

type Reading = { readonly slots: Slots; readonly requests: Requests };
type View = z.input<typeof AffectedView>;

/** Who has a turn in this session, or is offered one, in the order of the turns. */
export const affectedPeople = async (
  session: Session,
  at: Instant,
  { slots, requests }: Reading,
): Promise<Affected[]> => {
  const taken = (await slots.of(session)).filter(({ holder }) => holder !== undefined);
  const found = await Promise.all(
    taken.map(async (slot) => {
      const request = await requests.find(session.city, slot.holder ?? '');
      return request && affectedBy(slot, request, at);
    }),
  );
  return found.flatMap((one) => one ?? []);
};

/** The mark of a preview: the same people, the same session, the same act. */
export const previewOf = (
  shown: readonly { readonly session: Session; readonly affected: readonly Affected[] }[],
  act: unknown,
  keys: Keys,
): string => {
  const [city = ''] = shown.map(({ session }) => session.city);
  return keys.hash(
    city,
    'content',
    shown.map(({ session, affected }) => previewText(session, act, affected)).join('\n'),
  );
};

/** Whoever changes what people rely on must have seen who they are, and they must be the same still. */
export const isAsPreviewed = (affected: number, given: string | undefined, now: string): Outcome<void> => {
  if (affected === 0 || given === now) return agree(undefined);
  return given === undefined
    ? refuse('session-has-turns', { why: 'preview-first', taken: affected })
    : refuse('changed-meanwhile', { fields: [{ path: 'preview', problem: 'other-people' }] });
};

export const viewAffected = (
  { slot, request, has }: Affected,
  gets: View['gets'],
  next: Slot | undefined,
  speaking: Parameters<typeof viewSlot>[1],
): View => ({
  ...{ request: request.id, code: showTrackingCode(request.code), slot: slot.id, startsAt: slot.startsAt },
  ...{ says: viewSlot(slot, speaking).says, has, reach: request.reach, gets },
  next: next && { startsAt: next.startsAt, says: viewSlot(next, speaking).says },
});

const MOST_SESSIONS = 60;

/** The free regular turns into which the people of a cancelled session would be taken, soonest first. */
export const roomBeside = async (
  session: Session,
  at: Instant,
  { sessions, slots }: { readonly sessions: Sessions; readonly slots: Slots },
): Promise<{ slot: Slot; suits: (one: Affected) => boolean }[]> => {
  const ahead = await sessions.list(session.city, session.official, at, MOST_SESSIONS);
  const open = ahead.filter((one) => one.id !== session.id && isOpen(one, at));
  const all = await Promise.all(
    open.map(async (one) =>
      (await slots.of(one)).map((slot) => ({ slot, suits: ({ request }: Affected) => suits(one, request) })),
    ),
  );
  return all
    .flat()
    .filter(({ slot }) => slot.kind === 'regular' && isInTime(slot, at) && isFree(slot, at))
    .toSorted((a, b) => a.slot.startsAt.localeCompare(b.slot.startsAt));
};
