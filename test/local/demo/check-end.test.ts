import { expect, test } from 'vitest';
import { checkEnd } from '../../../local/demo/check-end.ts';
import { LIVES } from '../../../local/demo/lives.ts';
import type { Told } from '../../../local/demo/read-back.ts';

const [plain] = LIVES;
if (!plain) throw new Error('There is no life');
const AT = '2026-11-24T09:00:00.000Z';
const POINT = { at: AT, says: '', sum: '' };
const NOBODY = { kind: 'citizen', says: '' } as const;

const event = (kind: Told['events'][number]['kind'], at = AT): Told['events'][number] => ({
  ...{ kind, at, by: 'office', internal: false, facts: {} },
});
const order: Told['orders'][number] = {
  ...{ number: 1, text: '', unit: 'd06', status: 'confirmed', issuedAt: AT, due: POINT, owner: NOBODY },
  ...{ overdue: false, veryLate: false, rung: 0, renewals: 0, disputes: 0 },
  ...{ waitsForCitizen: false, questions: [], formerUnits: [], acts: [] },
};
const request: Told['request'] = {
  ...{
    id: '',
    code: '',
    keypadCode: '',
    version: 9,
    status: 'closed',
    step: 'closed',
    unit: '',
    official: '',
    topic: '',
  },
  ...{ channel: '', submittedAt: AT, urgent: false, rung: 0, next: { owner: NOBODY, deadline: POINT } },
  ...{ orders: [], links: [], reason: 'resolved', stillDone: false, decisions: [] },
};
const asItShouldBe: Told = {
  ...{ request, orders: [order], scans: [], messages: 3 },
  applicant: {
    ...{
      number: 1,
      role: 'applicant',
      kind: 'person',
      name: '',
      contacts: [],
      language: 'fa',
      verified: true,
      since: AT,
    },
  },
  events: (['scheduled', 'reminded', 'reminded', 'arrived', 'order-issued', 'order-confirmed'] as const).map((kind) =>
    event(kind),
  ),
  letters: [{ template: 'closed', result: 'sent' }],
  executions: [{ name: 'x-1', status: 'SUCCEEDED', transitions: 9 }],
};

test('a life that ended as it should leaves nothing to say', () => {
  expect(checkEnd(plain, asItShouldBe)).toEqual([]);
});

test.each<[string, Partial<Told>]>([
  ['plain: status is "met", not "closed"', { request: { ...request, status: 'met' } }],
  ['plain: reason is "lapsed", not "resolved"', { request: { ...request, reason: 'lapsed' } }],
  ['plain: orders is', { orders: [{ ...order, disputes: 1 }] }],
  [
    'plain: number of "reminded" in the timeline is 1, not 2',
    { events: asItShouldBe.events.slice(2).concat(event('scheduled')) },
  ],
  ['plain: order of the timeline', { events: [...asItShouldBe.events, event('closed', '2026-01-01T00:00:00.000Z')] }],
  ['plain: letters that were not sent', { letters: [{ template: 'closed', result: 'waiting' }] }],
  ['plain: number of pictures is 1, not 0', { scans: [{ type: 'image/jpeg', bytes: 1 }] }],
  ['plain: whether messages have come is false', { messages: 0 }],
  ['plain: execution x-2 is "RUNNING"', { executions: [{ name: 'x-2', status: 'RUNNING', transitions: 1 }] }],
  [
    'plain: took 12 transitions, not 10',
    { executions: [1, 2].map((run) => ({ name: `x-${run}`, status: 'SUCCEEDED', transitions: 6 })) },
  ],
])('%s … is said', (line, difference) => {
  const wrong = checkEnd(plain, { ...asItShouldBe, ...difference });
  expect(wrong).toEqual([expect.stringContaining(line)]);
});
