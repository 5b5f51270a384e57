import { say } from '../../domain/local-text.ts';
import { yearWithoutHolidays } from '../../domain/missing-holidays.ts';
import { isCurrent, type Office, today } from '../../domain/office.ts';
import type { Carrier } from '../../domain/ports/carriers.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Marks } from '../../domain/ports/marks.ts';
import { isPersian, sayNumber } from '../../domain/say-time.ts';
import type { User } from '../../domain/user.ts';
import { isAtWork } from '../../domain/working-time.ts';

export type RemindOfHolidaysNeeds = { readonly marks: Marks; readonly mail: Carrier; readonly clock: Clock };

/**
 * A month before a year begins whose holidays nobody has entered, the city's administrators are told, once, while the office is
 * at work. A mail that the gateway could not take yet is tried again.
 *
 * @returns how many were told
 */
export const remindOfHolidays = async (
  office: Office,
  { marks, mail, clock }: RemindOfHolidaysNeeds,
): Promise<number> => {
  const [{ city }, at] = [office, clock.now()];
  const missing = yearWithoutHolidays(office, at);
  if (!missing || !isAtWork(city.calendar, at)) return 0;
  const name = `holidays-${missing.year}`;
  if (await marks.has(city.id, name)) return 0;
  const readers = office.users.filter((user) => isAdministrator(user) && isCurrent(user, today(office, at)));
  const told = readers.flatMap(({ username, email, locale }) =>
    email === undefined
      ? []
      : { to: email, ...wordsOf(office, missing.year, locale), reference: `${name}.${username}` },
  );
  const sent = await Promise.all(told.map((message) => mail.send(message)));
  if (sent.length === 0 || sent.some((one) => !one.ok && one.kind === 'temporary')) return 0;
  await marks.set(city.id, name, at);
  return sent.filter(({ ok }) => ok).length;
};

const isAdministrator = ({ roles }: User): boolean => roles.some(({ role }) => role === 'administrator');

const wordsOf = ({ city }: Office, year: number, locale: string) => {
  const [name, number] = [say(city.name, locale, city.locales[0]), sayNumber(year, { locale })];
  return isPersian({ locale })
    ? {
        subject: `تعطیلات سال ${number} هنوز ثبت نشده است`,
        text: `با سلام\n\nکمتر از یک ماه به آغاز سال ${number} مانده و در تقویم کاری ${name} هیچ تعطیلی‌ای برای آن ثبت نشده است. تا تعطیلات وارد نشود، مهلت‌هایی که به سال آینده می‌رسند زودتر از موعد واقعی شمرده می‌شوند.\n\nلطفاً فهرست تعطیلات رسمی را در بخش تقویم کاری وارد کنید؛ پیش از ثبت می‌توانید ببینید چند مهلت جابه‌جا می‌شود.\n`,
      }
    : {
        subject: `The holidays of ${number} are missing`,
        text: `Good day,\n\n${number} begins within a month, and the working calendar of ${name} has no holiday for it yet. Until they are entered, deadlines that reach into the new year are counted too early.\n\nPlease enter the official holidays in the working calendar; before they are taken over you can see how many dates would move.\n`,
      };
};
