import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { type Correction, correct } from '../../domain/correction.ts';
import type { Office } from '../../domain/office.ts';
import { refuse } from '../../domain/outcome.ts';
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
