import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import * as z from 'zod/mini';
import type { Execution } from './execution.ts';
import type { HistoryEvent } from './history-event.ts';
import type { EventPage, ExecutionFilter, MachineRecord, Store } from './store.ts';

/**
 * What is committed survives the end of the process, whatever ends it. A loss of power may take the last transitions, as the
 * protocol of the table allows: there an execution that is behind or gone is found by the sweeper.
 */
const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS definitions (hash TEXT PRIMARY KEY, text TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS machines (arn TEXT PRIMARY KEY, definition_hash TEXT NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS executions (
    arn TEXT PRIMARY KEY, machine_arn TEXT NOT NULL, status TEXT NOT NULL, started_at INTEGER NOT NULL, stopped_at INTEGER,
    wake INTEGER, pending INTEGER NOT NULL, document TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS executions_by_wake ON executions (wake, arn) WHERE wake IS NOT NULL;
  CREATE INDEX IF NOT EXISTS executions_pending ON executions (started_at, arn) WHERE pending = 1;
  CREATE INDEX IF NOT EXISTS executions_by_end ON executions (stopped_at) WHERE stopped_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS executions_by_machine ON executions (machine_arn, started_at);
  CREATE TABLE IF NOT EXISTS events (arn TEXT NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (arn, id)) WITHOUT ROWID;
`;

const arnRow = z.object({ arn: z.string() });
const textRow = z.object({ text: z.string() });
const wakeRow = z.object({ wake: z.nullable(z.number()) });
const machineRow = z.object({
  arn: z.string(),
  definition_hash: z.string(),
  created_at: z.number(),
  updated_at: z.number(),
});

const toMachine = (row: unknown): MachineRecord => {
  const { arn, definition_hash, created_at, updated_at } = machineRow.parse(row);
  return { arn, definitionHash: definition_hash, createdAt: created_at, updatedAt: updated_at };
};

/** The documents are the engine's own, written by `save`; only their envelope is checked. */
const readDocument = <T>(row: unknown): T => JSON.parse(textRow.parse(row).text);

/** A store in one SQLite file, or in memory with the path `:memory:`. */
export function openSqliteStore(path: string): Store {
  const db = new DatabaseSync(path);
  db.exec(SCHEMA);
  const sql = prepared(db);

  /** All or nothing, also when the process dies half-way. */
  const transaction = (work: () => void) => {
    db.exec('BEGIN IMMEDIATE');
    try {
      work();
      db.exec('COMMIT');
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  };

  return {
    putMachine: ({ arn, definitionHash, createdAt, updatedAt }, definition) =>
      transaction(() => {
        sql('INSERT OR IGNORE INTO definitions VALUES (?, ?)').run(definitionHash, definition);
        sql('INSERT OR REPLACE INTO machines VALUES (?, ?, ?, ?)').run(arn, definitionHash, createdAt, updatedAt);
      }),
    machine: (arn) => {
      const row = sql('SELECT * FROM machines WHERE arn = ?').get(arn);
      return row && toMachine(row);
    },
    machines: () => sql('SELECT * FROM machines ORDER BY arn').all().map(toMachine),
    definition: (hash) => {
      const row = sql('SELECT text FROM definitions WHERE hash = ?').get(hash);
      return row && textRow.parse(row).text;
    },

    save: (execution, events, { wake, pending }) =>
      transaction(() => {
        const { arn, machineArn, status, startedAt, stoppedAt } = execution;
        sql('INSERT OR REPLACE INTO executions VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
          arn,
          machineArn,
          status,
          startedAt,
          stoppedAt ?? null,
          wake ?? null,
          pending ? 1 : 0,
          JSON.stringify(execution),
        );
        for (const event of events) {
          sql('INSERT INTO events VALUES (?, ?, ?)').run(arn, event.id, JSON.stringify(event));
        }
      }),
    load: (arn) => {
      const row = sql('SELECT document AS text FROM executions WHERE arn = ?').get(arn);
      return row && readDocument<Execution>(row);
    },
    executions: (filter) => selectExecutions(sql, filter),
    events: (arn, page) => selectEvents(sql, arn, page),
    forget: (closedUntil) =>
      transaction(() => {
        sql('DELETE FROM events WHERE arn IN (SELECT arn FROM executions WHERE stopped_at <= ?)').run(closedUntil);
        sql('DELETE FROM executions WHERE stopped_at <= ?').run(closedUntil);
      }),

    pending: () => arns(sql('SELECT arn FROM executions WHERE pending = 1 ORDER BY started_at, arn').all()),
    due: (now) => arns(sql('SELECT arn FROM executions WHERE wake <= ? ORDER BY wake, arn').all(now)),
    nextWake: () =>
      wakeRow.parse(sql('SELECT min(wake) AS wake FROM executions WHERE wake IS NOT NULL').get()).wake ?? undefined,
    close: () => db.close(),
  };
}

const arns = (rows: unknown[]) => rows.map((row) => arnRow.parse(row).arn);

type Sql = (text: string) => ReturnType<DatabaseSync['prepare']>;

/** Prepares each statement once. */
function prepared(db: DatabaseSync): Sql {
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  return (text) => {
    const statement = statements.get(text) ?? db.prepare(text);
    statements.set(text, statement);
    return statement;
  };
}

function selectExecutions(sql: Sql, { machineArn, status, limit, skip }: ExecutionFilter): Execution[] {
  const order = 'ORDER BY started_at DESC, arn LIMIT ? OFFSET ?';
  const where: [string, SQLInputValue[]] = status
    ? ['machine_arn = ? AND status = ?', [machineArn, status]]
    : ['machine_arn = ?', [machineArn]];
  const rows = sql(`SELECT document AS text FROM executions WHERE ${where[0]} ${order}`).all(...where[1], limit, skip);
  return rows.map((row) => readDocument<Execution>(row));
}

function selectEvents(sql: Sql, arn: string, { limit, newestFirst, after }: EventPage) {
  const rows = newestFirst
    ? sql('SELECT body AS text FROM events WHERE arn = ? AND id < ? ORDER BY id DESC LIMIT ?').all(
        arn,
        after ?? Number.MAX_SAFE_INTEGER,
        limit,
      )
    : sql('SELECT body AS text FROM events WHERE arn = ? AND id > ? ORDER BY id LIMIT ?').all(arn, after ?? 0, limit);
  return rows.map((row) => readDocument<HistoryEvent>(row));
}
