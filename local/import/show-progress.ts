import type { Tally } from './tally.ts';

const EVERY_MS = 1000;

/** Says once a second how far it is and how fast it went since the last line. Call `end` when it is over. */
export const showProgress = (tally: Tally, say: (line: string) => void) => {
  let total: number | undefined;
  let before = 0;
  const line = () => {
    if (total === undefined) return;
    const { rows, registered, known, rejected } = tally.summary();
    const perSecond = Math.round(((rows - before) * 1000) / EVERY_MS);
    before = rows;
    say(
      `${rows} of ${total} rows, ${total - rows} to go, ${perSecond}/s; registered ${registered}, known ${known}, rejected ${rejected}`,
    );
  };
  const timer = setInterval(line, EVERY_MS);
  return {
    begin(rows: number): void {
      total = rows;
      say(`${rows} rows to read`);
    },
    end(): void {
      clearInterval(timer);
    },
  };
};
