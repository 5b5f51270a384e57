import type { BodyOf } from '../../../contract/operation.ts';
import type { putSessionTemplate } from '../../../contract/staff/session-template.ts';
import { clockTime } from '../clock-time.ts';

type Breaks = BodyOf<typeof putSessionTemplate>['breaks'];

/** «۱۰:۰۰ – ۱۰:۱۵»: two times of the clock with something between them that is neither a digit nor a colon. */
const LINE = /^([\d۰-۹]{1,2}:[\d۰-۹]{2})[^\d۰-۹:]+([\d۰-۹]{1,2}:[\d۰-۹]{2})$/;

/** Breaks as they are written, one a line; undefined if a line cannot be read. */
export const readBreaks = (text: string): Breaks | undefined => {
  const lines = text.split('\n').map((line) => line.trim());
  const read = lines.filter((line) => line !== '').map((line) => LINE.exec(line));
  const breaks = read.flatMap((times) =>
    times ? [{ from: clockTime(times[1] ?? ''), to: clockTime(times[2] ?? '') }] : [],
  );
  return breaks.length === read.length ? breaks : undefined;
};

/** The same breaks as they would be written. */
export const writeBreaks = (breaks: Breaks): string => breaks.map(({ from, to }) => `${from}–${to}`).join('\n');
