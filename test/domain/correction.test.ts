import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { type Correction, correct } from '../../domain/correction.ts';
import { handOver } from '../../domain/hand-over.ts';
import { recordAttendance, recordOutcome } from '../../domain/meeting.ts';
import type { Office } from '../../domain/office.ts';
import { askAboutOrder } from '../../domain/order-question.ts';
import { disputeOrder, renew, reportDone } from '../../domain/orders.ts';
import { refuse } from '../../domain/outcome.ts';
import { climbOverdue } from '../../domain/overdue.ts';
import type { Party } from '../../domain/party.ts';
import type { Request, Status } from '../../domain/request.ts';
import type { Instant } from '../../domain/time.ts';
import type { EventKind, TimelineEvent } from '../../domain/timeline.ts';
import { agreed, applicantOf } from '../support/world.ts';
import { contextAt, reach, SECRETARY, START, submitted } from './stages-of-life.ts';

type More = { events?: readonly TimelineEvent[]; at?: Instant; by?: string; office?: Office };

const put = (request: Request, correction: Correction, { events = [], at = START, by, office }: More = {}) =>
  correct(
    request,
    correction,
    { reason: 'A slip.', events },
    contextAt(at, by === undefined ? SECRETARY : { actor: 'staff', username: by }, office),
  );
const line = (kind: EventKind, at: Instant, facts: Record<string, string> = {}): TimelineEvent => ({
  ...{ kind, at, by: SECRETARY, facts },
});
const fresh = submitted();

describe('A correction of a fact', () => {
  test.each<[Correction, Partial<Request>]>([
    [{ field: 'topic', topic: 'waste' }, { topic: 'waste' }],
    [{ field: 'urgent', urgent: true }, { urgent: true }],
    [{ field: 'language', language: 'fa' }, { language: 'fa' }],
    [
      { field: 'received-on', receivedOn: { on: '2026-06-08', precision: 'day' } },
      { receivedOn: { on: '2026-06-08', precision: 'day' } },
    ],
  ])('%o changes it and nothing else, and is told with its reason', (correction, becomes) => {
    const { field } = correction;
    const { after, events, letters } = agreed(put(fresh, correction));
    expect(after).toStrictEqual({ ...fresh, ...becomes, version: fresh.version + 1 });
    expect(events).toStrictEqual([{ kind: 'corrected', at: START, by: SECRETARY, text: 'A slip.', facts: { field } }]);
    expect(letters).toStrictEqual([{ template: 'corrected', to: 'applicant', facts: { field }, validWhile: {} }]);
  });

  test.each<[Correction, string, string]>([
    [{ field: 'topic', topic: 'moon' }, 'topic', 'unknown'],
    [{ field: 'language', language: 'de' }, 'language', 'unknown'],
    [{ field: 'received-on', receivedOn: { on: '2026-06-09', precision: 'day' } }, 'receivedOn.on', 'in-the-future'],
  ])('%o is refused', (correction, path, problem) => {
    expect(put(fresh, correction)).toMatchObject({ reason: 'invalid', details: { fields: [{ path, problem }] } });
  });

  test.each<Correction>([
    { field: 'topic', topic: fresh.topic },
    { field: 'urgent', urgent: false },
    { field: 'language', language: fresh.language },
  ])('to what it is already is refused, and told to nobody: %o', (correction) => {
    expect(put(fresh, correction)).toEqual(refuse('already-recorded'));
  });

  test('takes a topic until the end of its last day', () => {
    const ending = (endsOn: string): Office => ({
      ...eastmere,
      topics: eastmere.topics.map((topic) => (topic.id === 'waste' ? { ...topic, endsOn } : topic)),
    });
    const waste: Correction = { field: 'topic', topic: 'waste' };
    expect(put(fresh, waste, { office: ending('2026-06-08') }).agreed).toBe(true);
    expect(put(fresh, waste, { office: ending('2026-06-07') }).agreed).toBe(false);
  });
});

describe('A correction of a party', () => {
  const applicant = applicantOf(eastmere, START);
  const withLink: Request = { ...fresh, linkKey: 'LINK', applicantKey: 'OLD', readers: ['OLD-READER'] };
  const of = (
    field: 'name' | 'identity' | 'contacts',
    parties: readonly Party[],
    keys: { applicantKey?: string; readers: string[] } = { applicantKey: 'NEW', readers: ['R1'] },
  ) => agreed(put(withLink, { field, parties, keys: { search: [], ...keys } })).after;

  test.each(['name', 'identity'] as const)('by %s makes the keys anew, and keeps the personal link', (field) => {
    expect(of(field, [applicant])).toMatchObject({ applicantKey: 'NEW', readers: ['R1'], linkKey: 'LINK' });
  });

  test('by contacts ends every way to read that the old ones had opened', () => {
    const after = of('contacts', [applicant]);
    expect(after.readers).toStrictEqual(['R1']);
    expect(after).not.toHaveProperty('linkKey');
    const without = agreed(put(fresh, { field: 'name', parties: [applicant], keys: { search: [], readers: [] } }));
    expect(without.after).not.toHaveProperty('linkKey');
  });

  test('without an identity leaves no key to count by', () => {
    expect(of('identity', [applicant], { readers: [] })).not.toHaveProperty('applicantKey');
  });

  test('tells how the addressee is reached now, and whether the applicant is verified', () => {
    const landline: Party = { ...applicant, contacts: [{ kind: 'landline', value: '01632', proven: false }] };
    expect(of('contacts', [landline])).toMatchObject({ reach: 'call', verified: true });
    expect(of('name', [{ ...applicant, verified: false }])).toMatchObject({ reach: 'silent', verified: false });
    const friend: Party = { ...applicant, number: 2, role: 'companion', verified: false };
    expect(of('name', [applicant, friend])).toMatchObject({ verified: true });
    const helper: Party = { ...applicant, number: 2, role: 'companion', verified: true };
    expect(of('name', [{ ...applicant, verified: false }, helper])).toMatchObject({ verified: false });
  });
});

describe('A status', () => {
  const back = (status: Status, kind: EventKind, more: readonly TimelineEvent[] = []) => {
    const { request, at } = reach(status);
    return put(request, { field: 'status' }, { at, events: [line(kind, at), ...more] });
  };

  test.each<[Status, EventKind, Status]>([
    ['needs-info', 'question-asked', 'submitted'],
    ['answered', 'answered', 'submitted'],
    ['declined', 'declined', 'submitted'],
    ['waiting', 'accepted', 'submitted'],
    ['met', 'arrived', 'scheduled'],
  ])('%s goes back straight after "%s" to %s', (status, kind, before) => {
    expect(agreed(back(status, kind)).after.status).toBe(before);
  });

  test('goes back only to the one before', () => {
    expect(back('waiting', 'declined')).toMatchObject({ reason: 'wrong-state' });
    expect(back('waiting', 'accepted', [line('offered', START)])).toMatchObject({ reason: 'wrong-state' });
    expect(back('scheduled', 'scheduled')).toMatchObject({ reason: 'wrong-state' });
    expect(back('waiting', 'accepted', [line('asked', START)]).agreed).toBe(true);
  });
});

describe('The staff of a unit', () => {
  // Five working days after Monday the 8th, the 16th being Charter Day: the close of Monday the 15th.
  const LIMIT = '2026-06-15T16:00:00.000Z';
  const TOO_LATE = '2026-06-15T16:00:00.001Z';
  const topic: Correction = { field: 'topic', topic: 'waste' };

  test('put a fact right within five working days of its record', () => {
    expect(put(fresh, topic, { at: LIMIT }).agreed).toBe(true);
    expect(put(fresh, topic, { at: TOO_LATE })).toStrictEqual({
      ...{ agreed: false, reason: 'too-late', details: { until: LIMIT, decides: 'unit-manager' } },
    });
  });

  test.each([
    ['the manager of the unit', 'manager.harbour', true],
    ['the manager of a unit above', 'manager.hq', true],
    ['the manager of another unit', 'manager.homes', false],
    ['somebody else of the unit', 'expert.harbour', false],
    ['the office itself', undefined, false],
  ])('after that %s: %s %s', (_, by, may) => {
    expect(put(fresh, topic, { at: TOO_LATE, ...(by !== undefined && { by }) }).agreed).toBe(may);
  });

  test('of several roles of a manager one is enough', () => {
    const users = eastmere.users.map((user) =>
      user.username === 'manager.harbour'
        ? { ...user, roles: [{ role: 'clerk' as const, unit: 'homes' }, ...user.roles] }
        : user,
    );
    const office = { ...eastmere, users };
    expect(put(fresh, topic, { at: TOO_LATE, by: 'manager.harbour', office }).agreed).toBe(true);
  });

  test.each<[Correction, EventKind]>([
    [{ field: 'urgent', urgent: true }, 'accepted'],
    [{ field: 'urgent', urgent: true }, 'host-absent'],
    [{ field: 'topic', topic: 'waste' }, 'submitted'],
  ])('have as long for %o from the last line that recorded it, "%s"', (correction, kind) => {
    const events = [line(kind, '2026-06-09T09:30:00.000Z'), line('asked', TOO_LATE)];
    expect(put(fresh, correction, { at: TOO_LATE, events }).agreed).toBe(true);
    expect(put(fresh, correction, { at: '2026-06-17T16:00:00.001Z', events })).toMatchObject({
      details: { until: '2026-06-17T16:00:00.000Z' },
    });
  });

  test.each<[Status, EventKind]>([
    ['needs-info', 'question-asked'],
    ['answered', 'answered'],
    ['declined', 'declined'],
    ['waiting', 'accepted'],
  ])('take back %s within five working days of "%s"', (status, kind) => {
    const { request } = reach(status);
    const events = [line(kind, '2026-06-09T09:30:00.000Z')];
    const back = (at: Instant) => put(request, { field: 'status' }, { at, events }).agreed;
    expect(back('2026-06-17T16:00:00.000Z')).toBe(true);
    expect(back('2026-06-17T16:00:00.001Z')).toBe(false);
  });

  test('have as long for an order from the day on which that one was issued', () => {
    const { request } = reach('in-follow-up');
    const events = [
      line('order-issued', '2026-06-15T09:30:00.000Z', { order: '1' }),
      line('order-issued', '2026-06-25T09:30:00.000Z', { order: '2' }),
      { kind: 'order-issued' as const, at: '2026-06-26T09:30:00.000Z', by: SECRETARY },
    ];
    const at = (moment: Instant) => put(request, { field: 'order', order: 1, text: 'Mend.' }, { at: moment, events });
    expect(at('2026-06-23T16:00:00.000Z').agreed).toBe(true);
    expect(at('2026-06-23T16:00:00.001Z')).toMatchObject({ details: { until: '2026-06-23T16:00:00.000Z' } });
  });
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
