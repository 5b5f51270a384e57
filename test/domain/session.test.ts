import { describe, expect, it } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { Attendees } from '../../domain/attendee.ts';
import { isPublished, planSession, type Session, type SessionPlan } from '../../domain/session.ts';
import { changeSession } from '../../domain/session-change.ts';
import { overlap, slotIdsOf, slotsOf } from '../../domain/session-slots.ts';
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
    expect(planSession({ ...PLAN, ...more }, [], context, [])).toMatchObject({
      ...{ reason: 'session-impossible', details: { why } },
    });
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

describe('A plan', () => {
  const refused = (more: Partial<SessionPlan>, others: readonly Session[] = [], atVenue: readonly Session[] = []) =>
    planSession({ ...PLAN, ...more }, others, context, atVenue);
  const fields = (path: string, problem: string) => ({ reason: 'invalid', details: { fields: [{ path, problem }] } });

  it('becomes a session with its turns, written out in full', () => {
    const { session, slots } = agreed(
      planSession({ ...PLAN, to: '10:10', slotMinutes: 5, template: 'weekly' }, [], context),
    );
    const turns = { city: 'eastmere', session: 'plan', official: 'harbour-alderman', kind: 'regular' };
    expect(session).toEqual({
      ...{ city: 'eastmere', id: 'plan', official: 'harbour-alderman', unit: 'harbour', venue: 'quay-stop' },
      ...{ mode: 'in-person', on: '2026-06-15', ofDay: 1, slotMinutes: 5, slots: 2, template: 'weekly', version: 1 },
      ...{ startsAt: '2026-06-15T09:00:00.000Z', endsAt: '2026-06-15T09:10:00.000Z' },
    });
    expect(slots).toEqual([
      {
        ...{ ...turns, id: 'plan-01', number: 1 },
        ...{ startsAt: '2026-06-15T09:00:00.000Z', endsAt: '2026-06-15T09:05:00.000Z' },
      },
      {
        ...{ ...turns, id: 'plan-02', number: 2 },
        ...{ startsAt: '2026-06-15T09:05:00.000Z', endsAt: '2026-06-15T09:10:00.000Z' },
      },
    ]);
  });

  it('takes length and shares of its turns from the city, if it says nothing', () => {
    const { slotMinutes: _, ...plan } = { ...PLAN, to: '12:00' };
    const { session, slots } = agreed(planSession(plan, [], context));
    expect(session).toMatchObject({ slotMinutes: 10, slots: 12 });
    expect(slots.map(({ kind }) => kind).slice(-4)).toEqual(['regular', 'urgent', 'urgent', 'walk-in']);
  });

  it('counts the sessions of its day, of the official and of the venue, cancelled ones too', () => {
    const before = { ...planned().session, cancelledAt: AT };
    const { session } = agreed(planSession(PLAN, [before], context, [before, before]));
    expect(session).toMatchObject({ ofDay: 2, ofVenueDay: 3 });
    expect(agreed(planSession(PLAN, [], context)).session).not.toHaveProperty('ofVenueDay');
  });

  it('keeps its attendees, if there are any', () => {
    expect(planned({ attendees: [{ unit: 'homes' }] }).session.attendees).toEqual([{ unit: 'homes' }]);
    expect(planned({ attendees: [] }).session).not.toHaveProperty('attendees');
    expect(planned({ breaks: [] }).session).not.toHaveProperty('breaks');
    expect(planned().session).not.toHaveProperty('template');
  });

  it('that would be published by now is open at once', () => {
    expect(planned({ publish: AT }).session).not.toHaveProperty('publishesAt');
    const soon = '2026-06-08T09:30:00.001Z';
    expect(planned({ publish: soon }).session.publishesAt).toBe(soon);
    expect(planned({ publish: 'by-hand' }).session.publishesAt).toBe('2026-06-15T09:00:00.000Z');
  });

  it('is of a post and a venue that the city still has', () => {
    expect(refused({ official: 'nobody' })).toMatchObject(fields('official', 'unknown'));
    expect(refused({ venue: 'nowhere' })).toMatchObject(fields('venue', 'unknown'));
    const ended = {
      ...{
        ...context,
        office: { ...eastmere, officials: eastmere.officials.map((one) => ({ ...one, endsOn: '2026-06-07' })) },
      },
    };
    expect(planSession(PLAN, [], ended)).toMatchObject(fields('official', 'unknown'));
    const shut = { ...eastmere, venues: eastmere.venues.map((one) => ({ ...one, endsOn: '2026-06-07' })) };
    expect(planSession(PLAN, [], { ...context, office: shut })).toMatchObject(fields('venue', 'unknown'));
  });

  it('begins after now, and ends after it begins', () => {
    const atStart = { ...context, at: '2026-06-15T09:00:00.000Z' };
    expect(planSession(PLAN, [], atStart)).toMatchObject({ details: { why: 'in-the-past' } });
    expect(planSession(PLAN, [], { ...context, at: '2026-06-15T08:59:00.000Z' }).agreed).toBe(true);
    expect(refused({ to: '10:00' })).toMatchObject(fields('to', 'before-start'));
    expect(refused({ to: '09:00' })).toMatchObject(fields('to', 'before-start'));
  });

  it('may take the whole office day, and no minute more', () => {
    expect(refused({ from: '09:00', to: '17:00' }).agreed).toBe(true);
    expect(refused({ from: '08:59', to: '10:00' })).toMatchObject({ details: { why: 'outside-hours' } });
    expect(refused({ from: '16:00', to: '17:01' })).toMatchObject({ details: { why: 'outside-hours' } });
    const holiday = refused({ on: '2026-06-16' });
    expect(holiday).toMatchObject({ details: { why: 'holiday', name: { en: 'Charter Day' } } });
  });

  it('may follow another session of the official at once, and not overlap it', () => {
    const other = planned({ id: 'other', from: '11:00', to: '12:00' }).session;
    expect(refused({}, [other]).agreed).toBe(true);
    expect(refused({ to: '11:01', slotMinutes: 1 }, [other])).toMatchObject({
      ...{ reason: 'session-impossible', details: { why: 'overlaps', session: 'other' } },
    });
    expect(refused({ to: '11:30' }, [{ ...other, cancelledAt: AT }]).agreed).toBe(true);
    expect(refused({ to: '11:30' }, [{ ...other, id: 'plan' }]).agreed).toBe(true);
  });

  it.each([
    ['begins before it', { from: '09:50', to: '10:10' }],
    ['ends after it', { from: '10:50', to: '11:10' }],
    ['ends before it begins', { from: '10:30', to: '10:30' }],
  ])('has no break that %s', (_, pause) => {
    expect(refused({ breaks: [{ from: '10:00', to: '10:10' }, pause] })).toMatchObject(
      fields('breaks.1', 'does-not-fit'),
    );
    expect(
      refused({
        breaks: [
          { from: '10:00', to: '10:10' },
          { from: '10:50', to: '11:00' },
        ],
      }).agreed,
    ).toBe(true);
  });

  it('has 1 to 80 turns', () => {
    expect(planned({ slotMinutes: 60 }).slots).toHaveLength(1);
    expect(refused({ slotMinutes: 61 })).toMatchObject(fields('slotMinutes', 'does-not-fit'));
    expect(planned({ slotMinutes: 1, to: '11:20' }).slots).toHaveLength(80);
    expect(refused({ slotMinutes: 1, to: '11:21' })).toMatchObject(fields('slotMinutes', 'does-not-fit'));
  });

  it('has at most twelve attendees', () => {
    const people = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `Person ${index}` }));
    expect(refused({ attendees: people(12) }).agreed).toBe(true);
    expect(refused({ attendees: people(13) })).toMatchObject(fields('attendees', 'too-long'));
  });

  it('fills a venue to its capacity', () => {
    const other = agreed(planSession({ ...PLAN, id: 'other', official: 'hq-deputy' }, [], context)).session;
    expect(refused({}, [], [other])).toMatchObject({ details: { why: 'over-capacity', capacity: 1 } });
    expect(refused({ venue: 'harbour-office' }, [], [{ ...other, venue: 'harbour-office' }]).agreed).toBe(true);
    const beforeIt = { ...other, startsAt: '2026-06-15T08:00:00.000Z', endsAt: '2026-06-15T09:00:00.000Z' };
    expect(refused({}, [], [beforeIt]).agreed).toBe(true);
  });
});

describe('The turns of a session', () => {
  const span = { startsAt: '2026-06-15T09:00:00.000Z', endsAt: '2026-06-15T10:00:00.000Z' };
  const base = { ...span, city: 'eastmere', id: 's', official: 'o', slotMinutes: 20, slots: 3 };
  const kinds = (urgentSlots: number, walkInSlots: number) =>
    slotsOf(base, { urgentSlots, walkInSlots }).map(({ kind }) => kind);

  it('overlap where each begins before the other ends', () => {
    const at = (from: string, to: string) => ({
      startsAt: `2026-06-15T${from}:00.000Z`,
      endsAt: `2026-06-15T${to}:00.000Z`,
    });
    expect(overlap(span, at('09:30', '09:40'))).toBe(true);
    expect(overlap(span, at('08:00', '09:01'))).toBe(true);
    expect(overlap(span, at('10:00', '11:00'))).toBe(false);
    expect(overlap(span, at('08:00', '09:00'))).toBe(false);
  });

  it('are kept from the end: first for walk-ins, then for urgent cases', () => {
    expect(kinds(0, 0)).toEqual(['regular', 'regular', 'regular']);
    expect(kinds(0, 1)).toEqual(['regular', 'regular', 'walk-in']);
    expect(kinds(1, 0)).toEqual(['regular', 'regular', 'urgent']);
    expect(kinds(1, 1)).toEqual(['regular', 'urgent', 'walk-in']);
  });

  it('are kept for nobody, if nothing else were left', () => {
    expect(kinds(2, 1)).toEqual(['regular', 'regular', 'regular']);
    expect(kinds(3, 3)).toEqual(['regular', 'regular', 'regular']);
  });

  it('are numbered in two digits', () => {
    expect(slotIdsOf({ id: 's', slots: 2 })).toEqual(['s-01', 's-02']);
    expect(slotIdsOf({ id: 's', slots: 11 }).at(-1)).toBe('s-11');
  });

  it('are given to nobody before the session is published', () => {
    const publishesAt = '2026-06-10T00:00:00.000Z';
    expect(slotsOf({ ...base, publishesAt }, { urgentSlots: 0, walkInSlots: 0 })[0]?.freeFrom).toBe(publishesAt);
    expect(slotsOf(base, { urgentSlots: 0, walkInSlots: 0 })[0]).not.toHaveProperty('freeFrom');
  });
});
