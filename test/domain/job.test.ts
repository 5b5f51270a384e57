import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { afterPage, type Job, layDown, openJob, openSessionJob, takeUp } from '../../domain/job.ts';
import { type Instant, plusMinutes } from '../../domain/time.ts';
import { START } from './stages-of-life.ts';

const BY = { actor: 'staff', username: 'administrator' } as const;
const ASKED = { city: 'eastmere', id: 'J1', reason: 'Flood.', by: BY };
const HARBOUR_POST = 'harbour-alderman';
const inMinutes = (minutes: number): Instant => plusMinutes(START, minutes);

describe('A job', () => {
  const FRESH = {
    ...{ ...ASKED, askedAt: START, tries: 0, done: 0, moved: 0, failed: 0, version: 1 },
    dueAt: '2026-06-08T09:31:00.000Z',
  };

  test('begins a minute later, and visits the piles of its unit in the order of a life, then its orders', () => {
    expect(openJob({ ...ASKED, unit: 'harbour' }, eastmere, START)).toStrictEqual({
      ...{ ...FRESH, unit: 'harbour' },
      stops: [
        { pile: 'triage', of: 'harbour' },
        { pile: 'queue', of: HARBOUR_POST },
        { pile: 'meetings', of: 'harbour' },
        { pile: 'follow-up', of: 'harbour' },
        { pile: 'orders', of: 'harbour' },
      ],
    });
  });

  test('of a closure clears the sessions first', () => {
    const closing = { on: '2026-06-09' };
    const job = openJob({ ...ASKED, unit: 'harbour', closing }, eastmere, START);
    expect(job.closing).toStrictEqual(closing);
    expect(job.stops.slice(0, 2)).toStrictEqual([
      { pile: 'sessions', of: HARBOUR_POST },
      { pile: 'triage', of: 'harbour' },
    ]);
  });

  test('of a unit visits the bodies outside the city whose deadlines it holds', () => {
    const { stops } = openJob({ ...ASKED, unit: 'hq' }, eastmere, START);
    expect(stops.filter(({ pile }) => pile === 'triage').map(({ of }) => of)).toStrictEqual(['hq', 'water']);
    expect(stops.filter(({ pile }) => pile === 'queue').map(({ of }) => of)).toStrictEqual(['hq-mayor', 'hq-deputy']);
  });

  test('of the whole city visits every unit and post, and needs no lists of orders', () => {
    const { stops, ...job } = openJob(ASKED, eastmere, START);
    const places = (wanted: string) => stops.filter(({ pile }) => pile === wanted).map(({ of }) => of);
    expect(job).toStrictEqual(FRESH);
    expect(places('follow-up')).toStrictEqual(eastmere.units.map(({ id }) => id));
    expect(places('queue')).toStrictEqual(eastmere.officials.map(({ id }) => id));
    expect([...new Set(stops.map(({ pile }) => pile))]).toStrictEqual(['triage', 'queue', 'meetings', 'follow-up']);
  });

  test('of a changed session visits just what it is told', () => {
    const stops = [{ pile: 'session' as const, of: 'S1' }];
    expect(openSessionJob({ ...ASKED, stops }, START)).toStrictEqual({ ...FRESH, stops });
  });
});

describe('A walk', () => {
  const stops: Job['stops'] = [
    { pile: 'triage', of: 'harbour' },
    { pile: 'queue', of: HARBOUR_POST },
  ];
  const job: Job = { ...openSessionJob({ ...ASKED, stops }, START), done: 10, moved: 4, failed: 1, version: 5 };
  const page = { next: undefined, done: 0, moved: 0, failed: 0 };

  test('is taken up by one run, for two minutes, and laid down at once', () => {
    expect(takeUp(job, inMinutes(5))).toStrictEqual({ ...job, dueAt: inMinutes(7), version: 6 });
    expect(layDown(job, inMinutes(5))).toStrictEqual({ ...job, dueAt: inMinutes(5), version: 6 });
  });

  test('goes on behind the page that it has worked', () => {
    expect(afterPage(job, { next: 'R20', done: 20, moved: 3, failed: 0 }, inMinutes(5))).toStrictEqual({
      ...{ ...job, after: 'R20', done: 30, moved: 7, dueAt: inMinutes(7), version: 6 },
    });
  });

  test('goes on to the next pile from its beginning, when one is at its end', () => {
    expect(afterPage({ ...job, after: 'R20' }, { ...page, done: 2 }, inMinutes(5))).toStrictEqual({
      ...{ ...job, stops: stops.slice(1), done: 12, dueAt: inMinutes(7), version: 6 },
    });
  });

  test('has ended with the last page of the last pile', () => {
    const last = { ...job, stops: stops.slice(1) };
    expect(afterPage(last, { ...page, next: 'R20' }, inMinutes(5))).not.toHaveProperty('finishedAt');
    expect(afterPage(last, page, inMinutes(5))).toMatchObject({ stops: [], finishedAt: inMinutes(5) });
  });

  test('tries a page with failures again from the same place, later each time, and counts what did move', () => {
    const stuck = { next: 'R40', done: 20, moved: 2, failed: 1 };
    const once = afterPage({ ...job, after: 'R20' }, stuck, inMinutes(5));
    expect(once).toStrictEqual({ ...job, after: 'R20', tries: 1, moved: 6, dueAt: inMinutes(6), version: 6 });
    const twice = afterPage(once, stuck, inMinutes(6));
    expect(twice).toStrictEqual({ ...once, tries: 2, moved: 8, dueAt: inMinutes(8), version: 7 });
    expect(afterPage(twice, stuck, inMinutes(8))).toStrictEqual({
      ...{ ...twice, after: 'R40', tries: 0, done: 30, moved: 10, failed: 2, dueAt: inMinutes(10), version: 8 },
    });
  });
});
