import { type Dice, diceOf } from '../../local/demo/dice.ts';
import { CALL_FAULTS, MACHINE_FAULTS, type MachineFault, type Plan } from './faults.ts';

/** One moment of a life: whatever is done then follows from its number, also when the next moment comes. */
export type Moment = { readonly roll: number; readonly fault?: Plan; readonly machine?: MachineFault };
/** From the minute of its submission on, moment by moment. */
export type Life = { readonly startsAfterMinutes: number; readonly moments: readonly Moment[] };

const DISASTERS = [
  'execution-closed',
  'execution-missing',
  'engine-lost',
  'step-functions-away',
  'definition-replaced',
  'holiday',
  'closure',
  'session-changed',
  'session-cancelled',
  'schedule-fault',
] as const;
/** What happens to the city as a whole. */
export type Disaster = {
  readonly afterMinutes: number;
  readonly kind: (typeof DISASTERS)[number];
  readonly roll: number;
};

/** All that decides how a world goes: played twice, it goes the same way twice. */
export type Script = { readonly lives: readonly Life[]; readonly disasters: readonly Disaster[] };

const ROLLS = 2 ** 31;
const MOMENTS = 18;
const DAY = 24 * 60;
const ARRIVE_WITHIN_DAYS = 20;
const DISASTERS_WITHIN_DAYS = 70;
/** Of so many moments, one meets a fault. */
const MOMENTS_PER_FAULT = 4;
const MOMENTS_PER_MACHINE_FAULT = 12;
/** A fault hits one of the first calls of an act; few acts make more. */
const CALLS = 6;

/** The script of a world of so many lives, from a seed. */
export const writeScript = (seed: string, lives: number): Script => {
  const dice = diceOf(seed);
  return {
    lives: Array.from({ length: lives }, () => ({
      startsAfterMinutes: dice(ARRIVE_WITHIN_DAYS * DAY),
      moments: Array.from({ length: MOMENTS }, () => momentOf(dice)),
    })),
    disasters: Array.from({ length: Math.ceil(lives / 2) }, () => ({
      afterMinutes: dice(DISASTERS_WITHIN_DAYS * DAY),
      kind: DISASTERS[dice(DISASTERS.length)] ?? 'holiday',
      roll: dice(ROLLS),
    })),
  };
};

const momentOf = (dice: Dice): Moment => {
  const roll = dice(ROLLS);
  const machine = dice(MOMENTS_PER_MACHINE_FAULT) === 0 ? MACHINE_FAULTS[dice(MACHINE_FAULTS.length)] : undefined;
  const plan = { kind: CALL_FAULTS[dice(CALL_FAULTS.length)] ?? 'throttled', call: dice(CALLS) };
  const isPlanned = dice(MOMENTS_PER_FAULT) === 0;
  return { roll, ...(isPlanned && { fault: plan }), ...(machine !== undefined && { machine }) };
};
