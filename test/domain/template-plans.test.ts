import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { agree, refuse, refuseField } from '../../domain/outcome.ts';
import { daysOf, heldOn, isDayOf, type SessionTemplate } from '../../domain/session-template.ts';
import { daysAhead, fitTemplate, planOn, sessionIdOf } from '../../domain/template-plans.ts';
import { contextAt, START } from './stages-of-life.ts';

/** Mondays, ten to twelve, from Monday 1 June. */
const TEMPLATE: SessionTemplate = {
  ...{ id: 'mornings', official: 'harbour-alderman', venue: 'harbour-office', mode: 'in-person' },
  ...{ weekdays: [1], everyWeeks: 1, from: '10:00', to: '12:00', slotMinutes: 10, urgentSlots: 2, walkInSlots: 1 },
  ...{ breaks: [], attendees: [], validFrom: '2026-06-01', exceptions: [] },
};
const template = (more: Partial<SessionTemplate> = {}): SessionTemplate => ({ ...TEMPLATE, ...more });
const withUnitPlanning = (sessionPlanning: { weeksAhead?: number; publishDaysAhead?: number }) => ({
  ...eastmere,
  units: eastmere.units.map((unit) => (unit.id === 'harbour' ? { ...unit, policies: { sessionPlanning } } : unit)),
});

describe('A day of a template', () => {
  test.each([
    ['its first day', {}, '2026-06-01', true],
    ['a week before its first day', {}, '2026-05-25', false],
    ['another weekday', {}, '2026-06-02', false],
    ['its last day', { endsOn: '2026-06-15' }, '2026-06-15', true],
    ['a week after its last day', { endsOn: '2026-06-15' }, '2026-06-22', false],
    ['the week between two', { everyWeeks: 2 }, '2026-06-08', false],
    ['every second week', { everyWeeks: 2 }, '2026-06-15', true],
    [
      'the same week, before the weekday of the first day',
      { everyWeeks: 2, validFrom: '2026-06-03' },
      '2026-06-08',
      true,
    ],
    ['the next week, counted in sevens of days', { everyWeeks: 2, validFrom: '2026-06-03' }, '2026-06-15', false],
  ])('is, or is not, %s', (_, more, on, held) => {
    expect(isDayOf(template(more), on)).toBe(held);
  });

  test('lies between two days, both among them', () => {
    expect(daysOf(TEMPLATE, '2026-06-08', '2026-06-22')).toStrictEqual(['2026-06-08', '2026-06-15', '2026-06-22']);
    expect(daysOf(TEMPLATE, '2026-05-01', '2026-06-01')).toStrictEqual(['2026-06-01']);
    expect(daysOf(TEMPLATE, '2026-06-22', '2026-06-08')).toStrictEqual([]);
    expect(daysOf(TEMPLATE, '2026-05-01', '2026-05-20')).toStrictEqual([]);
  });

  test('may be an exception, in part or in whole', () => {
    const exceptions = [
      { on: '2026-06-15', skipped: true as const },
      { on: '2026-06-22', to: '11:00' },
      { on: '2026-06-29', venue: 'phone' },
    ];
    const held = (on: string) => heldOn(template({ exceptions }), on);
    expect(held('2026-06-08')).toStrictEqual({ from: '10:00', to: '12:00', venue: 'harbour-office' });
    expect(held('2026-06-15')).toStrictEqual({ skipped: true });
    expect(held('2026-06-22')).toStrictEqual({ from: '10:00', to: '11:00', venue: 'harbour-office' });
    expect(held('2026-06-29')).toStrictEqual({ from: '10:00', to: '12:00', venue: 'phone' });
    expect(held('2026-06-16')).toBeUndefined();
  });
});

describe('The days ahead', () => {
  test('are those of four weeks, today among them', () => {
    expect(daysAhead(TEMPLATE, eastmere, START)).toStrictEqual([
      ...['2026-06-08', '2026-06-15', '2026-06-22', '2026-06-29', '2026-07-06'],
    ]);
  });

  test('are as many as the unit says', () => {
    const office = withUnitPlanning({ weeksAhead: 1 });
    expect(daysAhead(TEMPLATE, office, START)).toStrictEqual(['2026-06-08', '2026-06-15']);
    expect(daysAhead(template({ official: 'nobody' }), office, START)).toHaveLength(5);
  });
});

describe('The plan of a day', () => {
  test('is the whole template, opened at midnight two weeks before', () => {
    expect(planOn(TEMPLATE, '2026-06-22', eastmere)).toStrictEqual({
      ...{ id: 'mornings.2026-06-22', official: 'harbour-alderman', venue: 'harbour-office', mode: 'in-person' },
      ...{ on: '2026-06-22', from: '10:00', to: '12:00', slotMinutes: 10, attendees: [], template: 'mornings' },
      ...{ shares: { urgentSlots: 2, walkInSlots: 1 }, breaks: [], publish: '2026-06-07T23:00:00.000Z' },
    });
    expect(sessionIdOf(TEMPLATE, '2026-06-22')).toBe('mornings.2026-06-22');
  });

  test('is opened when the template, or else the unit, says', () => {
    const office = withUnitPlanning({ publishDaysAhead: 3 });
    expect(planOn(TEMPLATE, '2026-06-22', office)?.publish).toBe('2026-06-18T23:00:00.000Z');
    expect(planOn(template({ publishDaysAhead: 1 }), '2026-06-22', office)?.publish).toBe('2026-06-20T23:00:00.000Z');
    expect(planOn(template({ official: 'nobody' }), '2026-06-22', office)?.publish).toBe('2026-06-07T23:00:00.000Z');
  });

  test('is none on a day that is left out, or is not the template’s', () => {
    const skipped = template({ exceptions: [{ on: '2026-06-15', skipped: true }] });
    expect(planOn(skipped, '2026-06-15', eastmere)).toBeUndefined();
    expect(planOn(TEMPLATE, '2026-06-16', eastmere)).toBeUndefined();
  });

  test('has the breaks that lie within the times of that day', () => {
    const breaks = [
      { from: '10:00', to: '10:10' },
      { from: '11:20', to: '11:30' },
      { from: '11:50', to: '12:00' },
    ];
    const shorter = template({ breaks, exceptions: [{ on: '2026-06-15', from: '10:05', to: '11:55' }] });
    expect(planOn(shorter, '2026-06-08', eastmere)?.breaks).toStrictEqual(breaks);
    expect(planOn(shorter, '2026-06-15', eastmere)?.breaks).toStrictEqual([breaks[1]]);
  });
});

describe('A template that is tried', () => {
  const others = (...templates: SessionTemplate[]) => contextAt(START, undefined, { ...eastmere, templates });
  const tryOut = (more: Partial<SessionTemplate>, context = others()) => fitTemplate(template(more), context);

  test('is taken as it is', () => {
    expect(tryOut({})).toStrictEqual(agree(TEMPLATE));
    expect(tryOut({}, others(TEMPLATE))).toStrictEqual(agree(TEMPLATE));
  });

  test('is of a post and at venues that the city still has', () => {
    const ended = <Thing>(things: readonly Thing[]) => things.map((thing) => ({ ...thing, endsOn: '2026-06-07' }));
    const posts = contextAt(START, undefined, { ...eastmere, templates: [], officials: ended(eastmere.officials) });
    expect(tryOut({}, posts)).toStrictEqual(refuseField('official', 'unknown'));
    const venues = contextAt(START, undefined, { ...eastmere, templates: [], venues: ended(eastmere.venues) });
    expect(tryOut({}, venues)).toStrictEqual(refuseField('venue', 'unknown'));
    const exceptions = [
      { on: '2026-06-15', venue: 'phone' },
      { on: '2026-06-22', venue: 'moon' },
    ];
    expect(tryOut({ exceptions })).toStrictEqual(refuseField('exceptions', 'unknown'));
    expect(tryOut({ exceptions: exceptions.slice(0, 1) }).agreed).toBe(true);
  });

  test.each([
    ['no length', { to: '10:00' }, 'to', 'before-start'],
    ['breaks without a length', { breaks: [{ from: '10:30', to: '10:30' }] }, 'breaks.0', 'does-not-fit'],
    ['breaks that begin before it', { breaks: [{ from: '09:50', to: '10:10' }] }, 'breaks.0', 'does-not-fit'],
    [
      'breaks that end after it',
      {
        breaks: [
          { from: '10:30', to: '10:40' },
          { from: '11:55', to: '12:05' },
        ],
      },
      'breaks.1',
      'does-not-fit',
    ],
    ['more than 80 turns', { from: '10:00', to: '11:21', slotMinutes: 1 }, 'slotMinutes', 'does-not-fit'],
    [
      'no room for a turn beside its breaks',
      { slotMinutes: 100, breaks: [{ from: '10:50', to: '11:00' }] },
      'slotMinutes',
      'does-not-fit',
    ],
    ['more turns kept than there are', { urgentSlots: 12, walkInSlots: 1 }, 'urgentSlots', 'does-not-fit'],
    [
      'an exception twice',
      { exceptions: [{ on: '2026-06-15' }, { on: '2026-06-22' }, { on: '2026-06-15' }] },
      'exceptions.2',
      'does-not-fit',
    ],
    ['an exception of another day', { exceptions: [{ on: '2026-06-16' }] }, 'exceptions.0', 'does-not-fit'],
    [
      'an exception that ends when it begins',
      { exceptions: [{ on: '2026-06-15', from: '12:00' }] },
      'exceptions.0',
      'does-not-fit',
    ],
    ['an end before its beginning', { endsOn: '2026-05-31' }, 'endsOn', 'before-start'],
  ])('has not %s', (_, more, path, problem) => {
    expect(tryOut(more)).toStrictEqual(refuseField(path, problem));
  });

  test.each([
    [
      'breaks at both ends',
      {
        breaks: [
          { from: '10:00', to: '10:10' },
          { from: '11:50', to: '12:00' },
        ],
      },
    ],
    ['80 turns', { from: '10:00', to: '11:20', slotMinutes: 1 }],
    ['one turn', { slotMinutes: 120, urgentSlots: 0, walkInSlots: 0 }],
    ['all its turns kept', { urgentSlots: 11, walkInSlots: 1 }],
    [
      'days left out',
      {
        exceptions: [
          { on: '2026-06-15', skipped: true as const },
          { on: '2026-06-22', from: '11:00' },
        ],
      },
    ],
    ['one day', { validFrom: '2026-06-15', endsOn: '2026-06-15' }],
    ['the whole office day', { from: '09:00', to: '17:00' }],
  ])('may have %s', (_, more) => {
    expect(tryOut(more).agreed).toBe(true);
  });

  test('has people whom the city has', () => {
    expect(tryOut({ attendees: [{ unit: 'homes' }, { post: 'nobody' }] })).toStrictEqual(
      refuseField('attendees.1', 'unknown'),
    );
  });

  test('lies within the hours of each of its weekdays, named by its place', () => {
    expect(tryOut({ from: '08:59' })).toStrictEqual(refuseField('from', 'outside-hours'));
    expect(tryOut({ to: '17:01' })).toStrictEqual(refuseField('to', 'outside-hours'));
    expect(tryOut({ weekdays: [1, 6] })).toStrictEqual(refuseField('weekdays.1', 'closed-that-day'));
    const hours = [
      { from: '2020-01-01', opens: '09:00', closes: '12:00' },
      { from: '2020-01-01', opens: '13:00', closes: '17:00' },
    ];
    const calendar = { ...eastmere.city.calendar, hours };
    const lunch = contextAt(START, undefined, { ...eastmere, templates: [], city: { ...eastmere.city, calendar } });
    expect(tryOut({ from: '13:00', to: '15:00' }, lunch).agreed).toBe(true);
    expect(tryOut({ from: '11:00', to: '14:00' }, lunch)).toStrictEqual(refuseField('to', 'outside-hours'));
  });

  test('is not at fault for a holiday', () => {
    // Tuesday 16 June is the Charter Day.
    expect(tryOut({ weekdays: [2], validFrom: '2026-06-16', endsOn: '2026-06-16' }).agreed).toBe(true);
  });

  test('is measured by the hours that hold when it begins', () => {
    const hours = [
      { from: '2020-01-01', to: '2026-08-31', opens: '09:00', closes: '17:00' },
      { from: '2026-09-01', opens: '12:00', closes: '17:00' },
    ];
    const calendar = { ...eastmere.city.calendar, hours };
    const autumn = contextAt(START, undefined, { ...eastmere, templates: [], city: { ...eastmere.city, calendar } });
    expect(tryOut({}, autumn).agreed).toBe(true);
    expect(tryOut({ validFrom: '2026-09-07' }, autumn)).toStrictEqual(refuseField('from', 'outside-hours'));
  });

  test('does not meet another one of the official', () => {
    const refused = refuse('session-impossible', { why: 'over-template', template: 'other' });
    const over = (other: Partial<SessionTemplate>, more: Partial<SessionTemplate> = {}) =>
      tryOut(more, others(template({ id: 'other', ...other })));
    expect(over({})).toStrictEqual(refused);
    expect(over({ from: '11:50', to: '13:00' })).toStrictEqual(refused);
    expect(over({ from: '12:00', to: '13:00' }).agreed).toBe(true);
    expect(over({ official: 'hq-deputy' }).agreed).toBe(true);
    expect(over({ weekdays: [2] }).agreed).toBe(true);
    expect(over({ endsOn: '2026-06-07' }).agreed).toBe(true);
    expect(over({ endsOn: '2026-06-08' })).toStrictEqual(refused);
    expect(over({}, { endsOn: '2026-06-07' }).agreed).toBe(true);
    expect(over({ validFrom: '2026-07-06' }, { endsOn: '2026-07-05' }).agreed).toBe(true);
    expect(over({ validFrom: '2026-07-06' }, { endsOn: '2026-07-06' })).toStrictEqual(refused);
  });

  test('meets one of another rhythm however late', () => {
    // Every eleventh and every twelfth week, a week apart: together in the 121st week after the first.
    const other = template({ id: 'other', everyWeeks: 12, validFrom: '2026-06-08' });
    expect(tryOut({ everyWeeks: 11 }, others(other)).agreed).toBe(false);
    expect(tryOut({ everyWeeks: 12 }, others(other)).agreed).toBe(true);
  });
});
