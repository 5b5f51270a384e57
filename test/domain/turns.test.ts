import { describe, expect, test } from 'vitest';
import type { Context } from '../../domain/change.ts';
import { refuse, refuseField } from '../../domain/outcome.ts';
import { staff } from '../../domain/owner.ts';
import { type Instant, plusMinutes } from '../../domain/time.ts';
import { cancel, give, move, pickSlot, reasonFact, schedule, tellOfNewPlace } from '../../domain/turns.ts';
import { agreed } from '../support/world.ts';
import { contextAt, MINUTES_A_DAY, reachAt, START, slotIn } from './stages-of-life.ts';

/** By its last symbols a request's reminders and released slots come at once, with nothing added. */
const ID = '00000000000000000000000000';
const waiting = { ...reachAt('waiting'), id: ID };
const offered = { ...reachAt('offered'), id: ID };
const scheduled = { ...reachAt('scheduled'), id: ID };
const days = (count: number): Instant => plusMinutes(START, count * MINUTES_A_DAY);
const context = contextAt(START);
const citizenAt = (at: Instant): Context => contextAt(at, { actor: 'citizen' });
/** Thursday of the same week: both reminders lie before it. */
const slot = slotIn(3, waiting, START);
const TURN = { startsAt: slot.startsAt, session: 'session', slot: slot.id };
const held = { startsAt: scheduled.appointment.startsAt, session: 'session', slot: scheduled.appointment.slot };
const released = (id: string, at = START) => ({
  ...{ act: 'release', slot: id, freeFrom: plusMinutes(at, 5), openFrom: plusMinutes(at, 20) },
});

describe('A turn that is given', () => {
  const given = () => agreed(schedule(waiting, slot, context, 'court-date'));

  test('makes the secretary say what happened within a working day of its end', () => {
    const { after } = given();
    expect(after).toMatchObject({
      ...{ status: 'scheduled', owner: staff('secretary', 'harbour'), rung: 0, chased: 0, step: 'reminder', turns: 1 },
      appointment: { number: 1, session: 'session', slot: slot.id, startsAt: slot.startsAt, endsAt: slot.endsAt },
      reminders: ['2026-06-09T09:30:00.000Z', '2026-06-10T16:00:00.000Z'],
      ...{ moves: 0, acceptedAt: START },
    });
    expect(after.deadline.at).toBe('2026-06-12T16:00:00.000Z');
  });

  test('is told once, with the reason for it where others are passed', () => {
    const { events, letters, slots } = given();
    expect(events).toStrictEqual([
      { kind: 'scheduled', at: START, by: context.by, facts: { ...TURN, why: 'court-date' } },
    ]);
    expect(letters).toStrictEqual([
      {
        ...{ template: 'scheduled', to: 'applicant', facts: TURN },
        validWhile: { statuses: ['scheduled'], appointment: 1, before: slot.startsAt },
      },
    ]);
    expect(slots).toStrictEqual([{ act: 'confirm', slot: slot.id }]);
    expect(agreed(schedule(waiting, slot, context)).events[0]?.facts).toStrictEqual(TURN);
  });

  test('tells the staff of reminders that no longer fit', () => {
    const { events: lines } = agreed(schedule(waiting, slotIn(7, waiting, START), context));
    expect(lines[1]).toStrictEqual({
      ...{ kind: 'reminder-dropped', at: START, by: context.by, internal: true, facts: { dropped: '1' } },
    });
  });

  test('gives back what was offered beside it', () => {
    const [first] = offered.offered;
    const { slots: changes } = agreed(schedule(offered, slot, context));
    expect(changes).toStrictEqual([{ act: 'confirm', slot: slot.id }, released(first?.slot ?? '')]);
  });

  test('is of the request’s own official, and still to come', () => {
    expect(schedule(waiting, { ...slot, official: 'hq-mayor' }, context)).toStrictEqual(
      refuseField('slot', 'other-official'),
    );
    expect(schedule(waiting, slot, contextAt(slot.startsAt))).toStrictEqual(
      refuse('slot-gone', { why: 'in-the-past' }),
    );
    expect(schedule(waiting, slot, contextAt(plusMinutes(slot.startsAt, -1))).agreed).toBe(true);
  });

  test('keeps the day of acceptance, and has one where there was none', () => {
    const { acceptedAt: _, ...bare } = scheduled;
    const change = agreed(give({ ...waiting, acceptedAt: '2026-06-01T09:30:00.000Z' }, slot, context, 'scheduled'));
    expect(change.after.acceptedAt).toBe('2026-06-01T09:30:00.000Z');
    expect(agreed(give(bare, slot, contextAt(days(1)), 'moved')).after.acceptedAt).toBe(days(1));
  });

  test('has a reason in its facts only where there is one', () => {
    expect(reasonFact(undefined)).toStrictEqual({});
    expect(reasonFact('court-date')).toStrictEqual({ why: 'court-date' });
  });
});

describe('A citizen who picks a turn', () => {
  test('may until the offer ends', () => {
    const until = offered.deadline.at;
    const late = slotIn(9, offered, START);
    const picked = agreed(pickSlot(offered, late, contextAt(plusMinutes(until, -1))));
    expect(picked.after.status).toBe('scheduled');
    expect(picked.events[0]?.kind).toBe('scheduled');
    expect(pickSlot(offered, late, contextAt(until))).toStrictEqual(refuse('too-late', { status: 'offered' }));
  });
});

describe('A move of a turn', () => {
  const earlier = slotIn(3, scheduled, START);
  const given = () => agreed(move(scheduled, earlier, citizenAt(START)));

  test('is one act: the new slot is kept, the old one given back', () => {
    const { after, events, letters, slots } = given();
    expect(after).toMatchObject({ status: 'scheduled', moves: 1, turns: 2, appointment: { number: 2 } });
    expect(slots).toStrictEqual([{ act: 'confirm', slot: earlier.id }, released(held.slot)]);
    expect(events[0]).toMatchObject({
      kind: 'moved',
      facts: { ...TURN, from: held.slot, fromStartsAt: held.startsAt },
    });
    expect(letters).toMatchObject([{ template: 'moved', validWhile: { appointment: 2, before: earlier.startsAt } }]);
  });

  test('goes to another slot', () => {
    const same = { ...earlier, id: held.slot };
    expect(move(scheduled, same, context)).toStrictEqual(refuseField('slot', 'same-slot'));
  });

  test('is the citizen’s twice', () => {
    const once = { ...scheduled, moves: 1 };
    expect(agreed(move(once, earlier, citizenAt(START))).after.moves).toBe(2);
    expect(move({ ...scheduled, moves: 2 }, earlier, citizenAt(START))).toStrictEqual(
      refuse('moves-used-up', { limit: 2 }),
    );
  });

  test('by the staff counts for nothing, and has no limit', () => {
    const often = { ...scheduled, moves: 2 };
    const byStaff = agreed(move(often, earlier, context));
    expect(byStaff.after.moves).toBe(2);
    expect(byStaff.events[0]?.kind).toBe('moved');
    const morning = contextAt(plusMinutes(held.startsAt, -1));
    expect(agreed(move(often, slotIn(9, scheduled, START), morning)).after.moves).toBe(2);
  });

  // The turn is on Monday 15 June; the last working day before is Friday, noon in London.
  const NOON = '2026-06-12T11:00:00.000Z';

  test('is the citizen’s until noon of the last working day before', () => {
    const later = slotIn(9, scheduled, START);
    expect(move(scheduled, later, citizenAt(NOON)).agreed).toBe(true);
    expect(move(scheduled, later, citizenAt('2026-06-12T11:00:00.001Z'))).toStrictEqual(
      refuse('too-late', { until: NOON }),
    );
  });

  describe('to an earlier turn that the office held for the request', () => {
    const often = { ...scheduled, moves: 2 };
    const heldLong = { ...earlier, holder: ID, holdUntil: plusMinutes(START, 11) };

    test('costs nothing', () => {
      expect(agreed(move(often, heldLong, citizenAt(START))).after.moves).toBe(2);
    });

    test.each([
      ['held no longer than while a form is open', { ...heldLong, holdUntil: plusMinutes(START, 10) }],
      ['held for somebody else', { ...heldLong, holder: 'other' }],
      ['kept for good', { ...earlier, holder: ID }],
      ['no earlier', { ...heldLong, startsAt: held.startsAt }],
    ])('costs a move where it is %s', (_, other) => {
      expect(move(often, other, citizenAt(START))).toStrictEqual(refuse('moves-used-up', { limit: 2 }));
    });
  });
});

test('A turn at another place is told, and stays as it is', () => {
  const { after, events, letters, slots } = agreed(tellOfNewPlace(scheduled, context));
  expect(after).toMatchObject({ appointment: scheduled.appointment, moves: 0, reminders: scheduled.reminders });
  expect(events).toStrictEqual([{ kind: 'moved', at: START, by: context.by, facts: held }]);
  expect(letters).toStrictEqual([
    {
      ...{ template: 'moved', to: 'applicant', facts: held },
      validWhile: { statuses: ['scheduled'], appointment: 1, before: held.startsAt },
    },
  ]);
  expect(slots).toStrictEqual([]);
  expect(tellOfNewPlace(waiting, context)).toStrictEqual(refuse('wrong-state', { status: 'waiting' }));
});

describe('A turn that is given back', () => {
  test('leaves the request where it stood in the queue', () => {
    const { after, events, letters, slots } = agreed(cancel(scheduled, { text: 'I am ill.' }, citizenAt(START)));
    expect(after).toMatchObject({ status: 'waiting', submittedAt: START, promised: waiting.promised, turns: 1 });
    expect(after).not.toHaveProperty('appointment');
    expect(events).toStrictEqual([
      { kind: 'cancelled', at: START, by: { actor: 'citizen' }, facts: held, text: 'I am ill.' },
    ]);
    expect(letters).toStrictEqual([{ template: 'cancelled', to: 'applicant', facts: held, validWhile: {} }]);
    expect(slots).toStrictEqual([released(held.slot)]);
    expect(agreed(cancel(scheduled, {}, context)).events[0]).not.toHaveProperty('text');
  });

  test('is the citizen’s act until noon of the last working day before, and the staff’s at any time', () => {
    const late = '2026-06-12T11:00:00.001Z';
    expect(cancel(scheduled, {}, citizenAt('2026-06-12T11:00:00.000Z')).agreed).toBe(true);
    expect(cancel(scheduled, {}, citizenAt(late))).toStrictEqual(
      refuse('too-late', { until: '2026-06-12T11:00:00.000Z' }),
    );
    expect(cancel(scheduled, {}, contextAt(late)).agreed).toBe(true);
  });

  test('tells of rungs that are vacant', () => {
    const office = {
      ...context.office,
      users: context.office.users.filter(({ username }) => !username.endsWith('.harbour')),
    };
    const { events } = agreed(cancel(scheduled, {}, { ...context, office }));
    expect(events.map(({ kind }) => kind)).toStrictEqual(['cancelled', 'rung-vacant', 'rung-vacant']);
  });
});
