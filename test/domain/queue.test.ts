import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { agree, refuseField } from '../../domain/outcome.ts';
import type { Policies } from '../../domain/policies.ts';
import {
  classOfRank,
  FIRST_IN_LINE,
  isPriorityClass,
  mayJump,
  maySit,
  placeAfterPass,
  placeOf,
  rankOf,
  readPlace,
  standsSince,
} from '../../domain/queue.ts';
import type { At, Request } from '../../domain/request.ts';
import { someSlot } from './some-slot.ts';
import { contextAt, reach, reachAt, START } from './stages-of-life.ts';

const waiting = reachAt('waiting');
const { request: offered } = reach('offered');
const { request: submitted } = reach('submitted');

const withPolicies = (more: Partial<Policies>) => ({
  ...eastmere,
  city: { ...eastmere.city, policies: { ...eastmere.city.policies, ...more } },
});

describe('The rank in a queue', () => {
  test.each([
    ['is none at a post that takes people as they come', 'harbour-alderman', 'disability', undefined],
    ['is none at a post that draws lots', 'hq-mayor', 'disability', undefined],
    ['is none at a post that the city does not have', 'nobody', 'disability', undefined],
    ['is that of the class at a post with priority classes', 'homes-director', 'disability', 1],
    ['follows the order of the classes of the city', 'homes-director', 'court-date', 2],
    ['of the last class is the last of them', 'homes-director', 'dependant', 3],
    ['is none without a class', 'homes-director', undefined, undefined],
    ['is none with a class that the city does not have', 'homes-director', 'golf', undefined],
  ])('%s', (_, official, priority, rank) => {
    expect(rankOf({ official, priority }, eastmere)).toBe(rank);
  });

  test('of an urgent case is the first of all, at any post', () => {
    expect(rankOf({ official: 'harbour-alderman', urgent: true }, eastmere)).toBe(0);
    expect(rankOf({ official: 'homes-director', urgent: true, priority: 'dependant' }, eastmere)).toBe(0);
  });

  test('leads back to its class; urgent cases and those who come last have none', () => {
    expect(classOfRank(1, eastmere)?.id).toBe('disability');
    expect(classOfRank(3, eastmere)?.id).toBe('dependant');
    expect(classOfRank(0, eastmere)).toBeUndefined();
    expect(classOfRank(9, eastmere)).toBeUndefined();
  });
});

describe('A place in a queue', () => {
  const at = (more: Partial<At<'waiting'>>): Request => ({ ...waiting, ...more });

  test('counts from the submission, but for offers let go too often', () => {
    expect(standsSince(submitted)).toBe(START);
    expect(standsSince(waiting)).toBe(START);
    expect(standsSince(at({ placedAt: '2026-06-08T23:00:00.000Z' }))).toBe('2026-06-08T23:00:00.000Z');
  });

  test('is a text of the rank, the time and the id', () => {
    const { id } = waiting;
    expect(placeOf(waiting)).toBe(`9#${START}#${id}`);
    expect(placeOf(at({ rank: 2 }))).toBe(`2#${START}#${id}`);
    expect(placeOf(at({ rank: 0 }))).toBe(`0#${START}#${id}`);
    expect(placeOf(offered)).toBe(`-#${START}#${offered.id}`);
  });

  test('sorts those who have an offer first, then urgent cases, then by class, then by time', () => {
    const places = [
      placeOf(at({ id: 'last' })),
      placeOf(at({ id: 'earlier', submittedAt: '2026-06-01T09:30:00.000Z' })),
      placeOf(at({ id: 'classed', rank: 1 })),
      placeOf(at({ id: 'urgent', rank: 0 })),
      placeOf({ ...offered, id: 'offered' }),
    ];
    const sorted = places.toSorted().map((place) => readPlace(place).id);
    expect(sorted).toStrictEqual(['offered', 'urgent', 'classed', 'earlier', 'last']);
    expect(places.toSorted().filter((place) => place >= FIRST_IN_LINE)).toHaveLength(4);
  });

  test('is read as it was written', () => {
    expect(readPlace(placeOf(at({ rank: 2 })))).toStrictEqual({ id: waiting.id, rank: 2, since: START });
    expect(readPlace('9')).toStrictEqual({ id: '', rank: 9, since: '' });
  });
});

describe('An offer that was let go', () => {
  const placeAfter = (passes: number, office = eastmere) =>
    placeAfterPass({ ...waiting, passes }, contextAt(START, undefined, office));

  test('costs nothing while it is free to pass', () => {
    expect(placeAfter(0)).toBeUndefined();
    expect(placeAfter(1)).toBeUndefined();
  });

  test('then puts the request behind those who asked on the same day', () => {
    // Midnight in London, which is an hour ahead of UTC in June.
    expect(placeAfter(2)).toBe('2026-06-08T23:00:00.000Z');
  });

  test('costs nothing where the city keeps the place', () => {
    expect(placeAfter(9, withPolicies({ afterFreePasses: 'keeps-place' }))).toBeUndefined();
  });

  test('costs at once where no pass is free', () => {
    expect(placeAfter(1, withPolicies({ freePasses: 0 }))).toBe('2026-06-08T23:00:00.000Z');
  });
});

describe('A turn', () => {
  const context = contextAt(START);
  const withPriority: Request = { ...waiting, priority: 'disability' };
  const urgentSlot = someSlot({ kind: 'urgent' });

  test('is given to the head of the queue without a reason', () => {
    expect(mayJump({ isHead: true }, context)).toStrictEqual(agree(undefined));
    expect(mayJump({ isHead: true, reason: 'anything' }, context)).toStrictEqual(agree(undefined));
  });

  test('is given to nobody else without a reason that the city knows', () => {
    expect(mayJump({ isHead: false }, context)).toStrictEqual(refuseField('reason', 'needed-to-pass-others'));
    expect(mayJump({ isHead: false, reason: 'golf' }, context)).toStrictEqual(refuseField('reason', 'unknown'));
    expect(mayJump({ isHead: false, reason: 'court-date' }, context)).toStrictEqual(agree('court-date'));
  });

  test('that is kept for urgent cases needs a ground', () => {
    expect(maySit(waiting, urgentSlot, undefined)).toStrictEqual(refuseField('slot', 'kept-for-urgent'));
    expect(maySit({ ...waiting, priority: undefined }, urgentSlot, undefined)).toStrictEqual(
      refuseField('slot', 'kept-for-urgent'),
    );
    expect(maySit(submitted, urgentSlot, undefined)).toStrictEqual(refuseField('slot', 'kept-for-urgent'));
    expect(maySit({ ...waiting, urgent: true }, urgentSlot, undefined)).toStrictEqual(agree(undefined));
    expect(maySit(withPriority, urgentSlot, undefined)).toStrictEqual(agree(undefined));
    expect(maySit(waiting, urgentSlot, 'court-date')).toStrictEqual(agree(undefined));
  });

  test.each(['regular', 'walk-in'] as const)('that is %s needs none', (kind) => {
    expect(maySit(waiting, someSlot({ kind }), undefined)).toStrictEqual(agree(undefined));
  });
});

test('A priority class is one of the list of the city', () => {
  expect(isPriorityClass('court-date', eastmere)).toBe(true);
  expect(isPriorityClass('golf', eastmere)).toBe(false);
});
