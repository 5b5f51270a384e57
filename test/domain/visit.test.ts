import { describe, expect, test } from 'vitest';
import { agree, refuse, refuseField } from '../../domain/outcome.ts';
import type { Session } from '../../domain/session.ts';
import {
  expectedVisit,
  miss,
  numberOfSlot,
  type Station,
  sessionOfSlot,
  stationOf,
  stepBack,
  stepTo,
  unmiss,
  type Visit,
  withThoseAhead,
} from '../../domain/visit.ts';
import { agreed } from '../support/world.ts';
import { someSlot } from './some-slot.ts';

const AT = '2026-06-15T09:00:00.000Z';
const TURN = { number: 1, startsAt: AT, endsAt: '2026-06-15T09:10:00.000Z' };
const expected = expectedVisit({ city: 'eastmere', id: 'r1' }, { ...TURN, session: 'monday', slot: 'monday-03' });

/** A visit that has come through these stations, one a minute. */
const came = (stations: readonly Station[], mode: Session['mode'] = 'in-person', from = expected): Visit =>
  stations.reduce(
    (visit, station, minute) => agreed(stepTo(visit, { station, at: `2026-06-15T09:0${minute}:00.000Z` }, mode)),
    from,
  );

describe('A visit', () => {
  test('is expected before anything has happened', () => {
    expect(
      expectedVisit({ city: 'eastmere', id: 'r1' }, { ...TURN, session: 'monday', slot: 'monday-03' }),
    ).toStrictEqual({
      ...{ city: 'eastmere', session: 'monday', slot: 'monday-03', number: 3, request: 'r1' },
      ...{ startsAt: AT, endsAt: '2026-06-15T09:10:00.000Z', ahead: [], version: 0 },
    });
    expect(stationOf(expected)).toBeUndefined();
  });

  test('knows session and number from the slot, whatever the name of the session', () => {
    expect(numberOfSlot('weekly-2.2026-06-15-07')).toBe(7);
    expect(sessionOfSlot('weekly-2.2026-06-15-07')).toBe('weekly-2.2026-06-15');
  });

  test('goes from station to station, and each has its moment', () => {
    expect(came(['arrived', 'called', 'in', 'out'])).toStrictEqual({
      ...{ ...expected, version: 4 },
      ...{ arrivedAt: AT, calledAt: '2026-06-15T09:01:00.000Z' },
      ...{ inAt: '2026-06-15T09:02:00.000Z', outAt: '2026-06-15T09:03:00.000Z' },
    });
  });

  test.each([
    [['arrived'], 'arrived'],
    [['arrived', 'called'], 'called'],
    [['arrived', 'in'], 'in'],
    [['arrived', 'in', 'out'], 'out'],
  ] as const)('that came through %o stands at %s', (stations, station) => {
    expect(stationOf(came(stations))).toBe(station);
  });

  test('by phone begins with the call, and nobody arrives', () => {
    expect(stationOf(came(['called', 'in', 'out'], 'phone'))).toBe('out');
    expect(stationOf(came(['in'], 'video'))).toBe('in');
    expect(stepTo(expected, { station: 'arrived', at: AT }, 'video')).toStrictEqual(
      refuseField('station', 'not-by-phone'),
    );
  });

  test.each([
    ['called', 'not-arrived'],
    ['in', 'not-arrived'],
    ['out', 'not-in'],
  ] as const)('does not come to "%s" before its time', (station, why) => {
    expect(stepTo(expected, { station, at: AT }, 'in-person')).toStrictEqual(refuse('wrong-state', { why }));
  });

  test.each(['in-person', 'phone'] as const)('of somebody who was never let in does not end (%s)', (mode) => {
    const called = came(mode === 'phone' ? ['called'] : ['arrived', 'called'], mode);
    expect(stepTo(called, { station: 'out', at: AT }, mode)).toStrictEqual(refuse('wrong-state', { why: 'not-in' }));
  });

  test('stays as it is when the same step is said twice', () => {
    const arrived = came(['arrived']);
    expect(stepTo(arrived, { station: 'arrived', at: TURN.endsAt }, 'in-person')).toStrictEqual(agree(arrived));
    const inside = came(['arrived', 'in']);
    expect(stepTo(inside, { station: 'in', at: TURN.endsAt, room: 'Room 1' }, 'in-person')).toStrictEqual(
      agree(inside),
    );
  });

  test('does not step back by a step', () => {
    const inside = came(['arrived', 'called', 'in']);
    const why = 'already-in';
    expect(stepTo(inside, { station: 'arrived', at: AT }, 'in-person')).toStrictEqual(refuse('wrong-state', { why }));
    expect(stepTo(inside, { station: 'called', at: AT, room: '2' }, 'in-person')).toStrictEqual(
      refuse('wrong-state', { why }),
    );
  });

  test('is called to a room, and may be called to another one', () => {
    const called = agreed(stepTo(came(['arrived']), { station: 'called', at: AT, room: 'Room 1' }, 'in-person'));
    expect(called).toMatchObject({ room: 'Room 1', calledAt: AT, version: 2 });
    const again = { station: 'called' as const, at: TURN.endsAt };
    expect(stepTo(called, { ...again, room: 'Room 1' }, 'in-person')).toStrictEqual(agree(called));
    expect(stepTo(called, again, 'in-person')).toStrictEqual(agree(called));
    expect(agreed(stepTo(called, { ...again, room: 'Room 2' }, 'in-person'))).toStrictEqual({
      ...{ ...called, room: 'Room 2', calledAt: TURN.endsAt, version: 3 },
    });
  });
});

describe('A step taken back', () => {
  test('leaves the one before', () => {
    const inside = agreed(
      stepTo(came(['arrived']), { station: 'called', at: '2026-06-15T09:01:00.000Z', room: 'Room 1' }, 'in-person'),
    );
    const back = agreed(stepBack(agreed(stepTo(inside, { station: 'in', at: AT }, 'in-person'))));
    expect(back).toStrictEqual({ ...inside, version: 4 });
  });

  test('that was a call takes its room along', () => {
    const called = agreed(stepTo(came(['arrived']), { station: 'called', at: AT, room: 'Room 1' }, 'in-person'));
    expect(agreed(stepBack(called))).toStrictEqual({ ...came(['arrived']), version: 3 });
  });

  test('is refused where none was made', () => {
    expect(stepBack(expected)).toStrictEqual(refuse('wrong-state', { why: 'not-arrived' }));
  });
});

describe('A turn to which nobody came', () => {
  const markedMissed = () => agreed(miss(expected, AT));

  test('is marked once, and can be unmarked', () => {
    const missed = markedMissed();
    expect(missed).toStrictEqual({ ...expected, missedAt: AT, version: 1 });
    expect(miss(missed, TURN.endsAt)).toStrictEqual(agree(missed));
    expect(unmiss(missed)).toStrictEqual({ ...expected, version: 2 });
  });

  test('lets nobody arrive any more', () => {
    expect(stepTo(markedMissed(), { station: 'arrived', at: AT }, 'in-person')).toStrictEqual(
      refuse('wrong-state', { why: 'missed' }),
    );
  });

  test('is not that of somebody who was checked in or spoken to', () => {
    const refused = refuse('session-impossible', { why: 'checked-in' });
    expect(miss(came(['arrived']), AT)).toStrictEqual(refused);
    expect(miss(came(['in'], 'phone'), AT)).toStrictEqual(refused);
    expect(agreed(miss(came(['called'], 'phone'), AT)).missedAt).toBe(AT);
  });
});

test('A visit knows the earlier turns that were taken when it began', () => {
  const slot = (number: number, minutes: number, holder?: string) =>
    someSlot({
      ...{ number, startsAt: `2026-06-15T08:${minutes}:00.000Z`, endsAt: `2026-06-15T08:${minutes + 9}:00.000Z` },
      ...(holder !== undefined && { holder }),
    });
  const own = { ...someSlot({ number: 3, holder: 'r1' }), startsAt: AT };
  const ahead = withThoseAhead(expected, [slot(1, 30, 'r2'), slot(2, 40), own, { ...own, number: 4 }], AT).ahead;
  expect(ahead).toStrictEqual([{ number: 1, endsAt: '2026-06-15T08:39:00.000Z' }]);
  const held = { ...slot(2, 40, 'r3'), holdUntil: AT };
  expect(withThoseAhead(expected, [held], AT).ahead).toStrictEqual([]);
});
