type CalendarEntry = {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place?: string | undefined;
};

/** RFC 5545 counts octets; a line goes on after a break and a space. */
const MOST_OCTETS = 75;

/** One entry as a calendar reads it (RFC 5545), with a reminder a day before. */
export const calendarFile = ({ id, title, startsAt, endsAt, place }: CalendarEntry, now: string): string =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//public-meeting//portal//EN', 'BEGIN:VEVENT'],
    ...[`UID:${id}`, `DTSTAMP:${moment(now)}`, `DTSTART:${moment(startsAt)}`, `DTEND:${moment(endsAt)}`],
    `SUMMARY:${escaped(title)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, 'TRIGGER:-P1D', 'END:VALARM'],
    ...['END:VEVENT', 'END:VCALENDAR', ''],
  ]
    .map(folded)
    .join('\r\n');

/** `2027-02-01T06:00:00.000Z` → `20270201T060000Z` */
const moment = (at: string): string => at.replace(/[-:]|\.\d+/g, '');

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** Never in the middle of a character. */
const folded = (line: string): string => {
  const octets = (text: string): number => new TextEncoder().encode(text).length;
  const lines = [''];
  for (const character of line) {
    const last = lines.at(-1) ?? '';
    if (octets(last + character) > MOST_OCTETS) lines.push(` ${character}`);
    else lines[lines.length - 1] = last + character;
  }
  return lines.join('\r\n');
};
