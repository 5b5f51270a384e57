import { ALL_FAULTS, FAULTS, type Fault } from './faults.ts';
import { type Played, Stage } from './play.ts';
import { SITES } from './sites.ts';
import { type Doing, SITUATIONS, type SituationName } from './situations.ts';
import type { Place } from './wire.ts';

/** One fault at one call of what is done in a situation. */
export type Cell = {
  readonly situation: SituationName;
  readonly doing: Doing;
  readonly place: Place;
  readonly fault: Fault;
};

/** What comes of a doing if nothing goes wrong, and of the situation if it is left undone. */
export type Undisturbed = { readonly done: Played; readonly left: Played };

export type Matrix = {
  readonly cells: readonly Cell[];
  readonly undisturbed: ReadonlyMap<string, Undisturbed>;
};

export const nameOf = (situation: SituationName, doing: Doing): string => `${situation} / ${doing}`;

/**
 * Plays every doing of every situation once without a fault, and makes a cell of each fault that can happen to each call that
 * was heard. What runs by itself is the same whoever caused it: it counts once for each status, and once more where it follows
 * from a deadline.
 */
export const generate = async (): Promise<Matrix> => {
  const cells = new Map<string, Cell>();
  const undisturbed = new Map<string, Undisturbed>();
  for (const [situation, { doings }] of Object.entries(SITUATIONS) as [SituationName, { doings: readonly Doing[] }][]) {
    for (const doing of doings) {
      const done = await (await Stage.set(situation)).play(doing);
      const left = await (await Stage.set(situation)).play(doing, { isLeft: true });
      undisturbed.set(nameOf(situation, doing), { done, left });
      for (const place of [...done.heard, ...clocksOf(done.heard)])
        for (const fault of faultsAt(place)) {
          const cell = { situation, doing, place, fault };
          const key = keyOf(cell);
          if (!cells.has(key)) cells.set(key, cell);
        }
    }
  }
  return { cells: [...cells.values()], undisturbed };
};

const keyOf = ({ situation, doing, place, fault }: Cell): string => {
  const { process, site, nth, status } = place;
  const byItself = doing === 'deadline' ? 'after its deadline' : '';
  const whose = process === 'act' ? `${situation} ${doing}` : `${status} ${byItself}`;
  return [whose, process, site, nth, fault].join(' ');
};

/** Whoever decides looks at a clock of their own. */
const clocksOf = (heard: readonly Place[]): Place[] =>
  ['act', 'pass-deadline'].flatMap((process) => {
    const first = heard.find((place) => place.process === process);
    return first ? [{ ...first, site: 'clock.now', nth: 1 }] : [];
  });

/** A read that is made again is the same read; what is written again is another write. */
const faultsAt = ({ site, nth }: Place): Fault[] => {
  const kind = site === 'clock.now' ? 'clock' : SITES.get(site);
  if (!kind) throw new Error(`The matrix does not know the call ${site}`);
  if (nth > 1 && kind === 'read') return [];
  const kinds: readonly string[] = site === 'waitItems.get' ? [kind, 'wait-item'] : [kind];
  return ALL_FAULTS.filter((fault) => FAULTS[fault].some((able) => kinds.includes(able)));
};
