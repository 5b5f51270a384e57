import { describe, expect, test } from 'vitest';
import { stillHolds } from '../../domain/letter.ts';
import { type Both, linkRequests, mergeRequests, unlinkRequests } from '../../domain/links.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Request, Status } from '../../domain/request.ts';
import { plusMinutes } from '../../domain/time.ts';
import { agreed } from '../support/world.ts';
import { contextAt, reach, START } from './stages-of-life.ts';

const EARLIER = '2026-06-01T09:30:00.000Z';

/** A request of this applicant, told apart by its id. */
const at = (status: Status, more: { id: string; applicantKey?: string; submittedAt?: string }): Request => ({
  ...reach(status).request,
  applicantKey: 'APPLICANT',
  ...more,
});
const context = contextAt(START);
const both = (outcome: Outcome<Both>): Both => agreed(outcome);

describe('Two linked requests', () => {
  const one = at('waiting', { id: 'ONE' });
  const other = at('closed', { id: 'OTHER', applicantKey: 'ANOTHER' });
  const link = () => both(linkRequests(one, other, { kind: 'continues', reason: 'The same wall.' }, context));

  test('lead to each other, also where one is closed or another applicant’s', () => {
    const linked = link();
    expect(linked.one.after.links).toEqual([{ kind: 'continues', request: 'OTHER' }]);
    expect(linked.other.after).toMatchObject({
      ...{ status: 'closed', links: [{ kind: 'continues', request: 'ONE', incoming: true }] },
    });
    expect(linked.one.events).toMatchObject([{ kind: 'linked', text: 'The same wall.', facts: { request: 'OTHER' } }]);
  });

  test('are linked once, and not a request to itself', () => {
    const linked = link();
    const again = linkRequests(linked.one.after, linked.other.after, { kind: 'same-matter', reason: 'x' }, context);
    expect(again).toMatchObject({ reason: 'already-recorded' });
    expect(linkRequests(one, one, { kind: 'same-matter', reason: 'x' }, context)).toMatchObject({
      details: { fields: [{ path: 'to', problem: 'same-request' }] },
    });
  });

  test('have ten links at most, on either side', () => {
    const having = (request: Request, count: number): Request => ({
      ...request,
      links: Array.from({ length: count }, (_, index) => ({ kind: 'same-matter', request: `L${index}` })),
    });
    const tie = (a: Request, b: Request) => linkRequests(a, b, { kind: 'same-matter', reason: 'x' }, context);
    expect(tie(having(one, 9), having(other, 9)).agreed).toBe(true);
    const full = { agreed: false, reason: 'limit-reached', details: { limit: 10 } };
    expect([tie(having(one, 10), other), tie(one, having(other, 10))]).toStrictEqual([full, full]);
  });

  test('lose the link that was made by hand, and keep the others', () => {
    const more = (request: Request, to: string): Request => ({
      ...request,
      links: [
        { kind: 'same-matter', request: 'THIRD' },
        { kind: 'same-matter', request: to },
        { kind: 'converted-from', request: to },
      ],
    });
    const apart = both(unlinkRequests(more(one, 'OTHER'), more(other, 'ONE'), 'x', context));
    expect(apart.one.after.links).toStrictEqual([
      { kind: 'same-matter', request: 'THIRD' },
      { kind: 'converted-from', request: 'OTHER' },
    ]);
    expect(apart.other.after.links?.map(({ request }) => request)).toEqual(['THIRD', 'ONE']);
    expect(apart.one.events).toMatchObject([{ facts: { request: 'OTHER' } }]);
    const half = both(unlinkRequests(more(one, 'OTHER'), other, 'x', context));
    expect(half.other.after.links).toEqual([]);
    const converted: Request = { ...one, links: [{ kind: 'converted-from', request: 'OTHER' }] };
    expect(unlinkRequests(converted, other, 'x', context)).toMatchObject({ reason: 'not-found' });
  });

  test('are separated again on both sides, with a reason', () => {
    const linked = link();
    const apart = both(unlinkRequests(linked.other.after, linked.one.after, 'Another wall.', context));
    expect([apart.one.after.links, apart.other.after.links]).toEqual([[], []]);
    expect(apart.other.events).toMatchObject([{ kind: 'unlinked', text: 'Another wall.' }]);
    expect(unlinkRequests(one, other, 'x', context)).toMatchObject({ reason: 'not-found' });
  });
});

describe('Merging', () => {
  const survivor = at('waiting', { id: 'SURVIVOR' });
  const duplicate = at('scheduled', { id: 'DUPLICATE', submittedAt: EARLIER });
  const merge = (one: Request, other: Request) => mergeRequests(one, other, 'Sent twice.', context);

  test('closes the duplicate, gives its turn back, and keeps the earlier place', () => {
    const { one, other } = both(merge(survivor, duplicate));
    expect(one.after).toMatchObject({ status: 'waiting', submittedAt: EARLIER });
    expect(one.events).toMatchObject([{ kind: 'merged', facts: { was: survivor.submittedAt, submittedAt: EARLIER } }]);
    expect(one.letters).toMatchObject([{ template: 'merged', to: 'applicant' }]);
    expect(other.events).toMatchObject([
      { kind: 'merged', text: 'Sent twice.', facts: { into: 'SURVIVOR' } },
      { kind: 'closed', facts: { reason: 'duplicate' } },
    ]);
    expect(other.after).toMatchObject({ status: 'closed', reason: 'duplicate', step: 'closed' });
    expect(other.slots).toMatchObject([{ act: 'release' }]);
    expect([one.after.links, other.after.links]).toEqual([
      [{ kind: 'duplicate-of', request: 'DUPLICATE', incoming: true }],
      [{ kind: 'duplicate-of', request: 'SURVIVOR' }],
    ]);
  });

  test('writes about the survivor alone, and lets no letter of the duplicate out any more', () => {
    const { one, other } = both(merge(survivor, duplicate));
    expect([one.letters.map(({ template }) => template), other.letters]).toEqual([['merged'], []]);
    expect(stillHolds({}, other.after, START)).toBe(false);
  });

  test.each([
    ['another applicant', { applicantKey: 'ANOTHER' }],
    ['a bare name', { applicantKey: '' }],
  ])('is refused for %s', (_, more) => {
    const { applicantKey: __, ...nameless } = duplicate;
    const foreign = more.applicantKey === '' ? nameless : { ...duplicate, ...more };
    expect(merge(survivor, foreign)).toMatchObject({
      details: { fields: [{ path: 'duplicate', problem: 'other-applicant' }] },
    });
    const { applicantKey: ___, ...nobody } = survivor;
    expect(merge(nobody, nameless)).toMatchObject({ reason: 'invalid' });
  });

  test('is refused into a closed request, for one whose meeting was held, and with itself', () => {
    expect(merge(at('closed', { id: 'C' }), duplicate)).toMatchObject({ reason: 'wrong-state' });
    expect(merge(survivor, at('in-follow-up', { id: 'F' }))).toMatchObject({ reason: 'wrong-state' });
    expect(merge(survivor, survivor)).toMatchObject({
      details: { fields: [{ path: 'duplicate', problem: 'same-request' }] },
    });
    const until = duplicate.appointment?.startsAt ?? START;
    const mergedAt = (moment: string, of = duplicate) => mergeRequests(survivor, of, 'x', contextAt(moment));
    expect(mergedAt(until)).toStrictEqual({ agreed: false, reason: 'too-late', details: { until } });
    expect(mergedAt(plusMinutes(until, -1)).agreed).toBe(true);
    // A turn that is only offered is no meeting yet.
    expect(mergedAt(until, at('offered', { id: 'OFFERED' })).agreed).toBe(true);
  });
});
