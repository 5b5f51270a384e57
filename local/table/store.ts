import { join } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { openDatabase } from '../open-database.ts';
import type { Item } from './attribute-value.ts';
import type { Place, Range } from './place.ts';
import type { TableDefinition } from './table-definition.ts';

/** An item's body stands once, in `items`; its places in the table's order and in the orders of its indexes point to it. */
const SCHEMA = `
  pragma locking_mode = exclusive;
  create table if not exists tables (space integer primary key, name text unique not null, definition text not null);
  create table if not exists items (id integer primary key, space integer not null, body text not null, expires_at integer);
  create index if not exists items_that_expire on items (expires_at) where expires_at is not null;
  create table if not exists places (
    space integer not null, place blob not null, item integer not null, primary key (space, place)
  ) without rowid;
  create table if not exists tokens (
    token text primary key, request text not null, sizes text not null, expires_at integer not null
  ) without rowid;
  create index if not exists tokens_by_age on tokens (expires_at);
`;

export type Stored = { id: number; item: Item };

export type SpacePlace = { space: number; place: Place };

/** Remembered outcome of a transaction that carried a ClientRequestToken. */
export type RememberedToken = { request: string; sizes: string };

/**
 * One SQLite file, opened by one process only: write-ahead log, fsync at every commit. Nothing here waits, so that
 * a whole operation between `atomically` and its end is never interleaved with another. Operations of one turn share a commit.
 */
export class Store {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  /** The writes that will reach the disk together. */
  #group: { settled: Promise<void>; commit: () => void; turn: NodeJS.Immediate } | undefined;

  /** Keeps everything in `folder`/table.sqlite, or in memory without a folder. Throws if another process has the file open. */
  constructor(folder: string | undefined) {
    this.#db = openDatabase(folder === undefined ? ':memory:' : join(folder, 'table.sqlite'), SCHEMA);
  }

  /** Does all of the work or, if it throws, nothing. It may be told to nobody before `settled`. */
  atomically<T>(work: () => T): T {
    this.#begin();
    this.#run('savepoint work');
    try {
      const result = work();
      this.#run('release work');
      return result;
    } catch (error) {
      if (this.#db.isTransaction) {
        this.#run('rollback to work');
        this.#run('release work');
      }
      throw error;
    }
  }

  /** Resolves when everything done so far is on the disk; rejects if it did not get there. */
  settled(): Promise<void> {
    return this.#group?.settled ?? Promise.resolve();
  }

  /** What is written in one turn of the event loop reaches the disk together: sixteen writers wait for one fsync. */
  #begin(): void {
    if (this.#group) return;
    this.#run('begin immediate');
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    // Whoever waits is told; where nobody does, there is nobody to tell.
    promise.catch(() => {});
    const commit = () => {
      this.#group = undefined;
      try {
        this.#run('commit');
        resolve();
      } catch (error) {
        if (this.#db.isTransaction) this.#run('rollback');
        reject(error);
      }
    };
    this.#group = { settled: promise, commit, turn: setImmediate(commit) };
  }

  definitions(): TableDefinition[] {
    return this.#prepare('select definition from tables')
      .all()
      .map(({ definition }) => JSON.parse(String(definition)));
  }

  saveDefinition(definition: TableDefinition): void {
    this.#run(
      'insert into tables (space, name, definition) values (?, ?, ?) on conflict (name) do update set definition = excluded.definition',
      definition.space,
      definition.name,
      JSON.stringify(definition),
    );
  }

  deleteTable({ space, indexes }: TableDefinition): void {
    this.#run('delete from items where id in (select item from places where space = ?)', space);
    for (const order of [space, ...indexes.map((index) => index.space)])
      this.#run('delete from places where space = ?', order);
    this.#run('delete from tables where space = ?', space);
  }

  find({ space, place }: SpacePlace): Stored | undefined {
    const row = this.#prepare(
      'select id, body from places join items on id = item where places.space = ? and place = ?',
    ).get(space, place);
    return row && { id: Number(row.id), item: JSON.parse(String(row.body)) };
  }

  /** Items of a table or index in the order of their places. */
  *inOrder(space: number, { from, to }: Range, backward: boolean): Generator<{ place: Place; item: Item }> {
    const direction = backward ? 'desc' : 'asc';
    const rows = this.#prepare(
      `select place, body from places cross join items on id = item
       where places.space = ? and place >= ? and place < ? order by place ${direction}`,
    ).iterate(space, from, to);
    for (const { place, body } of rows) {
      if (place instanceof Uint8Array) yield { place: Buffer.from(place), item: JSON.parse(String(body)) };
    }
  }

  /** All items of a table in the order of their making; their bodies and expiry may be changed meanwhile. */
  *ofTable(space: number): Generator<Stored> {
    const rows = this.#prepare('select id, body from items where space = ? order by id').iterate(space);
    for (const { id, body } of rows) yield { id: Number(id), item: JSON.parse(String(body)) };
  }

  insert(space: number, item: Item, expiresAt: number | undefined): number {
    const body = JSON.stringify(item);
    const sql = 'insert into items (space, body, expires_at) values (?, ?, ?)';
    return Number(this.#run(sql, space, body, expiresAt ?? null).lastInsertRowid);
  }

  replace(id: number, item: Item, expiresAt: number | undefined): void {
    this.#run('update items set body = ?, expires_at = ? where id = ?', JSON.stringify(item), expiresAt ?? null, id);
  }

  remove(id: number): void {
    this.#run('delete from items where id = ?', id);
  }

  setExpiry(id: number, expiresAt: number | undefined): void {
    this.#run('update items set expires_at = ? where id = ?', expiresAt ?? null, id);
  }

  enter({ space, place }: SpacePlace, id: number): void {
    this.#run('insert into places (space, place, item) values (?, ?, ?)', space, place, id);
  }

  leave({ space, place }: SpacePlace): void {
    this.#run('delete from places where space = ? and place = ?', space, place);
  }

  /** At most `most` items whose expiry lies after `since` and not after `until` (epoch seconds). */
  expired(since: number, until: number, most: number): (Stored & { space: number })[] {
    return this.#prepare('select id, space, body from items where expires_at > ? and expires_at <= ? limit ?')
      .all(since, until, most)
      .map(({ id, space, body }) => ({ id: Number(id), space: Number(space), item: JSON.parse(String(body)) }));
  }

  /** Forgets tokens older than `now` (epoch milliseconds) first. */
  recallToken(token: string, now: number): RememberedToken | undefined {
    this.#run('delete from tokens where expires_at <= ?', now);
    const row = this.#prepare('select request, sizes from tokens where token = ?').get(token);
    return row && { request: String(row.request), sizes: String(row.sizes) };
  }

  rememberToken(token: string, { request, sizes }: RememberedToken, until: number): void {
    this.#run(
      'insert into tokens (token, request, sizes, expires_at) values (?, ?, ?, ?)',
      token,
      request,
      sizes,
      until,
    );
  }

  close(): void {
    clearImmediate(this.#group?.turn);
    this.#group?.commit();
    this.#statements.clear();
    this.#db.close();
  }

  #run(sql: string, ...values: (string | number | Uint8Array | null)[]) {
    return this.#prepare(sql).run(...values);
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
