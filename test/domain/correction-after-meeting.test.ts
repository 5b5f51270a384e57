import { describe, expect, test } from 'vitest';
import { type Correction, correct } from '../../domain/correction.ts';
import { handOver } from '../../domain/hand-over.ts';
import { recordAttendance, recordOutcome } from '../../domain/meeting.ts';
import { askAboutOrder } from '../../domain/order-question.ts';
import { disputeOrder, renew, reportDone } from '../../domain/orders.ts';
import { climbOverdue } from '../../domain/overdue.ts';
import type { Request } from '../../domain/request.ts';
import type { Instant } from '../../domain/time.ts';
import type { EventKind, TimelineEvent } from '../../domain/timeline.ts';
import { agreed } from '../support/world.ts';
import { contextAt, reach, SECRETARY, START } from './stages-of-life.ts';

type More = { events: readonly TimelineEvent[]; at: Instant };

const put = (request: Request, correction: Correction, { events, at }: More) =>
  correct(request, correction, { reason: 'A slip.', events }, contextAt(at));
const line = (kind: EventKind, at: Instant, facts: Record<string, string> = {}): TimelineEvent => ({
  ...{ kind, at, by: SECRETARY, facts },
});

describe('A correction of the outcome', () => {
  const { request: met, at: then } = reach('met');
  const recorded = agreed(
    recordOutcome(met, { result: 'met', orders: [], scan: 'SCAN', comment: 'Agreed.' }, contextAt(then)),
  );
  const of = (more: object, request = recorded.after, events: readonly TimelineEvent[] = recorded.events) =>
    put(request, { field: 'outcome', result: 'met', ...more }, { at: then, events });

  test('keeps the scan and the number of orders, and names the record that it corrects', () => {
    expect(agreed(of({ result: 'partly', because: 'other', attendees: [{ name: 'A neighbour' }] }))).toMatchObject({
      after: { status: 'awaiting-confirmation' },
      letters: [{ template: 'corrected', to: 'applicant', facts: { field: 'outcome' } }],
      events: [
        { kind: 'corrected', text: 'A slip.', facts: { field: 'outcome' } },
        {
          kind: 'outcome-recorded',
          facts: {
            ...{ result: 'partly', because: 'other', attendees: 'A neighbour' },
            ...{ orders: '0', scan: 'SCAN', corrects: then },
          },
        },
      ],
    });
  });

  test('has the comment that is given with it, and no other', () => {
    expect(agreed(of({ comment: 'Half agreed.' })).events[1]?.text).toBe('Half agreed.');
    expect(agreed(of({})).events[1]).not.toHaveProperty('text');
  });

  test('corrects the last record, without a scan where it had none', () => {
    const at = '2026-06-15T11:00:00.000Z';
    const events = [...recorded.events, line('outcome-recorded', at, { orders: '2' })];
    const facts = agreed(of({}, recorded.after, events)).events[1]?.facts;
    expect(facts).toStrictEqual({ result: 'met', orders: '2', corrects: at });
    const { facts: _, ...bare } = line('outcome-recorded', at);
    expect(agreed(of({}, recorded.after, [bare])).events[1]?.facts).toMatchObject({ orders: '0' });
  });

  test('is none before one was recorded, nor once it is to be recorded again', () => {
    expect(of({}, recorded.after, [])).toMatchObject({ reason: 'wrong-state' });
    expect(of({}, met)).toMatchObject({ reason: 'wrong-state' });
  });

  test.each([
    ['the absence of the host, which is a decision', { result: 'host-absent' }, 'result', 'not-a-choice'],
    ['a whole meeting that was cut short', { because: 'other' }, 'because', 'contradicts-itself'],
  ])('is not %s', (_, more, path, problem) => {
    expect(of(more)).toMatchObject({ reason: 'invalid', details: { fields: [{ path, problem }] } });
  });
});

describe('A correction of an order', () => {
  const { request, at } = reach('in-follow-up');
  const context = contextAt(at);
  const of = (more: object, which: Request = request, then: Instant = at) =>
    put(
      which,
      { field: 'order', order: 1, ...more },
      { at: then, events: [line('order-issued', then, { order: '1' })] },
    );
  const orderOf = (more: object) => agreed(of(more)).after.orders[0];
  const [issued] = request.orders;

  test('of its text or its proof leaves owner and date alone, and tells the applicant only', () => {
    expect(orderOf({ text: 'Mend it.' })).toStrictEqual({ ...issued, text: 'Mend it.' });
    const { after, events, letters } = agreed(of({ proofWanted: 'A photograph' }));
    expect(after.orders).toStrictEqual([{ ...issued, proofWanted: 'A photograph' }]);
    expect(events).toStrictEqual([
      { kind: 'corrected', at, by: SECRETARY, text: 'A slip.', facts: { field: 'order', order: '1' } },
    ]);
    expect(letters.map(({ template, to, facts }) => [template, to, facts])).toStrictEqual([
      ['corrected', 'applicant', { field: 'order' }],
    ]);
  });

  test('of its date says what it was', () => {
    const dueAt = '2026-06-24T16:00:00.000Z';
    const { after, events, letters } = agreed(of({ dueOn: '2026-06-24' }));
    expect(after.orders[0]).toMatchObject({ unit: 'homes', due: { at: dueAt }, climbsAt: dueAt });
    expect(events[0]?.facts).toStrictEqual({ field: 'order', order: '1', was: issued?.due.at, dueAt });
    expect(letters).toHaveLength(1);
  });

  test('of its unit gives it to that one, by its own policy and calendar', () => {
    const { after, events, letters } = agreed(of({ unit: 'waste' }));
    const dueAt = '2026-06-30T16:00:00.000Z';
    const owner = { kind: 'staff', role: 'owner', unit: 'waste' };
    expect(after.orders[0]).toMatchObject({ unit: 'waste', owner, rung: 0, due: { at: dueAt }, climbsAt: dueAt });
    expect(after.orders[0]).not.toHaveProperty('desk');
    expect(events[0]?.facts).toStrictEqual({
      ...{ field: 'order', order: '1', from: 'homes', to: 'waste', was: issued?.due.at, dueAt },
    });
    expect(letters[1]).toMatchObject({ template: 'escalated', to: owner, facts: { order: '1', step: 'follow-up' } });
  });

  test('lays it at the desk of the liaison, where the unit is outside the city, and takes it away from there', () => {
    const outside = agreed(of({ unit: 'water' })).after;
    expect(outside.orders[0]).toMatchObject({ unit: 'water', desk: 'hq', owner: { unit: 'hq' } });
    const [back] = agreed(of({ unit: 'waste' }, outside)).after.orders;
    expect(back).toMatchObject({ unit: 'waste', owner: { unit: 'waste' } });
    expect(back).not.toHaveProperty('desk');
  });

  test('leaves the other orders alone', () => {
    const two: Request = {
      ...request,
      orders: [...request.orders, ...request.orders.map((one) => ({ ...one, number: 2 }))],
    };
    expect(agreed(of({ text: 'Mend it.' }, two)).after.orders.map(({ text }) => text)).toStrictEqual([
      'Mend it.',
      'Repair.',
    ]);
  });

  const overdue = (which: Request): Request => {
    const change = climbOverdue(which, contextAt(which.until));
    if (!change) throw new Error('What is due climbs');
    return change.after;
  };
  const reported = agreed(reportDone(request, { order: 1, proof: { letterNumber: '7' } }, context)).after;
  const disputed = agreed(disputeOrder(reported, { order: 1, text: 'No.' }, context)).after;
  const renewed = agreed(renew(request, { order: 1, dueOn: '2026-08-03', reason: 'Parts.' }, context)).after;
  const handed = agreed(handOver(request, { order: 1, unit: 'waste', reason: 'Theirs.' }, context)).after;
  const fieldOf = (more: object): Request => ({
    ...request,
    orders: request.orders.map((one) => ({ ...one, ...more })),
  });

  test.each<[string, Request]>([
    ['overdue', overdue(request)],
    ['disputed', disputed],
    ['renewed', renewed],
    ['handed over', handed],
    ['climbed', fieldOf({ rung: 1 })],
    ['late, though given back to its desk', fieldOf({ overdueSince: START })],
    ['disputed, though given back to its desk', fieldOf({ disputes: 1 })],
    ['reported once', fieldOf({ reportedAt: START })],
  ])('is none once it was %s', (_, which) => {
    expect(of({ text: 'x' }, which)).toMatchObject({ reason: 'wrong-state', details: { status: 'open' } });
  });

  test('is none while it waits for its citizen', () => {
    const asked = agreed(askAboutOrder(request, { order: 1, text: 'Which pier?' }, context)).after;
    expect(of({ text: 'x' }, asked)).toMatchObject({ details: { status: 'waits-for-citizen' } });
  });

  test('is none where nothing is followed up, nor of an order that is not there', () => {
    expect(of({ text: 'x' }, reported)).toMatchObject({ reason: 'wrong-state' });
    expect(of({ order: 9, text: 'x' })).toMatchObject({ reason: 'not-found' });
    expect(of({ unit: 'gone' })).toMatchObject({
      details: { fields: [{ path: 'unit', problem: 'outside-the-city' }] },
    });
  });

  test('keeps the attendance out of it', () => {
    const { request: scheduled, at: now } = reach('scheduled');
    const arrived = agreed(
      recordAttendance(scheduled, 'arrived', contextAt(scheduled.appointment?.startsAt ?? now)),
    ).after;
    expect(of({ text: 'x' }, arrived)).toMatchObject({ reason: 'wrong-state' });
  });
});
