import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import type { Change } from '../../domain/change.ts';
import {
  addInformation,
  askOffice,
  confirmWhole,
  respond,
  settleSilently,
  withdraw,
} from '../../domain/citizen-word.ts';
import { recordOutcome } from '../../domain/meeting.ts';
import { staff } from '../../domain/owner.ts';
import type { At, Request, Status } from '../../domain/request.ts';
import { THE_OFFICE } from '../../domain/timeline.ts';
import { agreed } from '../support/world.ts';
import { contextAt, reach, reachAt, SECRETARY, START } from './stages-of-life.ts';

describe('What the citizen says stands in the timeline', () => {
  const said = (change: Change) => change.events.map(({ kind, text, facts }) => ({ kind, text, facts }));
  const line = (kind: string, text?: string, facts?: object) => ({ kind, text, facts });
  const at = (status: Status) => ({ request: reach(status).request, context: contextAt(reach(status).at) });

  test('with the documents that were added', () => {
    const { request, context } = at('needs-info');
    const added = (...documents: string[]) =>
      said(agreed(addInformation(request, { text: 'East.', documents }, context)));
    expect(added()).toStrictEqual([line('information-added', 'East.', {})]);
    expect(added('D1', 'D2')).toStrictEqual([line('information-added', 'East.', { documents: 'D1 D2' })]);
  });

  test('as the answer to an answer', () => {
    const { request, context } = at('answered');
    const solved = agreed(respond(request, 'solved', context));
    expect(said(solved)).toStrictEqual([line('closed', undefined, { reason: 'answered' })]);
    expect(solved.letters.map(({ template }) => template)).toEqual(['closed']);
    const wanting = agreed(respond(request, 'still-want-to-meet', context));
    expect(said(wanting)).toStrictEqual([line('still-wants-meeting')]);
    expect(wanting.letters).toEqual([]);
  });

  test('as a yes or a no to a meeting without orders, and to nothing else', () => {
    const { request, at: then } = reach('met');
    const awaiting = agreed(recordOutcome(request, { result: 'met', orders: [] }, contextAt(then))).after;
    const say = (settled: boolean, text?: string, of: Request = awaiting) =>
      confirmWhole(of, settled, text, contextAt(then));
    const yes = agreed(say(true, 'Thanks.'));
    expect(said(yes)).toStrictEqual([line('order-confirmed'), line('closed', undefined, { reason: 'resolved' })]);
    expect(yes.letters.map(({ template }) => template)).toEqual(['closed', 'still-done']);
    expect(agreed(say(false, 'No.')).events).toStrictEqual([
      { kind: 'order-disputed', at: then, by: SECRETARY, text: 'No.' },
    ]);
    expect(agreed(say(false)).events).toStrictEqual([{ kind: 'order-disputed', at: then, by: SECRETARY }]);
    for (const status of ['met', 'awaiting-confirmation', 'in-follow-up', 'closed'] as const) {
      expect(say(true, undefined, reach(status).request)).toMatchObject({ reason: 'wrong-state' });
    }
  });

  test('as a withdrawal, of which the applicant is told', () => {
    const { request, context } = at('scheduled');
    const withdrawn = agreed(withdraw(request, 'It is mended.', context));
    expect(said(withdrawn)).toStrictEqual([
      line('withdrawn', 'It is mended.'),
      line('closed', undefined, { reason: 'withdrawn' }),
    ]);
    expect(withdrawn.letters).toMatchObject([{ template: 'withdrawn', to: 'applicant' }]);
    expect(withdrawn.slots).toMatchObject([{ act: 'release', slot: request.appointment?.slot }]);
    const [silently] = agreed(withdraw(request, undefined, context)).events;
    expect(silently).toStrictEqual({ kind: 'withdrawn', at: START, by: SECRETARY });
  });

  test('as a question, about the request or about one of its orders, to whoever holds that', () => {
    const { request, context } = at('in-follow-up');
    const [first] = request.orders;
    const two: Request = {
      ...request,
      orders: first ? [first, { ...first, number: 2, owner: staff('owner', 'waste') }] : [],
    };
    const asked = (order?: number) => agreed(askOffice(two, { text: 'When?', order }, context));
    expect(said(asked())).toStrictEqual([line('asked', 'When?', {})]);
    expect(asked().letters).toMatchObject([{ template: 'message', to: { unit: 'homes' }, facts: {} }]);
    expect(said(asked(2))).toStrictEqual([line('asked', 'When?', { order: '2' })]);
    expect(asked(2).letters).toMatchObject([{ template: 'message', to: { unit: 'waste' }, facts: { order: '2' } }]);
  });

  test('and a question that the citizen holds themself is written to nobody', () => {
    const { request, context } = at('needs-info');
    expect(agreed(askOffice(request, { text: 'What?' }, context)).letters).toEqual([]);
  });
});

describe('Silence', () => {
  const request = (more: Partial<Request> = {}) =>
    ({ ...reachAt('awaiting-confirmation'), ...more }) as At<'awaiting-confirmation'>;
  const settled = (of = request(), office = eastmere) => settleSilently(of, contextAt(START, THE_OFFICE, office));
  const calling = (silentCallsPercent: number): typeof eastmere => {
    const policies = { ...eastmere.city.policies, silentCallsPercent };
    return { ...eastmere, city: { ...eastmere.city, policies } };
  };

  test('confirms what was reported done, and leaves what was settled already', () => {
    const [reported] = request().orders;
    if (!reported) throw new Error('It has an order');
    const barred = { ...reported, number: 2, status: 'legally-barred' as const };
    const { after, letters } = settled(request({ orders: [reported, barred] }));
    expect(after.orders).toStrictEqual([
      { ...reported, status: 'confirmed', silently: true, settledAt: START },
      barred,
    ]);
    expect(letters.map(({ template }) => template)).toEqual(['closed', 'still-done']);
  });

  test('is asked about by phone, while that closing stands, where the id draws it', () => {
    const { callTasks, after } = settled(request(), calling(100));
    expect(callTasks).toMatchObject([
      {
        ...{ id: `${after.id}.${after.version}.please-confirm`, request: after.id, unit: 'harbour', why: 'sample' },
        validWhile: { closedAt: START },
      },
    ]);
    expect(settled(request(), calling(0)).callTasks).toEqual([]);
    // Half of all ids lie below G000.
    const drawn = (ending: string) =>
      settled(request({ id: `${'0'.repeat(22)}${ending}` }), calling(50)).callTasks.length;
    expect([drawn('FZZZ'), drawn('G000')]).toEqual([1, 0]);
  });

  test('of a bare name on paper is not', () => {
    expect(settled(request({ reach: 'silent' }), calling(100)).callTasks).toEqual([]);
    expect(settled(request({ reach: 'email' }), calling(100)).callTasks).toHaveLength(1);
  });
});
