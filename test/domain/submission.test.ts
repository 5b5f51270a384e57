import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { refuseField } from '../../domain/outcome.ts';
import { staff } from '../../domain/owner.ts';
import type { Contact, Party } from '../../domain/party.ts';
import { submit, type Wish } from '../../domain/submission.ts';
import { agreed } from '../support/world.ts';
import { contextAt, START } from './stages-of-life.ts';

const context = contextAt(START, { actor: 'citizen' });
const MOBILE: Contact = { kind: 'mobile', value: '+447700900123', proven: true };
const applicant: Party = {
  ...{ number: 1, role: 'applicant', kind: 'person', name: 'Applicant One', verified: true, since: START },
  ...{ contacts: [MOBILE], language: 'fa' },
};
const WISH: Wish = {
  ...{ id: '00000000000000000000000001', code: '22222222P', official: 'harbour-alderman', topic: 'other' },
  ...{ channel: 'web', parties: [applicant] },
  content: { text: 'The lamp is dark.', documents: [], fingerprint: 'f' },
  keys: { applicantKey: 'who', linkKey: 'link', readers: ['reader'], search: ['name'] },
};
const opened = (more: Partial<Wish> = {}, by = context) => agreed(submit({ ...WISH, ...more }, by));
const LIMIT = '2026-06-11T16:00:00.000Z';

describe('A submission', () => {
  test('lies at the desk of the official’s unit, with the triage limit running', () => {
    expect(opened().request).toStrictEqual({
      ...{ city: 'eastmere', id: WISH.id, code: WISH.code, version: 1, status: 'submitted' },
      ...{ unit: 'harbour', official: 'harbour-alderman', topic: 'other', channel: 'web' },
      ...{ reach: 'sms', language: 'fa', verified: true, submittedAt: START, readers: ['reader'], formerUnits: [] },
      ...{ orders: [], applicantKey: 'who', linkKey: 'link', objections: 0, moves: 0, noShows: 0, hostAbsences: 0 },
      ...{ passes: 0, turns: 0, rung: 0, chased: 0, owner: staff('expert', 'harbour'), step: 'triage', until: LIMIT },
      deadline: {
        at: LIMIT,
        sum: { kind: 'working-days', amount: 3, from: START, skippedWeekdays: [], skippedOn: [] },
      },
    });
  });

  test('is told once, to who brought it', () => {
    const { events, letters, callTasks, searchKeys, parties, content } = opened();
    expect(events).toStrictEqual([
      { kind: 'submitted', at: START, by: { actor: 'citizen' }, facts: { channel: 'web' } },
    ]);
    expect(letters).toStrictEqual([
      { template: 'submitted', to: 'applicant', facts: { code: WISH.code }, validWhile: {} },
    ]);
    expect([callTasks, searchKeys, parties, content]).toStrictEqual([[], ['name'], [applicant], WISH.content]);
  });

  test('keeps what only some of them have', () => {
    const links = [{ kind: 'continues' as const, request: 'r0' }];
    const receivedOn = { on: '2026-06-01', precision: 'day' as const };
    const priority = { class: 'disability' };
    const { request } = opened({
      ...{ links, receivedOn, externalReference: '137/5' },
      content: { ...WISH.content, priority },
    });
    expect(request).toMatchObject({ links, receivedOn, externalReference: '137/5', declared: 'disability' });
    const bare = opened({ keys: { readers: [], search: [] } }).request;
    const absent = ['applicantKey', 'linkKey', 'receivedOn', 'externalReference', 'links', 'declared'];
    for (const field of absent) expect(bare).not.toHaveProperty(field);
  });

  test.each([
    ['official', { official: 'nobody' }],
    ['topic', { topic: 'golf' }],
    ['channel', { channel: 'pigeon' }],
    ['priority', { content: { ...WISH.content, priority: { class: 'golf' } } }],
  ])('is refused with a %s that the city does not have', (path, more) => {
    expect(submit({ ...WISH, ...more }, context)).toStrictEqual(refuseField(path, 'unknown'));
  });

  test('is refused to a post or about a topic that has ended', () => {
    const ended = <Thing>(things: readonly Thing[]) => things.map((thing) => ({ ...thing, endsOn: '2026-06-07' }));
    const posts = { ...eastmere, officials: ended(eastmere.officials) };
    expect(submit(WISH, { ...context, office: posts })).toStrictEqual(refuseField('official', 'unknown'));
    const topics = { ...eastmere, topics: ended(eastmere.topics) };
    expect(submit(WISH, { ...context, office: topics })).toStrictEqual(refuseField('topic', 'unknown'));
  });

  test('of a meeting that was held before it came in begins with its outcome due', () => {
    const { request } = opened({ asMet: true, channel: 'paper' });
    expect(request).toMatchObject({
      ...{ status: 'met', metAt: START, step: 'meeting', owner: staff('secretary', 'harbour') },
      deadline: { at: '2026-06-09T16:00:00.000Z' },
    });
  });

  test('at a desk that is vacant tells of it', () => {
    const { events } = opened({}, { ...context, office: { ...eastmere, users: [] } });
    expect(events.map(({ kind }) => kind).slice(0, 2)).toStrictEqual(['submitted', 'rung-vacant']);
  });
});

describe('Whoever is told of a request', () => {
  const helper: Party = { ...applicant, number: 2, role: 'representative', language: 'en' };

  test('without a usable contact is called by the clerk', () => {
    const { request, letters, callTasks } = opened({ parties: [{ ...applicant, contacts: [] }] });
    expect(request.reach).toBe('call');
    expect(letters).toStrictEqual([]);
    expect(callTasks).toMatchObject([{ about: 'submitted', unit: 'harbour', why: 'no-contact' }]);
  });

  test('is written to in their own language, the representative’s where there is one', () => {
    expect(opened({ parties: [applicant, helper] }).request.language).toBe('en');
    expect(opened({ parties: [] }).request.language).toBe('en');
    const persian = { ...eastmere, city: { ...eastmere.city, locales: ['fa' as const] } };
    expect(opened({ parties: [] }, { ...context, office: persian }).request.language).toBe('fa');
  });

  test('makes the request verified only as an applicant who is', () => {
    const unknown = { ...applicant, verified: false };
    expect(opened({ parties: [unknown] }).request).toMatchObject({ verified: false, reach: 'silent' });
    expect(opened({ parties: [unknown, helper] }).request.verified).toBe(false);
    expect(opened({ parties: [helper, applicant] }).request.verified).toBe(true);
  });
});
