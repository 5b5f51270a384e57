import type { Clock } from '../clock.ts';
import { openDatabase } from '../open-database.ts';
import { parseExpression, ScheduleError } from './expression.ts';
import { openScheduleTable, SCHEDULE_TABLE, type ScheduleRow } from './schedule-table.ts';

export type Schedule = {
  name: string;
  /** `rate(…)`, `cron(…)` or `at(…)`, as EventBridge Scheduler reads them. */
  expression: string;
  timeZone: string;
  /** The name of one of the targets. */
  target: string;
  /** Handed to the target as it is; JSON. */
  input: unknown;
  /** A disabled schedule stays but never fires. */
  enabled?: boolean;
  /** Whether a schedule disappears after its last occurrence. */
  deleteWhenDone?: boolean;
};

/** What a schedule calls; `scheduledAt` is the instant it was due. It may be called twice for one occurrence. */
export type Target = (input: unknown, scheduledAt: string) => Promise<void>;

export type SchedulerOptions = { file: string; clock: Clock; targets: Readonly<Record<string, Target>> };

export type Scheduler = ReturnType<typeof openScheduler>;

/** Timers are set for a minute at most, so that neither sleep of the computer nor 32-bit limits matter. */
const LONGEST_TIMER_MS = 60_000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** As EventBridge Scheduler by default; then the occurrence is given up. */
const MOST_ATTEMPTS = 186;

/**
 * Calls targets when their schedules say so, on the product clock. Schedules are kept on disk: what fell due while
 * nobody was running, or was jumped over by a moved clock, fires once, and then goes on from now. A target that
 * fails is tried again, each time after twice the wait.
 */
export function openScheduler({ file, clock, targets }: SchedulerOptions) {
  const database = openDatabase(file, SCHEDULE_TABLE);
  const table = openScheduleTable(database);
  let running = false;
  let timer: NodeJS.Timeout | undefined;
  let firing = Promise.resolve();

  /**
   * Makes the schedule, or changes it. Unless its times change, it keeps the occurrence it is waiting for and the
   * one it fired last. Throws `ScheduleError`.
   */
  function ensure(schedule: Schedule): void {
    const { name, expression, timeZone, target, input, enabled = true, deleteWhenDone = false } = schedule;
    if (!targets[target]) throw new ScheduleError(`No target is called ${target}.`);
    const now = clock.now();
    const known = table.find(name);
    const sameTimes =
      known?.expression === expression && known.time_zone === timeZone && known.enabled === Number(enabled);
    const occurrences = parseExpression(expression, timeZone, now);
    // A one-time schedule counts even if its time has passed.
    const from = expression.startsWith('at(') ? Number.MIN_SAFE_INTEGER : now;
    const first = enabled ? (occurrences.nextAfter(from) ?? null) : null;
    table.write({
      name,
      expression,
      time_zone: timeZone,
      target,
      input: JSON.stringify(input),
      enabled: Number(enabled),
      delete_when_done: Number(deleteWhenDone),
      created_at: known?.created_at ?? now,
      changed_at: now,
      last_fired_at: known?.last_fired_at ?? null,
      due_at: sameTimes ? known.due_at : first,
      try_at: sameTimes ? known.try_at : first,
      attempts: sameTimes ? known.attempts : 0,
    });
    arm();
  }

  async function fire(row: ScheduleRow): Promise<void> {
    try {
      const target = targets[row.target];
      if (!target) throw new Error(`No target is called ${row.target}.`);
      await target(JSON.parse(row.input), new Date(row.due_at ?? 0).toISOString());
    } catch (error) {
      console.error(`The schedule ${row.name} failed (attempt ${row.attempts + 1}):`, error);
      if (row.attempts + 1 < MOST_ATTEMPTS) {
        const wait = Math.min(1000 * 2 ** row.attempts, LONGEST_WAIT_MS);
        return table.postpone(row, clock.now() + wait);
      }
    }
    const { nextAfter } = parseExpression(row.expression, row.time_zone, row.due_at ?? row.created_at);
    table.settle(row, nextAfter(clock.now()));
  }

  async function fireAll(): Promise<void> {
    for (const row of table.due(clock.now())) await fire(row);
  }

  /** Fires what is due now, each schedule once, in the order of their times; calls at the same time queue up. */
  function fireDue(): Promise<void> {
    firing = firing.then(fireAll, fireAll);
    return firing;
  }

  function arm(): void {
    clearTimeout(timer);
    if (!running) return;
    const due = table.earliest();
    const wait = due === undefined ? LONGEST_TIMER_MS : Math.min(clock.msUntil(due), LONGEST_TIMER_MS);
    const complain = (error: unknown) => console.error('The scheduler could not fire:', error);
    timer = setTimeout(() => void fireDue().catch(complain).then(arm), wait);
  }

  function stop(): void {
    running = false;
    clearTimeout(timer);
  }

  return {
    ensure,
    find: table.find,
    list: table.list,
    remove: table.remove,

    /** When something is to be done next, in epoch milliseconds; `undefined` if never. */
    nextDue: table.earliest,
    fireDue,

    /** Begins to fire by itself, at once what was missed. */
    start(): void {
      running = true;
      arm();
    },
    stop,

    /** To be told when the clock was moved or changed its speed. */
    clockMoved: arm,

    /** Waits for what is being fired. */
    async close(): Promise<void> {
      stop();
      await firing.catch(() => {});
      database.close();
    },
  };
}
