import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { tehran } from '../../cities/tehran.ts';
import { openHoursOn } from '../../domain/calendar.ts';
import type { CityData } from '../../domain/city.ts';
import { planSession, type Session } from '../../domain/session.ts';
import { overlap } from '../../domain/session-slots.ts';
import { daysOf, heldOn, isDayOf, type SessionTemplate } from '../../domain/session-template.ts';
import { daysAhead, fitTemplate, planOn } from '../../domain/template-plans.ts';
import { clockTimeOf, instantAt, plusDays, weekdayOf } from '../../domain/time.ts';
import { THE_OFFICE } from '../../domain/timeline.ts';

const TEMPLATE: SessionTemplate = {
  ...{ id: 'mornings', official: 'harbour-alderman', venue: 'harbour-office', mode: 'in-person' },
  ...{ weekdays: [1], everyWeeks: 1, from: '10:00', to: '12:00', slotMinutes: 10, urgentSlots: 1, walkInSlots: 1 },
  ...{ breaks: [], attendees: [], validFrom: '2026-06-01', exceptions: [] },
};
const AT = '2026-06-08T09:30:00.000Z';

const inZone = (timeZone: string, weekend: number[], closures: { on: string; from?: string }[]): CityData => ({
  ...eastmere,
  city: {
    ...eastmere.city,
    timeZone,
    calendar: {
      ...{ timeZone, weekend: [{ from: '2000-01-01', days: weekend }], holidays: [] },
      hours: [{ from: '2000-01-01', opens: '08:00', closes: '18:00' }],
      closures: closures.map((closure) => ({ ...closure, reason: { en: 'Flood', fa: 'سیل' } })),
    },
  },
  templates: [],
});

/** Days on which one of the zones moves its clocks. */
const EDGES = ['2027-03-28', '2027-10-31', '2021-03-22', '2021-09-22', '2027-03-14', '2018-11-04', '2027-10-03'];
const ZONES = ['Asia/Tehran', 'Europe/London', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'America/New_York'];

const day = fc
  .tuple(fc.constantFrom(...EDGES), fc.integer({ min: -40, max: 40 }))
  .map(([edge, days]) => plusDays(edge, days));
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });
const rule = fc.record({
  ...{ weekdays, everyWeeks: fc.integer({ min: 1, max: 12 }), validFrom: day },
  endsOn: fc.option(day, { nil: undefined }),
});

describe('The days of a template', () => {
  it('are exactly those that its rule names, whatever happens to the clocks', () => {
    fc.assert(
      fc.property(rule, day, fc.integer({ min: 0, max: 200 }), (asked, from, span) => {
        const to = plusDays(from, span);
        // Walked through week by week from the first day of validity, without any sum of days.
        const expected: string[] = [];
        let week = 0;
        for (let start = asked.validFrom; start <= to; start = plusDays(start, 7), week += 1) {
          for (let on = start; on < plusDays(start, 7); on = plusDays(on, 1)) {
            const isIn = on >= from && on <= to && (asked.endsOn === undefined || on <= asked.endsOn);
            if (week % asked.everyWeeks === 0 && isIn && asked.weekdays.includes(weekdayOf(on))) expected.push(on);
          }
        }
        expect(daysOf(asked, from, to)).toEqual(expected);
        expect(expected.every((on) => isDayOf(asked, on))).toBe(true);
      }),
    );
  });

  it('reach as many weeks ahead as the policy says, in both cities', () => {
    for (const city of [tehran, eastmere]) {
      for (const template of city.templates) {
        const days = daysAhead(template, city, AT);
        expect(days.length).toBeGreaterThan(0);
        expect(days.every((on) => on >= '2026-06-08' && on <= '2026-07-06')).toBe(true);
        expect(days.every((on) => template.weekdays.includes(weekdayOf(on)))).toBe(true);
      }
    }
  });

  it('can be left out, or held at another time and place', () => {
    const exceptions = [
      { on: '2026-06-15', skipped: true as const },
      { on: '2026-06-22', from: '14:00', to: '15:00', venue: 'phone' },
    ];
    const template = { ...TEMPLATE, exceptions };
    expect(heldOn(template, '2026-06-15')).toEqual({ skipped: true });
    expect(planOn(template, '2026-06-15', eastmere)).toBeUndefined();
    expect(planOn(template, '2026-06-22', eastmere)).toMatchObject({ from: '14:00', to: '15:00', venue: 'phone' });
    expect(heldOn(template, '2026-06-29')).toEqual({ from: '10:00', to: '12:00', venue: 'harbour-office' });
    expect(heldOn(template, '2026-06-30')).toBeUndefined();
  });
});

describe('The sessions of two templates', () => {
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const times = fc
    .uniqueArray(fc.integer({ min: 0, max: 95 }), { minLength: 2, maxLength: 2 })
    .map((quarters) => quarters.toSorted((a, b) => a - b).map((quarter) => clock(quarter * 15)))
    .map(([from = '', to = '']) => ({ from, to }));
  const template = fc.tuple(rule, times).map(([asked, held]) => ({ ...TEMPLATE, ...asked, ...held, slotMinutes: 15 }));
  const closures = fc.array(
    fc.tuple(day, fc.option(fc.constantFrom('09:15', '12:00'), { nil: undefined })).map(([on, from]) => ({
      on,
      ...(from && { from }),
    })),
    { maxLength: 20 },
  );
  const offices = fc
    .tuple(fc.constantFrom(...ZONES), fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }), closures)
    .map((parts) => inZone(...parts));

  it('are never in closed time and never overlap, begin when the clocks say so, and every day left out has its reason', () => {
    fc.assert(
      fc.property(fc.tuple(template, template), offices, day, ([first, second], office, from) => {
        const context = { office, by: THE_OFFICE, at: instantAt(from, '00:00', office.city.timeZone) };
        const templates = [
          { ...first, id: 'one' },
          { ...second, id: 'two' },
        ];
        const planned: Session[] = [];
        for (const one of templates) {
          for (const on of daysAhead(one, office, context.at)) {
            const plan = planOn(one, on, office);
            if (!plan) continue;
            const others = planned.filter((session) => session.on === on);
            const made = planSession(plan, others, context, others);
            if (made.agreed) planned.push(made.value.session);
            else expect(made.details.why ?? made.details.fields).toBeDefined();
          }
        }
        for (const [index, session] of planned.entries()) {
          const open = openHoursOn(office.city.calendar, session.on);
          expect(open.some((hours) => hours.opens <= session.startsAt && session.endsAt <= hours.closes)).toBe(true);
          expect(planned.slice(index + 1).some((other) => overlap(session, other))).toBe(false);
          const made = templates.find(({ id }) => id === session.template);
          expect(clockTimeOf(session.startsAt, office.city.timeZone)).toBe(made?.from);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('A template', () => {
  const office = { ...eastmere, templates: [TEMPLATE] };
  const context = { office, at: AT, by: THE_OFFICE };
  const tryOut = (more: Partial<SessionTemplate>) =>
    fitTemplate({ ...TEMPLATE, id: 'other', weekdays: [3], ...more }, context);

  it('is taken where it fits', () => {
    expect(tryOut({}).agreed).toBe(true);
    expect(fitTemplate(TEMPLATE, context).agreed).toBe(true);
  });

  it.each([
    ['of a post that nobody knows', { official: 'nobody' }, 'official', 'unknown'],
    ['at a place that nobody knows', { venue: 'moon' }, 'venue', 'unknown'],
    ['backwards', { from: '12:00', to: '10:00' }, 'to', 'before-start'],
    ['that ends before it begins', { endsOn: '2026-05-01' }, 'endsOn', 'before-start'],
    ['with a break outside', { breaks: [{ from: '09:30', to: '10:30' }] }, 'breaks.0', 'does-not-fit'],
    ['without room for a turn', { slotMinutes: 121 }, 'slotMinutes', 'does-not-fit'],
    ['that keeps more turns than it has', { urgentSlots: 8, walkInSlots: 5 }, 'urgentSlots', 'does-not-fit'],
    ['with people nobody knows', { attendees: [{ post: 'nobody' }] }, 'attendees.0', 'unknown'],
    ['before the office opens', { from: '07:00' }, 'from', 'outside-hours'],
    ['after it closes', { from: '16:00', to: '19:00' }, 'to', 'outside-hours'],
    ['at the weekend', { weekdays: [3, 7] }, 'weekdays.1', 'closed-that-day'],
    [
      'with an exception of another day',
      { exceptions: [{ on: '2026-06-11', skipped: true }] },
      'exceptions.0',
      'does-not-fit',
    ],
  ] as const)('is refused %s, and the field is named', (_, more, path, problem) => {
    expect(tryOut(more as Partial<SessionTemplate>)).toMatchObject({ details: { fields: [{ path, problem }] } });
  });

  it('is refused over another one of the official, and only where their weeks meet', () => {
    expect(tryOut({ weekdays: [1] })).toMatchObject({ details: { why: 'over-template', template: 'mornings' } });
    expect(tryOut({ weekdays: [1], from: '12:00', to: '13:00' }).agreed).toBe(true);
    const second = { ...TEMPLATE, everyWeeks: 2 };
    const meeting = (more: Partial<SessionTemplate>) =>
      fitTemplate({ ...second, id: 'other', ...more }, { ...context, office: { ...eastmere, templates: [second] } });
    expect(meeting({ validFrom: '2026-06-15' }).agreed).toBe(false);
    expect(meeting({ validFrom: '2026-06-08' }).agreed).toBe(true);
    expect(meeting({ validFrom: '2026-06-08', everyWeeks: 3 }).agreed).toBe(false);
  });
});
