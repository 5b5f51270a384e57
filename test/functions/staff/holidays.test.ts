import { beforeEach, describe, expect, test } from 'vitest';
import { eastmere } from '../../../cities/eastmere.ts';
import { loadCity, showCalendar } from '../../../contract/staff/city.ts';
import { importHolidays, previewHolidays } from '../../../contract/staff/holidays.ts';
import { run } from '../../../functions/scheduled/run-jobs.ts';
import { acceptIt } from '../../support/lives.ts';
import { createStaffWorld, type StaffWorld } from './staff-world.ts';

const both = (text: string) => ({ en: text, fa: text });
const OFFICIAL = 'harbour-alderman';

let world: StaffWorld;
beforeEach(async () => {
  world = await createStaffWorld();
});

const list = (days: readonly string[], more: object = {}) => ({
  ...{ year: 2026, system: 'gregory', ...more },
  rows: days.map((on) => ({ on, name: both('Regatta') })),
});
const known = eastmere.city.calendar.holidays.map(({ on }) => on).filter((on) => on.startsWith('2026'));
const ask = (operation: typeof importHolidays | typeof previewHolidays, body: object) =>
  world.call('administrator', operation, { body });

describe('The holidays of a year', () => {
  test('are shown before they are taken over: which days, and how many open dates they move', async () => {
    await acceptIt(world, await world.submitRequest({ official: OFFICIAL }));
    await world.submitRequest({ official: OFFICIAL });
    const shown = await ask(previewHolidays, list([...known, '2026-06-10']));
    expect(shown.body).toEqual({ added: ['2026-06-10'], removed: [], moves: 2, lookedAt: 2, isAll: true });
    const fewer = await ask(previewHolidays, list(known.slice(1)));
    expect(fewer.body).toMatchObject({ added: [], removed: known.slice(0, 1) });
  });

  test('hold at once, move the open dates once, and may be taken over again', async () => {
    const request = await acceptIt(world, await world.submitRequest({ official: OFFICIAL }));
    const body = { ...list([...known, '2026-06-10']), reason: 'Regatta' };
    for (const moved of [1, 0]) {
      expect(await ask(importHolidays, body)).toMatchObject({ status: 200, body: { holidays: known.length + 1 } });
      world.clock.forward(1);
      expect((await run(world)).moved).toBe(moved);
    }
    const after = await world.requests.find(world.city, request.id);
    expect(after?.promised?.sum).toMatchObject({ skippedOn: expect.arrayContaining(['2026-06-10']) });
    const { body: shown } = await world.call('administrator', showCalendar, {});
    expect(shown).toMatchObject({
      calendar: { holidays: expect.arrayContaining([expect.objectContaining({ on: '2026-06-10' })]) },
    });
  });

  test('may be those of one unit, which the others do not keep', async () => {
    expect((await ask(importHolidays, { ...list(['2026-06-10'], { unit: 'harbour' }), reason: 'Fair' })).status).toBe(
      200,
    );
    const holidays = [{ on: '2026-06-10', name: both('Regatta') }];
    const { body } = await world.call('administrator', showCalendar, { query: { unit: 'harbour' } });
    expect(body).toMatchObject({ override: { holidays } });
    expect((await ask(importHolidays, { ...list(['2026-06-10'], { unit: 'moon' }), reason: 'Fair' })).status).toBe(422);
  });

  test('are refused row by row, and nothing of them holds', async () => {
    const wrong = await ask(importHolidays, { ...list(['2026-06-10', '2026-02-30', '2027-01-01']), reason: 'Regatta' });
    expect(wrong.body).toMatchObject({
      type: 'invalid',
      fields: [
        { path: 'rows.1.on', problem: 'unknown-date', message: 'No calendar has such a day.' },
        { path: 'rows.2.on', problem: 'outside-the-year' },
      ],
    });
    expect(world.office().city.calendar).toEqual(eastmere.city.calendar);
  });
});

test('A city’s file with another calendar moves open dates; the same file again does not', async () => {
  await acceptIt(world, await world.submitRequest({ official: OFFICIAL }));
  const { calendar } = eastmere.city;
  const holidays = [...calendar.holidays, { on: '2026-06-10', name: both('Regatta') }];
  const file = { ...eastmere, city: { ...eastmere.city, calendar: { ...calendar, holidays } } };
  for (const moved of [1, 0]) {
    expect((await world.call('administrator', loadCity, { body: file })).status).toBe(200);
    world.clock.forward(1);
    expect((await run(world)).moved).toBe(moved);
  }
});
