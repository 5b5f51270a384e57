import type { Context, SlotChange } from './change.ts';
import { policiesOf } from './office.ts';
import { refuse, refuseField } from './outcome.ts';
import { spreadOf } from './reminders.ts';
import type { Appointment, Request } from './request.ts';
import type { Slot } from './slot.ts';
import { plusMinutes } from './time.ts';

/** A slot as far as a turn needs it. */
export type Turn = Pick<Slot, 'id' | 'session' | 'official' | 'startsAt' | 'endsAt'> &
  Partial<Pick<Slot, 'holder' | 'holdUntil'>>;

/** The turn that this slot would be for the request. */
export const turnOf = (request: Request, slot: Turn): Appointment => ({
  number: request.turns + 1,
  session: slot.session,
  slot: slot.id,
  startsAt: slot.startsAt,
  endsAt: slot.endsAt,
});

/** A slot can be given to a request only if it is the same official's and still to come. */
export const unfit = (request: Request, slot: Turn, { at }: Context) =>
  slot.official !== request.official
    ? refuseField('slot', 'other-official')
    : slot.startsAt <= at
      ? refuse('slot-gone', { why: 'in-the-past' })
      : undefined;

/** The moment from which a slot given back may be offered again: a delay of the request's own, so that turns are not traded. */
const releasedAgainAt = (request: Request, { office, at }: Context) => {
  const { min, max } = policiesOf(office, request.unit).releasedSlotDelayMinutes;
  return plusMinutes(at, Math.round(min + spreadOf(request.id) * (max - min)));
};

/** So long a slot that came back is for the queue alone, which is looked at every minute. */
const FOR_THE_QUEUE_MINUTES = 15;

type Released = Extract<SlotChange, { act: 'release' }>;

const release = (request: Request, slot: string, context: Context): Released => {
  const freeFrom = releasedAgainAt(request, context);
  return { act: 'release', slot, freeFrom, openFrom: plusMinutes(freeFrom, FOR_THE_QUEUE_MINUTES) };
};

export const heldSlots = (request: Request): readonly string[] =>
  request.status === 'offered'
    ? request.offered.map((turn) => turn.slot)
    : request.status === 'scheduled'
      ? [request.appointment.slot]
      : [];

/** All the slots that a request holds in its present stage, but one, given back. */
export const releaseHeld = (request: Request, context: Context, keep?: string): Released[] =>
  heldSlots(request)
    .filter((slot) => slot !== keep)
    .map((slot) => release(request, slot, context));
