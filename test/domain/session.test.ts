import { describe, expect, it } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { Attendees } from '../../domain/attendee.ts';
import { isPublished, planSession, type Session, type SessionPlan } from '../../domain/session.ts';
import { changeSession } from '../../domain/session-change.ts';
import { isFree } from '../../domain/slot.ts';
import { THE_OFFICE } from '../../domain/timeline.ts';
import { agreed } from '../support/world.ts';

const AT = '2026-06-08T09:30:00.000Z';
const context = { office: eastmere, at: AT, by: THE_OFFICE };
const PLAN: SessionPlan = {
  ...{ id: 'plan', official: 'harbour-alderman', venue: 'quay-stop', mode: 'in-person' },
  ...{ on: '2026-06-15', from: '10:00', to: '11:00', slotMinutes: 10 },
};
const planned = (more: Partial<SessionPlan> = {}) => agreed(planSession({ ...PLAN, ...more }, [], context, []));
const timesOf = (slots: readonly { startsAt: string }[]) => slots.map(({ startsAt }) => startsAt.slice(11, 16));

describe('A session', () => {
  it('has turns before and after its breaks, none in them', () => {
    const { session, slots } = planned({ breaks: [{ from: '10:15', to: '10:35' }] });
    // London is an hour ahead of UTC in June.
    expect(timesOf(slots)).toEqual(['09:00', '09:35', '09:45']);
    expect(session.slots).toBe(3);
    const outside = planSession({ ...PLAN, breaks: [{ from: '10:50', to: '11:10' }] }, [], context, []);
    expect(outside).toMatchObject({ details: { fields: [{ path: 'breaks.0', problem: 'does-not-fit' }] } });
  });

  it('keeps as many of its last turns as its template says', () => {
    const { slots } = planned({ shares: { urgentSlots: 1, walkInSlots: 2 } });
    expect(slots.map(({ kind }) => kind)).toEqual(['regular', 'regular', 'regular', 'urgent', 'walk-in', 'walk-in']);
  });

  it('opens its turns to nobody before it is published', () => {
    const publish = '2026-06-10T00:00:00.000Z';
    const { session, slots } = planned({ publish });
    expect(isPublished(session, AT)).toBe(false);
    expect(slots.some((slot) => isFree(slot, AT))).toBe(false);
    expect(isPublished(session, publish)).toBe(true);
    expect(slots.every((slot) => isFree(slot, publish))).toBe(true);
  });

  it('that waits for the staff is never published by itself', () => {
    const { session, slots } = planned({ publish: 'by-hand' });
    expect(isPublished(session, '2026-06-15T08:59:59.999Z')).toBe(false);
    expect(slots.some((slot) => isFree(slot, '2026-06-15T08:59:59.999Z'))).toBe(false);
  });

  it.each([
    ['in the past', { on: '2026-06-01' }, 'in-the-past'],
    ['on a weekend', { on: '2026-06-14' }, 'closed'],
    ['on a holiday', { on: '2026-12-25' }, 'holiday'],
    ['outside office hours', { from: '18:00', to: '19:00' }, 'outside-hours'],
  ])('is not planned %s, and says so', (_, more, why) => {
    expect(planSession({ ...PLAN, ...more }, [], context, [])).toMatchObject({ details: { why } });
  });

  it('is not planned with people whom the city does not have', () => {
    const attendees = [{ name: 'An engineer' }, { unit: 'homes' }, { post: 'nobody' }];
    expect(planSession({ ...PLAN, attendees }, [], context, [])).toMatchObject({
      details: { fields: [{ path: 'attendees.2', problem: 'unknown' }] },
    });
  });

  it('has the stand-in of the day, if the official is away', () => {
    const absences = [{ from: '2026-06-15', to: '2026-06-16', kind: 'leave' as const, standIn: 'hq-deputy' }];
    const officials = eastmere.officials.map((one) => (one.id === PLAN.official ? { ...one, absences } : one));
    const away = { ...context, office: { ...eastmere, officials } };
    expect(agreed(planSession(PLAN, [], away, [])).session.standIn).toBe('hq-deputy');
    expect(agreed(planSession({ ...PLAN, on: '2026-06-17' }, [], away, [])).session).not.toHaveProperty('standIn');
  });

  it('reads attendees that were kept as a line of text', () => {
    expect(Attendees.parse('The engineer')).toEqual([{ name: 'The engineer' }]);
    expect(Attendees.parse([{ post: 'hq-deputy' }])).toEqual([{ post: 'hq-deputy' }]);
  });
});

describe('A venue', () => {
  const twoAtOnce = {
    ...context,
    office: {
      ...eastmere,
      venues: eastmere.venues.map((one) => (one.id === 'quay-stop' ? { ...one, capacity: 2 } : one)),
    },
  };
  const at = (id: string, from: string, to: string): Session =>
    agreed(planSession({ ...PLAN, id, official: 'hq-deputy', from, to }, [], twoAtOnce)).session;
  const beside = (...sessions: Session[]) => planSession(PLAN, [], twoAtOnce, sessions);

  it('takes as many sessions side by side as it has room for, and counts those that only follow each other once', () => {
    expect(beside(at('a', '10:00', '11:00')).agreed).toBe(true);
    expect(beside(at('a', '10:00', '10:30'), at('b', '10:30', '11:00')).agreed).toBe(true);
    expect(beside(at('a', '09:00', '10:30'), at('b', '10:20', '12:00'))).toMatchObject({
      reason: 'session-impossible',
      details: { why: 'over-capacity', capacity: 2 },
    });
  });

  it('does not count what was cancelled, went elsewhere, or stands in its day twice', () => {
    const [a, b] = [at('a', '10:00', '11:00'), at('b', '10:00', '11:00')];
    expect(beside(a, b).agreed).toBe(false);
    expect(beside(a, { ...b, cancelledAt: AT }).agreed).toBe(true);
    expect(beside(a, { ...b, venue: 'phone' }).agreed).toBe(true);
    expect(beside(a, a).agreed).toBe(true);
  });
});

describe('A change of a session', () => {
  const NOTHING: Parameters<typeof changeSession>[2] = { others: [], atVenue: [] };
  const { session } = planned({ breaks: [{ from: '10:20', to: '10:30' }], publish: '2026-06-10T00:00:00.000Z' });

  it('moves it whole, with its breaks, by the clock of the day', () => {
    const { session: autumn } = planned({ on: '2026-10-23', breaks: [{ from: '10:20', to: '10:30' }] });
    const moved = agreed(changeSession(autumn, { on: '2026-10-26' }, NOTHING, context));
    expect(moved).toMatchObject({ startsAt: '2026-10-26T10:00:00.000Z', endsAt: '2026-10-26T11:00:00.000Z' });
    expect(moved.breaks).toEqual([{ startsAt: '2026-10-26T10:20:00.000Z', endsAt: '2026-10-26T10:30:00.000Z' }]);
    expect(moved.slots).toBe(autumn.slots);
  });

  it('is never published after it has begun', () => {
    const moved = agreed(changeSession(session, { on: '2026-06-09' }, NOTHING, context));
    expect(moved.publishesAt).toBe(moved.startsAt);
    const draft = planned({ publish: 'by-hand' }).session;
    const later = agreed(changeSession(draft, { from: '14:00' }, NOTHING, context));
    expect(later.publishesAt).toBe(later.startsAt);
  });

  it('is refused wherever it could not have been planned', () => {
    const why = (wish: Parameters<typeof changeSession>[1], days = NOTHING) => {
      const changed = changeSession(session, wish, days, context);
      return changed.agreed ? 'agreed' : changed.details.why;
    };
    expect(why({ on: '2026-06-01' })).toBe('in-the-past');
    expect(why({ from: '17:30' })).toBe('outside-hours');
    const { session: other } = planned({ id: 'other', from: '14:00', to: '15:00' });
    expect(why({ from: '14:30' }, { others: [other], atVenue: [] })).toBe('overlaps');
    expect(why({ from: '14:30' }, { others: [], atVenue: [other] })).toBe('over-capacity');
    expect(why({ from: '10:30' }, { others: [session], atVenue: [session] })).toBe('agreed');
  });
});
