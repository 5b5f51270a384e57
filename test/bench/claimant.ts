import type { Context } from '../../domain/change.ts';
import { offer } from '../../domain/offers.ts';
import type { CitizenSession, Keys } from '../../domain/ports/keys.ts';
import type { Request } from '../../domain/request.ts';
import type { Slot } from '../../domain/slot.ts';
import type { Opening } from '../../domain/submission.ts';
import { plusMinutes } from '../../domain/time.ts';
import { accept } from '../../domain/triage.ts';
import { agreed, applicantOf, openingOf } from '../support/world.ts';

export type Claimant = {
  readonly opening: Opening;
  readonly request: Request;
  /** The turn that was offered. */
  readonly offered: Slot;
  readonly session: CitizenSession;
};

/**
 * Somebody who was offered a turn, which is held for them, and who may now pick another one of the same official. Made by
 * the rules alone; nothing of it is written yet.
 */
export const claimantOf = (context: Context, keys: Keys, number: number): Claimant => {
  const { office, at } = context;
  const digits = String(number).padStart(5, '0');
  const applicant = {
    ...applicantOf(office, at),
    ...{ name: `Applicant ${number}`, identity: { kind: 'resident-card', value: `EM0${digits}` } },
    contacts: [{ kind: 'mobile' as const, value: `+4477009${digits}`, proven: true }],
  };
  const opening = openingOf(context, keys, { parties: [applicant] });
  const opened = opening.request;
  const waiting = agreed(accept(opened, {}, context)).after;
  const slot: Slot = {
    ...{ city: opened.city, id: `offered-${digits}`, session: 'offered', official: opened.official, number: 1 },
    ...{ kind: 'regular', startsAt: plusMinutes(at, 60 * 24 * 14), endsAt: plusMinutes(at, 60 * 24 * 14 + 10) },
  };
  const request = agreed(offer(waiting, [slot], context)).after;
  const [key = ''] = request.readers;
  return {
    ...{ opening, request },
    offered: { ...slot, holder: request.id, holdUntil: request.deadline.at },
    session: { proof: 'contact', key, expiresAt: plusMinutes(at, 24 * 60) },
  };
};
