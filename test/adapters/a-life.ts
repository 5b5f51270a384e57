import { objectTo } from '../../domain/after-closing.ts';
import type { Change } from '../../domain/change.ts';
import { confirmWhole } from '../../domain/citizen-word.ts';
import type { OrderWish } from '../../domain/issue-orders.ts';
import { recordAttendance, recordOutcome } from '../../domain/meeting.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Request } from '../../domain/request.ts';
import { planSession, type Session, type SessionPlan } from '../../domain/session.ts';
import { plusMinutes } from '../../domain/time.ts';
import { accept } from '../../domain/triage.ts';
import { schedule } from '../../domain/turns.ts';
import { agreed } from '../support/world.ts';
import type { DataWorld } from './both-worlds.ts';

export const STAFF = { actor: 'staff', username: 'manager.hq' } as const;

/** Takes a decision and writes it. */
export const take = async (world: DataWorld, decision: Outcome<Change>): Promise<Request> =>
  agreed(await world.requests.replace(agreed(decision)));

/** A session of the request's official, the next Monday but one, with its slots open. */
export const openSession = async (
  world: DataWorld,
  official: string,
  plan: Partial<SessionPlan> = {},
): Promise<Session> => {
  const { office } = world.context();
  const { session, slots } = agreed(
    planSession(
      {
        ...{ id: world.keys.requestId(world.city, 'session', official + (plan.on ?? '')), official },
        ...{ venue: office.venues[0]?.id ?? '', mode: 'in-person' },
        ...{ on: '2026-06-22', from: '10:00', to: '12:00', slotMinutes: 10 },
        ...plan,
      },
      [],
      world.context(STAFF),
    ),
  );
  return agreed(await world.sessions.add(session, slots));
};

/** Holds the session's slot of that number for a request. */
export const holdSlot = async (world: DataWorld, request: Request, session: Session, number = 1) => {
  const slot = (await world.slots.of(session))[number - 1];
  if (!slot) throw new Error(`The session has no slot ${number}`);
  const at = world.clock.now();
  return agreed(await world.slots.hold(world.city, slot.id, request.id, { at, until: plusMinutes(at, 10) }));
};

/** From its submission to a turn that is given for good. */
export const giveTurn = async (
  world: DataWorld,
  submitted: Request,
): Promise<Extract<Request, { status: 'scheduled' }>> => {
  const waiting = await take(world, accept(submitted, {}, world.context(STAFF)));
  const session = await openSession(world, waiting.official);
  const slot = await holdSlot(world, waiting, session);
  const scheduled = await take(world, schedule(waiting, slot, world.context(STAFF)));
  if (scheduled.status !== 'scheduled') throw new Error(`It is ${scheduled.status}`);
  return scheduled;
};

/** From its submission to a meeting held, with these orders. */
export const holdMeeting = async (world: DataWorld, orders: readonly OrderWish[]): Promise<Request> => {
  const scheduled = await giveTurn(world, await world.submitRequest());
  world.clock.moveTo(scheduled.appointment.startsAt);
  const met = await take(world, recordAttendance(scheduled, 'arrived', world.context(STAFF)));
  return take(world, recordOutcome(met, { result: 'met', orders }, world.context(STAFF)));
};

/** A meeting without orders that the citizen calls settled, and the objection that opens it again. */
export const closeAndReopen = async (world: DataWorld): Promise<{ closed: Request; reopened: Request }> => {
  const awaiting = await holdMeeting(world, []);
  const closed = await take(world, confirmWhole(awaiting, true, undefined, world.context()));
  const reopened = await take(world, objectTo(closed, 'The lamp is dark again.', world.context()));
  return { closed, reopened };
};
