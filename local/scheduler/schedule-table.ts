import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';

export const SCHEDULE_TABLE = `
  create table if not exists schedules (
    name text primary key, expression text not null, time_zone text not null, target text not null,
    input text not null, enabled integer not null, delete_when_done integer not null, created_at integer not null,
    changed_at integer not null, last_fired_at integer, due_at integer, try_at integer, attempts integer not null
  ) without rowid;
  create index if not exists schedules_by_try on schedules (try_at) where try_at is not null;`;

const Row = z.object({
  name: z.string(),
  expression: z.string(),
  time_zone: z.string(),
  target: z.string(),
  /** JSON. */
  input: z.string(),
  enabled: z.number(),
  delete_when_done: z.number(),
  created_at: z.number(),
  changed_at: z.number(),
  /** The occurrence that was delivered last. */
  last_fired_at: z.nullable(z.number()),
  /** The occurrence to deliver next; null when there is none. */
  due_at: z.nullable(z.number()),
  /** When to deliver it: `due_at`, or later after a failure. */
  try_at: z.nullable(z.number()),
  attempts: z.number(),
});
export type ScheduleRow = z.infer<typeof Row>;
/** The schedules on disk. All times are epoch milliseconds of the product clock. */
export function openScheduleTable(database: DatabaseSync) {
  const one = database.prepare('select * from schedules where name = ?');
  const named = database.prepare(
    'select * from schedules where name > ?1 and substr(name, 1, length(?2)) = ?2 order by name limit ?3',
  );
  const due = database.prepare('select * from schedules where try_at <= ? order by due_at, name');
  const earliest = database.prepare('select min(try_at) as at from schedules');
  const write = database.prepare(
    `insert or replace into schedules values
     (:name, :expression, :time_zone, :target, :input, :enabled, :delete_when_done, :created_at, :changed_at,
      :last_fired_at, :due_at, :try_at, :attempts)`,
  );
  const remove = database.prepare('delete from schedules where name = ?');
  const settle = database.prepare(
    `update schedules set last_fired_at = due_at, due_at = :next, try_at = :next, attempts = 0
     where name = :name and due_at = :due`,
  );
  const postpone = database.prepare(
    'update schedules set try_at = :again, attempts = attempts + 1 where name = :name and due_at = :due',
  );
  const removeDone = database.prepare(
    'delete from schedules where name = ? and due_at is null and delete_when_done = 1',
  );

  return {
    find(name: string): ScheduleRow | undefined {
      const row = one.get(name);
      return row && Row.parse(row);
    },
    list: (after: string, prefix: string, limit: number) =>
      named.all(after, prefix, limit).map((row) => Row.parse(row)),
    due: (now: number) => due.all(now).map((row) => Row.parse(row)),
    earliest: (): number | undefined => z.object({ at: z.nullable(z.number()) }).parse(earliest.get()).at ?? undefined,
    write: (row: ScheduleRow) => void write.run({ ...row }),
    remove: (name: string): boolean => remove.run(name).changes === 1,

    /** Ends one occurrence, unless the schedule was changed meanwhile. Without a next one it is done. */
    settle({ name, due_at: due }: ScheduleRow, next: number | undefined): void {
      settle.run({ name, due, next: next ?? null });
      removeDone.run(name);
    },

    /** Keeps one occurrence for later, unless the schedule was changed meanwhile. */
    postpone: ({ name, due_at: due }: ScheduleRow, again: number) => void postpone.run({ name, due, again }),
  };
}
