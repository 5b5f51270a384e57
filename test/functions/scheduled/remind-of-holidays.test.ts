import { beforeEach, expect, test } from 'vitest';
import { remindOfHolidays } from '../../../functions/scheduled/remind-of-holidays.ts';
import { MemoryCarrier } from '../../support/memory/memory-carrier.ts';
import { agreed, createWorld, type World } from '../../support/world.ts';

let world: World;
/** The administrator can be written to, and no holiday of the coming year is known. */
beforeEach(async () => {
  world = await createWorld({ city: 'tehran' });
  const { city, users } = world.office();
  const holidays = city.calendar.holidays.filter(({ on }) => on < '2027-03-21');
  agreed(await world.directory.put('tehran', 'city', { ...city, calendar: { ...city.calendar, holidays } }));
  const administrator = users.find(({ roles }) => roles.some(({ role }) => role === 'administrator'));
  if (!administrator) throw new Error('There is an administrator');
  agreed(await world.directory.put('tehran', 'user', { ...administrator, email: 'admin@meeting.example' }));
});
const remindAt = (at: string) => {
  world.clock.moveTo(at);
  return remindOfHolidays(world.office(), world);
};

test('a month before a year without holidays the administrators are told, once, in working time', async () => {
  expect(await remindAt('2027-02-10T08:00:00.000Z')).toBe(0);
  expect(await remindAt('2027-02-22T02:00:00.000Z')).toBe(0);
  expect(await remindAt('2027-02-22T08:00:00.000Z')).toBe(1);
  expect(await remindAt('2027-02-23T08:00:00.000Z')).toBe(0);
  expect(world.mail.sent).toMatchObject([
    { to: 'admin@meeting.example', subject: 'تعطیلات سال ۱۴۰۶ هنوز ثبت نشده است' },
  ]);
});

test('nobody is told once a holiday of the coming year is known', async () => {
  const { city } = world.office();
  const holidays = [...city.calendar.holidays, { on: '2027-03-21', name: { fa: 'نوروز', en: 'Nowruz' } }];
  agreed(await world.directory.put('tehran', 'city', { ...city, calendar: { ...city.calendar, holidays } }));
  expect(await remindAt('2027-02-22T08:00:00.000Z')).toBe(0);
});

test('a mail that the gateway cannot take is tried again', async () => {
  world.clock.moveTo('2027-02-22T08:00:00.000Z');
  const busy = { send: async () => ({ ok: false, kind: 'temporary' }) as const };
  expect(await remindOfHolidays(world.office(), { ...world, mail: busy })).toBe(0);
  const mail = new MemoryCarrier();
  expect(await remindOfHolidays(world.office(), { ...world, mail })).toBe(1);
  expect(mail.sent).toHaveLength(1);
});
