import { describe, expect, it } from 'vitest';
import { countBefore, livePlace, waitingLine } from '../../domain/live-place.ts';
import { sayPlace } from '../../domain/say-place.ts';
import { plusMinutes } from '../../domain/time.ts';
import { miss, type Station, stepBack, stepTo, type Visit } from '../../domain/visit.ts';
import { agreed } from '../support/world.ts';

const START = '2026-06-15T09:00:00.000Z';
const LENGTH = 10;
const at = (minutes: number) => plusMinutes(START, minutes);

/** The nth turn of a session that begins at 09:00 UTC, brought to these stations at these minutes. */
const visitOf = (number: number, stations: Partial<Record<Station, number>>, ahead: readonly number[] = []): Visit => {
  const begins = (number - 1) * LENGTH;
  const blank: Visit = {
    ...{ city: 'eastmere', session: 'S', slot: `S-0${number}`, number, request: `R${number}`, version: 1 },
    ...{ startsAt: at(begins), endsAt: at(begins + LENGTH) },
    ahead: ahead.map((other) => ({ number: other, endsAt: at(other * LENGTH) })),
  };
  return Object.entries(stations).reduce(
    (visit, [station, minutes]) => agreed(stepTo(visit, { station: station as Station, at: at(minutes) }, 'in-person')),
    blank,
  );
};

describe('The place on the meeting day', () => {
  it('counts those who wait here, and those with an earlier turn until it has ended', () => {
    const line = [visitOf(2, { arrived: -20 }, [1]), visitOf(4, { arrived: -30 }, [1, 2, 3])];
    expect(livePlace(line, 4, at(-5))).toEqual({ state: 'waiting', before: 3, estimatedAt: at(30) });
    expect(livePlace(line, 4, at(15))).toMatchObject({ before: 2 });
    expect(livePlace(line, 4, at(35))).toMatchObject({ before: 1 });
    expect(livePlace(line, 2, at(-5))).toMatchObject({ before: 1 });
  });

  it('moves up when somebody is let in, and tells the later hour where the one inside takes long', () => {
    const inside = visitOf(1, { arrived: -10, called: 22, in: 25 });
    const own = visitOf(2, { arrived: -10 }, [1]);
    expect(livePlace([inside, own], 2, at(27))).toEqual({ state: 'waiting', before: 0, estimatedAt: at(35) });
    const out = agreed(stepTo(inside, { station: 'out', at: at(40) }, 'in-person'));
    expect(livePlace([out, own], 2, at(41))).toMatchObject({ estimatedAt: at(41) });
  });

  it('says in both languages where one stands', () => {
    const speech = { timeZone: 'Asia/Tehran' };
    const line = [visitOf(1, { arrived: -20 }), visitOf(2, { arrived: -20 }), visitOf(3, { arrived: -20 })];
    const third = livePlace(line, 3, at(0));
    expect(sayPlace(third, { ...speech, locale: 'fa' })).toBe('۲ نفر پیش از شماست؛ نوبت شما حدود ساعت ۱۲:۵۰');
    expect(sayPlace(third, { ...speech, locale: 'en' })).toBe('2 before you; your turn is about 12:50');
    const called = agreed(
      stepTo(visitOf(3, { arrived: 0 }), { station: 'called', at: at(20), room: 'Room 2' }, 'in-person'),
    );
    expect(sayPlace(livePlace([called], 3, at(21)), { ...speech, locale: 'en' })).toBe('You are called: Room 2');
  });
});

describe('The line of those who wait', () => {
  it('holds who is here and not yet in, by the time of their turns, then by their number', () => {
    const line = [
      visitOf(4, { arrived: -30 }),
      visitOf(1, { arrived: -5, called: 1 }),
      { ...visitOf(3, { arrived: -40 }), startsAt: at(0) },
      visitOf(2, { arrived: -40, in: 5 }),
      { ...visitOf(5, {}), calledAt: at(5) },
      visitOf(6, { arrived: -40, in: 5, out: 9 }),
      { ...visitOf(7, { arrived: -40 }), outAt: at(3) },
      visitOf(8, {}),
    ];
    expect(waitingLine(line).map(({ number }) => number)).toEqual([1, 3, 4]);
    expect(waitingLine(line.toReversed()).map(({ number }) => number)).toEqual([1, 3, 4]);
  });

  it('has before an earlier turn until the end of it, and nobody twice', () => {
    const own = visitOf(4, { arrived: -30 }, [1, 2, 3]);
    const missed = agreed(miss(visitOf(1, {}), at(10)));
    expect(countBefore([own], own, at(10))).toBe(2);
    expect(countBefore([own], own, plusMinutes(at(10), -1))).toBe(3);
    expect(countBefore([own, visitOf(2, {})], own, at(15))).toBe(2);
    expect(countBefore([own, visitOf(2, { arrived: 1 })], own, at(15))).toBe(2);
    expect(countBefore([own, visitOf(2, { arrived: 1, in: 2 })], own, at(15))).toBe(1);
    expect(countBefore([own, missed], own, at(5))).toBe(2);
    expect(countBefore([visitOf(1, { arrived: 0 })], visitOf(3, {}), at(5))).toBe(0);
  });
});

describe('A place', () => {
  const stateOf = (visit: Visit) => livePlace([visit], visit.number, at(30));

  it('says at which station one is', () => {
    expect(stateOf(visitOf(3, {}))).toEqual({ state: 'expected', before: 0 });
    expect(stateOf(visitOf(3, { arrived: 0, called: 1 }))).toEqual({ state: 'called', room: undefined });
    expect(stateOf(visitOf(3, { arrived: 0, in: 2 }))).toEqual({ state: 'in' });
    expect(stateOf(visitOf(3, { arrived: 0, in: 2, out: 3 }))).toEqual({ state: 'out' });
    expect(stateOf(agreed(miss(visitOf(3, {}), at(31))))).toEqual({ state: 'missed' });
  });

  it('of somebody who is not here yet is behind the earlier ones who are', () => {
    const line = [visitOf(1, { arrived: -20 }), visitOf(3, { arrived: -20 }), visitOf(4, { arrived: -20 })];
    expect(livePlace(line, 3, at(-10))).toMatchObject({ state: 'waiting', before: 1 });
    expect(livePlace(line, 2, at(-10))).toEqual({ state: 'expected', before: 1 });
    expect(livePlace([...line, visitOf(5, {})], 5, at(-10))).toEqual({ state: 'expected', before: 3 });
  });

  it('is estimated by the one who is inside and the length of the turns before', () => {
    const inside = visitOf(1, { arrived: 0, in: 30 });
    const gone = visitOf(2, { arrived: 0, in: 25, out: 29 });
    const line = [inside, gone, visitOf(3, { arrived: 0 }), visitOf(4, { arrived: 0 })];
    // Eight minutes of the turn inside are left, and the third's ten come before the fourth.
    expect(livePlace(line, 4, at(32))).toEqual({ state: 'waiting', before: 1, estimatedAt: at(50) });
    expect(livePlace(line.slice(1), 4, at(32))).toMatchObject({ estimatedAt: at(42) });
  });
});

describe('A visit', () => {
  it('is taken back step by step', () => {
    const called = visitOf(1, { arrived: 0, called: 5 });
    const arrived = agreed(stepBack(called));
    expect(arrived).not.toHaveProperty('calledAt');
    expect(agreed(stepBack(arrived))).not.toHaveProperty('arrivedAt');
    expect(stepBack(agreed(stepBack(arrived)))).toMatchObject({ reason: 'wrong-state' });
  });

  it('goes through its stations in their order', () => {
    const blank = visitOf(1, {});
    for (const station of ['called', 'in', 'out'] as const) {
      expect(stepTo(blank, { station, at: START }, 'in-person')).toMatchObject({ reason: 'wrong-state' });
    }
    const inside = visitOf(1, { arrived: 0, in: 5 });
    expect(stepTo(inside, { station: 'called', at: START }, 'in-person')).toMatchObject({ reason: 'wrong-state' });
    expect(stepTo(inside, { station: 'in', at: at(9) }, 'in-person')).toMatchObject({ value: inside });
  });

  it('by phone begins with the call, and may be missed until somebody is spoken to', () => {
    const blank = visitOf(1, {});
    expect(stepTo(blank, { station: 'arrived', at: START }, 'phone')).toMatchObject({ reason: 'invalid' });
    const called = agreed(stepTo(blank, { station: 'called', at: START }, 'phone'));
    expect(miss(called, at(10))).toMatchObject({ agreed: true });
    const inside = agreed(stepTo(called, { station: 'in', at: at(1) }, 'phone'));
    expect(miss(inside, at(10))).toMatchObject({ details: { why: 'checked-in' } });
  });

  it('cannot be missed by whoever was checked in, nor begun by whoever missed it', () => {
    expect(miss(visitOf(1, { arrived: 0 }), at(20))).toMatchObject({ details: { why: 'checked-in' } });
    const missed = agreed(miss(visitOf(1, {}), at(20)));
    expect(stepTo(missed, { station: 'arrived', at: at(21) }, 'in-person')).toMatchObject({ reason: 'wrong-state' });
  });
});
