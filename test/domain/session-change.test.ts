import { describe, expect, test } from 'vitest';
import { agree, refuse, refuseField } from '../../domain/outcome.ts';
import { isOpen, planSession, type Session, type SessionPlan } from '../../domain/session.ts';
import {
  affectedBy,
  cancelSession,
  changeSession,
  concernsPeople,
  dayOfWish,
  previewText,
  publishSession,
  waitsForStaff,
} from '../../domain/session-change.ts';
import { plusMinutes } from '../../domain/time.ts';
import { agreed } from '../support/world.ts';
import { someSlot } from './some-slot.ts';
import { contextAt, reachAt, START } from './stages-of-life.ts';

const context = contextAt(START);
const PLAN: SessionPlan = {
  ...{ id: 'monday', official: 'harbour-alderman', venue: 'harbour-office', mode: 'in-person' },
  ...{ on: '2026-06-15', from: '10:00', to: '11:00', slotMinutes: 10 },
};
const planned = (more: Partial<SessionPlan> = {}): Session =>
  agreed(planSession({ ...PLAN, ...more }, [], context, [])).session;
const session = planned();
const later = planned({ publish: '2026-06-10T00:00:00.000Z' });
const NONE = { others: [], atVenue: [] };
const cancelled = { ...session, cancelledAt: START };

describe('A session that is changed', () => {
  test('elsewhere is one more of its new venue’s day, and of no other day', () => {
    const days = { others: [session], atVenue: [planned({ id: 'other', from: '14:00', to: '15:00' })] };
    expect(agreed(changeSession(session, { venue: 'city-hall' }, days, context))).toStrictEqual({
      ...{ ...session, venue: 'city-hall', ofVenueDay: 2, version: 2 },
    });
  });

  test('to another day is one more of that day', () => {
    const others = [planned({ id: 'a' }), planned({ id: 'b' })].map((one) => ({ ...one, cancelledAt: START }));
    const moved = agreed(changeSession(session, { on: '2026-06-17' }, { others, atVenue: [] }, context));
    expect(moved).toMatchObject({ on: '2026-06-17', startsAt: '2026-06-17T09:00:00.000Z', ofDay: 3, ofVenueDay: 1 });
  });

  test('to another hour keeps its day and its length', () => {
    const moved = agreed(changeSession(session, { from: '14:00' }, NONE, context));
    expect(moved).toStrictEqual({
      ...{ ...session, startsAt: '2026-06-15T13:00:00.000Z', endsAt: '2026-06-15T14:00:00.000Z', version: 2 },
    });
  });

  test('in its way or its people alone stays where it is, whatever else is there', () => {
    const busy = { others: [planned({ id: 'other' })], atVenue: [planned({ id: 'other' })] };
    const attendees = [{ unit: 'homes' }];
    expect(agreed(changeSession(session, { mode: 'video', attendees }, busy, context))).toStrictEqual({
      ...{ ...session, mode: 'video', attendees, version: 2 },
    });
    expect(agreed(changeSession(session, { from: '10:00' }, busy, context))).toStrictEqual({ ...session, version: 2 });
  });

  test('has only people whom the city has on its day', () => {
    expect(changeSession(session, { attendees: [{ post: 'nobody' }] }, NONE, context)).toStrictEqual(
      refuseField('attendees.0', 'unknown'),
    );
  });

  test('is neither cancelled nor over', () => {
    expect(changeSession(cancelled, { mode: 'video' }, NONE, context)).toStrictEqual(
      refuse('session-impossible', { why: 'cancelled' }),
    );
    expect(changeSession(session, { mode: 'video' }, NONE, contextAt(session.endsAt))).toStrictEqual(
      refuse('session-impossible', { why: 'in-the-past' }),
    );
    expect(changeSession(session, { mode: 'video' }, NONE, contextAt(plusMinutes(session.endsAt, -1))).agreed).toBe(
      true,
    );
  });

  test('is published when it was to be, or when it begins, if that is sooner', () => {
    expect(agreed(changeSession(later, { from: '14:00' }, NONE, context)).publishesAt).toBe(later.publishesAt);
    const moved = agreed(changeSession(later, { on: '2026-06-09' }, NONE, context));
    expect(moved.publishesAt).toBe(moved.startsAt);
    expect(agreed(changeSession(session, { from: '14:00' }, NONE, context))).not.toHaveProperty('publishesAt');
    expect(agreed(changeSession(session, { from: '14:00' }, NONE, context))).not.toHaveProperty('breaks');
  });

  test('is on the day of the wish, or on its own', () => {
    expect(dayOfWish(session, { on: '2026-06-17' })).toBe('2026-06-17');
    expect(dayOfWish(session, {})).toBe('2026-06-15');
  });
});

describe('A session that is cancelled', () => {
  test('has its moment, and keeps the first', () => {
    expect(cancelSession(session, START)).toStrictEqual(agree({ ...session, cancelledAt: START, version: 2 }));
    expect(cancelSession(cancelled, session.endsAt)).toStrictEqual(agree(cancelled));
  });

  test('is not over', () => {
    expect(cancelSession(session, plusMinutes(session.endsAt, -1)).agreed).toBe(true);
    expect(cancelSession(session, session.endsAt)).toStrictEqual(refuse('session-impossible', { why: 'in-the-past' }));
  });

  test('is open to nobody', () => {
    expect([isOpen(session, START), isOpen(cancelled, START), isOpen(later, START)]).toStrictEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('A session that is published', () => {
  test('is open at once', () => {
    expect(publishSession(later, START)).toStrictEqual(agree({ ...session, version: 2 }));
  });

  test('was not open before', () => {
    expect(publishSession(session, START)).toStrictEqual(agree(session));
    const open = { ...later, publishesAt: START };
    expect(publishSession(open, START)).toStrictEqual(agree(open));
  });

  test('is neither cancelled nor begun', () => {
    expect(publishSession({ ...later, cancelledAt: START }, START)).toStrictEqual(
      refuse('session-impossible', { why: 'cancelled' }),
    );
    expect(publishSession(later, later.startsAt)).toStrictEqual(refuse('session-impossible', { why: 'in-the-past' }));
    expect(publishSession(planned({ publish: 'by-hand' }), plusMinutes(later.startsAt, -1)).agreed).toBe(true);
  });

  test('waits for the staff where it would open only when it begins', () => {
    expect(waitsForStaff(planned({ publish: 'by-hand' }))).toBe(true);
    expect(waitsForStaff(later)).toBe(false);
  });
});

describe('A change of a session concerns', () => {
  const scheduled = reachAt('scheduled');
  const offered = reachAt('offered');
  const { startsAt, slot: own } = scheduled.appointment;
  const slot = someSlot({ id: own, holder: scheduled.id, startsAt });
  const offeredSlot = { ...slot, id: offered.offered[0]?.slot ?? '', holder: offered.id };

  test('who has a turn there, or an offer of one', () => {
    expect(affectedBy(slot, scheduled, START)).toStrictEqual({ slot, request: scheduled, has: 'turn' });
    expect(affectedBy(offeredSlot, offered, START)).toStrictEqual({
      slot: offeredSlot,
      request: offered,
      has: 'offer',
    });
    const two = { ...offered, offered: [{ ...scheduled.appointment, slot: 'other' }, ...offered.offered] };
    expect(affectedBy(offeredSlot, two, START)?.has).toBe('offer');
  });

  test('nobody who only fills in a form, or has another turn', () => {
    expect(affectedBy({ ...slot, id: 'other' }, scheduled, START)).toBeUndefined();
    expect(affectedBy({ ...slot, id: 'other' }, offered, START)).toBeUndefined();
    expect(affectedBy(slot, reachAt('waiting'), START)).toBeUndefined();
  });

  test('nobody whose hold has ended or whose turn has begun', () => {
    expect(affectedBy({ ...slot, holdUntil: START }, scheduled, START)).toBeUndefined();
    expect(affectedBy(slot, scheduled, startsAt)).toBeUndefined();
    expect(affectedBy(slot, scheduled, plusMinutes(startsAt, -1))?.has).toBe('turn');
  });

  test.each([
    ['another time', { startsAt: START }, true],
    ['another venue', { venue: 'city-hall' }, true],
    ['another way', { mode: 'phone' as const }, true],
    ['other attendees', { attendees: [{ unit: 'homes' }] }, false],
  ])('people, if it is %s', (_, more, concerns) => {
    expect(concernsPeople(session, { ...session, ...more })).toBe(concerns);
  });

  test('what its preview showed, in one text', () => {
    const affected = [{ slot, request: scheduled, has: 'turn' as const }];
    expect(previewText(session, { on: '2026-06-17' }, affected)).toBe(
      `["monday",1,{"on":"2026-06-17"},[["${own}","${scheduled.id}","turn"]]]`,
    );
  });
});
