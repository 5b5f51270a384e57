import { describe, expect, test } from 'vitest';
import { type Correction, correct } from '../../domain/correction.ts';
import { type OutcomeRecord, recordOutcome } from '../../domain/meeting.ts';
import { bar, reportDone } from '../../domain/orders.ts';
import type { Request } from '../../domain/request.ts';
import { plusMinutes } from '../../domain/time.ts';
import type { TimelineEvent } from '../../domain/timeline.ts';
import { agreed } from '../support/world.ts';
import { contextAt, MINUTES_A_DAY, reach } from './stages-of-life.ts';

const met = reach('met');
const NOW = met.at;
const record = (more: Partial<OutcomeRecord> = {}) =>
  recordOutcome(met.request, { result: 'met', orders: [{ text: 'Repair.', unit: 'homes' }], ...more }, contextAt(NOW));

describe('The outcome of a meeting', () => {
  test('says what it came to, why it was cut short, and who was there by the titles of that day', () => {
    const attendees = [{ post: 'homes-director' }, { unit: 'waste' }, { name: 'A neighbour' }];
    const { events } = agreed(record({ result: 'partly', because: 'papers-missing', attendees, comment: 'Agreed.' }));
    expect(events[0]).toMatchObject({ kind: 'outcome-recorded', text: 'Agreed.' });
    expect(events[0]?.facts).toMatchObject({ result: 'partly', because: 'papers-missing', orders: '1' });
    expect(events[0]?.facts?.attendees?.split('\n')).toHaveLength(3);
    expect(events[0]?.facts?.attendees).toContain('A neighbour');
  });

  test.each([
    ['a whole meeting that was cut short', { because: 'time-ran-out' } as const, 'because'],
    ['an attendee that the city does not have', { attendees: [{ name: 'A' }, { post: 'nobody' }] }, 'attendees.1'],
    ['orders of somebody who was not there', { result: 'host-absent' } as const, 'result'],
  ])('is refused with %s', (_, more, path) => {
    expect(record(more)).toMatchObject({ reason: 'invalid', details: { fields: [{ path }] } });
  });

  test('may be that nobody received the citizen: then they come first, and it is counted', () => {
    const change = agreed(record({ result: 'host-absent', orders: [] }));
    expect(change.after).toMatchObject({ status: 'waiting', urgent: true, hostAbsences: 1 });
    expect(change.events.map(({ kind }) => kind)).toContain('host-absent');
    expect(change.letters).toMatchObject([{ template: 'host-absent', to: 'applicant' }]);
  });
});

describe('A correction', () => {
  const recorded = agreed(record({ scan: 'SCAN' }));
  const put = (correction: Correction, request: Request = recorded.after, at = NOW, by = 'secretary.harbour') => {
    const events: readonly TimelineEvent[] = recorded.events;
    return correct(request, correction, { reason: 'A slip.', events }, contextAt(at, { actor: 'staff', username: by }));
  };
  const outcome = { field: 'outcome', result: 'ended-early', because: 'other', comment: 'Half of it.' } as const;

  test('tells of the outcome anew, and keeps its scan and its orders', () => {
    const { events, after } = agreed(put(outcome));
    expect(after.status).toBe('in-follow-up');
    expect(events).toMatchObject([
      { kind: 'corrected', text: 'A slip.', facts: { field: 'outcome' } },
      { kind: 'outcome-recorded', text: 'Half of it.', facts: { result: 'ended-early', scan: 'SCAN', corrects: NOW } },
    ]);
  });

  test('makes no absence of a host out of a meeting', () => {
    expect(put({ field: 'outcome', result: 'host-absent' })).toMatchObject({ reason: 'invalid' });
  });

  test('gives an order the text, the unit and the date that it should have had', () => {
    const { after, events, letters } = agreed(
      put({ field: 'order', order: 1, text: 'Empty the bins.', unit: 'waste', dueOn: '2026-06-24' }),
    );
    expect(after.orders).toMatchObject([
      {
        ...{ text: 'Empty the bins.', unit: 'waste', owner: { unit: 'waste' }, renewals: 0 },
        due: { at: '2026-06-24T16:00:00.000Z' },
      },
    ]);
    expect(after.until).toBe('2026-06-24T16:00:00.000Z');
    expect(events[0]?.facts).toMatchObject({ from: 'homes', to: 'waste', was: '2026-07-14T16:00:00.000Z' });
    expect(letters.map(({ template }) => template)).toEqual(['corrected', 'escalated']);
  });

  test.each([
    ['a closed day', { dueOn: '2026-06-20' }, 'dueOn'],
    ['a unit outside the city', { unit: 'nowhere' }, 'unit'],
  ])('is refused with %s', (_, more, path) => {
    expect(put({ field: 'order', order: 1, ...more })).toMatchObject({ details: { fields: [{ path }] } });
  });

  test('is none once something has come of the order', () => {
    const reported = agreed(
      reportDone(recorded.after, { order: 1, proof: { letterNumber: '7' } }, contextAt(NOW)),
    ).after;
    const barred = agreed(bar(recorded.after, { order: 1, ground: 'By-law' }, contextAt(NOW))).after;
    for (const request of [reported, barred]) {
      expect(put({ field: 'order', order: 1, text: 'x' }, request)).toMatchObject({ reason: 'wrong-state' });
    }
    expect(put({ field: 'order', order: 9, text: 'x' })).toMatchObject({ reason: 'not-found' });
  });

  test('is the manager’s after some working days', () => {
    const late = plusMinutes(NOW, 14 * MINUTES_A_DAY);
    const correction: Correction = { field: 'order', order: 1, text: 'x' };
    expect(put(correction, recorded.after, late)).toMatchObject({ reason: 'too-late' });
    expect(put(correction, recorded.after, late, 'manager.harbour').agreed).toBe(true);
  });
});
