import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { recordAttendance, recordOutcome } from '../../domain/meeting.ts';
import { isOffDay, takeBackArrival, tellTurnIsNear } from '../../domain/meeting-day.ts';
import { outcomeFacts, outcomeFault } from '../../domain/meeting-outcome.ts';
import { refuse, refuseField } from '../../domain/outcome.ts';
import { CITIZEN, staff } from '../../domain/owner.ts';
import { plusMinutes } from '../../domain/time.ts';
import { agreed } from '../support/world.ts';
import { contextAt, reachAt, START } from './stages-of-life.ts';

const scheduled = { ...reachAt('scheduled'), id: '00000000000000000000000000' };
const { startsAt, endsAt, slot } = scheduled.appointment;
const now = contextAt(startsAt);
/** Midnight in London, which is an hour ahead of UTC in June. */
const MIDNIGHT = '2026-06-14T23:00:00.000Z';
const NEXT_MIDNIGHT = '2026-06-15T23:00:00.000Z';

describe('What happened to a turn', () => {
  test('is recorded from the beginning of its day on', () => {
    const early = contextAt(plusMinutes(MIDNIGHT, -1));
    expect(recordAttendance(scheduled, 'arrived', early)).toStrictEqual(
      refuse('session-impossible', { why: 'not-yet', startsAt }),
    );
    expect(recordAttendance(scheduled, 'arrived', contextAt(MIDNIGHT)).agreed).toBe(true);
    expect(recordAttendance(scheduled, 'host-absent', contextAt(MIDNIGHT)).agreed).toBe(true);
  });

  test('is nobody’s absence before the turn has ended', () => {
    expect(recordAttendance(scheduled, 'no-show', contextAt(plusMinutes(endsAt, -1)))).toStrictEqual(
      refuse('session-impossible', { why: 'not-over', startsAt }),
    );
    expect(recordAttendance(scheduled, 'no-show', contextAt(endsAt)).agreed).toBe(true);
  });

  test('is recorded of a turn that was given, and of no other', () => {
    expect(recordAttendance(reachAt('met'), 'arrived', now)).toStrictEqual(refuse('wrong-state', { status: 'met' }));
  });
});

describe('An arrival', () => {
  const given = () => agreed(recordAttendance(scheduled, 'arrived', now, { inAt: startsAt }));

  test('gives the secretary no more time for the outcome', () => {
    const { after } = given();
    expect(after).toMatchObject({ status: 'met', metAt: startsAt, step: 'meeting', deadline: scheduled.deadline });
    expect(after.owner).toStrictEqual(staff('secretary', 'harbour'));
  });

  test('is told with its times, and by no letter', () => {
    const { events, letters } = given();
    expect(events).toStrictEqual([{ kind: 'arrived', at: startsAt, by: now.by, facts: { inAt: startsAt } }]);
    expect(letters).toStrictEqual([]);
  });

  test('is told by no fact where none is known', () => {
    expect(agreed(recordAttendance(scheduled, 'arrived', now)).events[0]?.facts).toStrictEqual({});
  });
});

describe('A turn that was missed', () => {
  const over = contextAt(endsAt);

  test('is followed by another one, the first time', () => {
    const change = agreed(recordAttendance(scheduled, 'no-show', over, { why: 'came-late' }));
    expect(change.after).toMatchObject({ status: 'waiting', noShows: 1 });
    expect(change.events).toStrictEqual([{ kind: 'no-show', at: endsAt, by: over.by, facts: { why: 'came-late' } }]);
    expect(change.letters).toStrictEqual([
      { template: 'no-show-rebooked', to: 'applicant', facts: {}, validWhile: {} },
    ]);
    expect(change.slots).toStrictEqual([]);
  });

  test('closes the request, the second time', () => {
    const change = agreed(recordAttendance({ ...scheduled, noShows: 1 }, 'no-show', over));
    expect(change.after).toMatchObject({ status: 'closed', reason: 'no-show', noShows: 2 });
    expect(change.events.map(({ kind }) => kind)).toStrictEqual(['no-show', 'closed']);
    expect(change.letters.map(({ template }) => template)).toStrictEqual(['closed']);
  });
});

test('A host who is absent puts the citizen first, and is counted', () => {
  const change = agreed(recordAttendance({ ...scheduled, hostAbsences: 1 }, 'host-absent', now));
  expect(change.after).toMatchObject({
    ...{ status: 'waiting', urgent: true, priority: 'host-absence', rank: 0, hostAbsences: 2, noShows: 0 },
  });
  expect(change.events).toStrictEqual([
    { kind: 'host-absent', at: startsAt, by: now.by, facts: { why: 'host-absence' } },
  ]);
  expect(change.letters).toStrictEqual([{ template: 'host-absent', to: 'applicant', facts: {}, validWhile: {} }]);
  expect(change.slots).toStrictEqual([
    { act: 'release', slot, freeFrom: plusMinutes(startsAt, 5), openFrom: plusMinutes(startsAt, 20) },
  ]);
});

describe('The outcome', () => {
  const met = reachAt('met');
  const repair = { text: 'Repair.', unit: 'homes' };

  test('with orders is followed up, and told with their number', () => {
    const change = agreed(
      recordOutcome(met, { result: 'met', scan: 'S', comment: 'Soon.', orders: [repair, repair] }, now),
    );
    expect(change.after).toMatchObject({ status: 'in-follow-up', orders: [{ number: 1 }, { number: 2 }] });
    expect(change.events[0]).toStrictEqual({
      ...{ kind: 'outcome-recorded', at: startsAt, by: now.by, text: 'Soon.' },
      facts: { result: 'met', orders: '2', scan: 'S' },
    });
    expect(change.events.map(({ kind }) => kind)).toStrictEqual(['outcome-recorded', 'order-issued', 'order-issued']);
    expect(change.letters[0]).toMatchObject({ template: 'outcome', to: 'applicant', facts: { orders: '2' } });
    expect(change.letters.map(({ template }) => template)).toStrictEqual(['outcome', 'escalated', 'escalated']);
  });

  test('without orders asks the citizen whether that settles it', () => {
    const change = agreed(recordOutcome(met, { result: 'met', orders: [] }, now));
    expect(change.after).toMatchObject({ status: 'awaiting-confirmation', owner: CITIZEN });
    expect(change.events).toStrictEqual([
      { kind: 'outcome-recorded', at: startsAt, by: now.by, facts: { result: 'met', orders: '0' } },
    ]);
  });

  test('adds its orders to those of an earlier meeting', () => {
    const again = { ...met, orders: reachAt('in-follow-up').orders };
    const { after } = agreed(recordOutcome(again, { result: 'met', orders: [repair] }, now));
    expect(after.orders.map(({ number }) => number)).toStrictEqual([1, 2]);
  });

  test('has orders that were cut from its own scan', () => {
    const box = { document: 'S', page: 1, x: 0, y: 0, width: 10, height: 10 };
    const cut = { result: 'met' as const, orders: [repair, { ...repair, box }] };
    expect(recordOutcome(met, { ...cut, scan: 'S' }, now).agreed).toBe(true);
    const elsewhere = refuseField('orders', 'box-on-another-document');
    expect(recordOutcome(met, { ...cut, scan: 'T' }, now)).toStrictEqual(elsewhere);
    expect(recordOutcome(met, cut, now)).toStrictEqual(elsewhere);
  });

  test('is refused with an order that cannot be given', () => {
    expect(recordOutcome(met, { result: 'met', orders: [{ text: 'x', unit: 'nowhere' }] }, now)).toStrictEqual(
      refuseField('orders.0.unit', 'outside-the-city'),
    );
  });

  test('that nobody received the citizen has neither orders nor a scan', () => {
    const refused = refuseField('result', 'contradicts-itself');
    expect(recordOutcome(met, { result: 'host-absent', orders: [repair] }, now)).toStrictEqual(refused);
    expect(recordOutcome(met, { result: 'host-absent', orders: [], scan: 'S' }, now)).toStrictEqual(refused);
    expect(agreed(recordOutcome(met, { result: 'host-absent', orders: [] }, now)).after.status).toBe('waiting');
  });
});

describe('The words of an outcome', () => {
  const context = { office: eastmere, at: START };

  test.each(['partly', 'ended-early'] as const)('say why it was %s', (result) => {
    expect(outcomeFault({ result, because: 'other' }, context)).toBeUndefined();
    expect(outcomeFault({ result }, context)).toBeUndefined();
    expect(outcomeFacts({ result, because: 'other' }, eastmere)).toStrictEqual({ result, because: 'other' });
  });

  test.each(['met', 'host-absent'] as const)('say not why it was %s', (result) => {
    const refused = refuseField('because', 'contradicts-itself');
    expect(outcomeFault({ result, because: 'other' }, context)).toStrictEqual(refused);
    expect(outcomeFault({ result }, context)).toBeUndefined();
  });

  test('name those who were there, by their titles in the first language of the city', () => {
    const attendees = [{ post: 'homes-director' }, { unit: 'waste' }, { name: 'A neighbour' }];
    expect(outcomeFacts({ result: 'met', attendees }, eastmere)).toStrictEqual({
      ...{ result: 'met', attendees: 'Director of Eastmere Homes\nEastmere Recycling\nA neighbour' },
    });
    const persian = { ...eastmere, city: { ...eastmere.city, locales: ['fa' as const, 'en' as const] } };
    expect(outcomeFacts({ result: 'met', attendees: [{ unit: 'waste' }] }, persian).attendees).toBe('بازیافت ایست‌میر');
    expect(outcomeFacts({ result: 'met', attendees: [{ post: 'gone' }] }, eastmere).attendees).toBe('gone');
    expect(outcomeFacts({ result: 'met', attendees: [{ unit: 'gone' }] }, eastmere).attendees).toBe('gone');
    expect(outcomeFacts({ result: 'met', attendees: [] }, eastmere)).toStrictEqual({ result: 'met' });
  });

  test('name nobody who is not there', () => {
    expect(outcomeFault({ result: 'met', attendees: [{ post: 'nobody' }] }, context)).toStrictEqual(
      refuseField('attendees.0', 'unknown'),
    );
  });
});

describe('A station of the meeting day', () => {
  test('is recorded on the day of the turn', () => {
    expect(isOffDay(scheduled.appointment, contextAt(plusMinutes(MIDNIGHT, -1)))).toStrictEqual(
      refuse('session-impossible', { why: 'not-yet', startsAt }),
    );
    expect(isOffDay(scheduled.appointment, contextAt(MIDNIGHT))).toBeUndefined();
    expect(isOffDay(scheduled.appointment, contextAt(plusMinutes(NEXT_MIDNIGHT, -1)))).toBeUndefined();
    expect(isOffDay(scheduled.appointment, contextAt(NEXT_MIDNIGHT))).toStrictEqual(
      refuse('session-impossible', { why: 'in-the-past' }),
    );
  });
});

describe('An arrival that was a slip of the hand', () => {
  const given = () => agreed(recordAttendance(scheduled, 'arrived', now));

  test('leaves the turn as it was', () => {
    const { after: met, events } = given();
    const change = agreed(takeBackArrival(met, events, now));
    expect(change.after).toMatchObject({ status: 'scheduled', appointment: scheduled.appointment });
    expect(change.events).toStrictEqual([{ kind: 'corrected', at: startsAt, by: now.by, facts: { field: 'status' } }]);
  });

  test('is none where nobody arrived', () => {
    const { after: met, events } = given();
    expect(takeBackArrival(scheduled, events, now)).toStrictEqual(refuse('wrong-state', { status: 'scheduled' }));
    const accepted = [{ kind: 'accepted' as const, at: startsAt, by: now.by }];
    expect(takeBackArrival(reachAt('waiting'), accepted, now)).toStrictEqual(
      refuse('wrong-state', { status: 'waiting' }),
    );
    expect(takeBackArrival(met, [], now)).toStrictEqual(refuse('wrong-state', { status: 'met' }));
  });
});

describe('The news that a turn is near', () => {
  const short = { ...scheduled, reach: 'sms' as const };

  test('is sent, and is none any more after a quarter of an hour', () => {
    const change = agreed(tellTurnIsNear(short, 3, now));
    expect(change.letters).toStrictEqual([
      {
        ...{ template: 'turn-near', to: 'applicant', facts: { before: '3', startsAt } },
        validWhile: { statuses: ['scheduled'], appointment: 1, before: plusMinutes(startsAt, 15) },
      },
    ]);
    expect(change.events).toStrictEqual([]);
    expect(change.after).toStrictEqual({ ...short, version: short.version + 1 });
  });

  test('is only for who has a turn, and reads short messages', () => {
    expect(tellTurnIsNear({ ...scheduled, reach: 'email' }, 3, now)).toMatchObject({ reason: 'wrong-state' });
    expect(tellTurnIsNear({ ...reachAt('met'), reach: 'sms' }, 3, now)).toMatchObject({ reason: 'wrong-state' });
  });
});
