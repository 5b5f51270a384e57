import * as z from 'zod/mini';
import { openDatabase } from '../open-database.ts';

const SCHEMA = `
  create table if not exists messages (
    id integer primary key, reference text not null unique, by text not null, sender text not null, recipient text not null,
    subject text not null, text text not null, at text not null
  );
  create table if not exists failing (recipient text primary key, how text not null);
`;

export const Incoming = z.object({
  to: z.string().check(z.minLength(1), z.maxLength(320)),
  from: z._default(z.string(), ''),
  subject: z._default(z.string(), ''),
  text: z.string().check(z.minLength(1), z.maxLength(100_000)),
  reference: z.string().check(z.minLength(1), z.maxLength(300)),
});
export type Incoming = z.infer<typeof Incoming>;

/** A message that the office has sent; `at` is the office's time. */
export const Kept = z.object({
  id: z.int(),
  reference: z.string(),
  by: z.enum(['sms', 'mail']),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  at: z.string(),
});
export type Kept = z.infer<typeof Kept>;

export const FAILURES = ['refused', 'temporary'] as const;
export type Failure = (typeof FAILURES)[number];
const Failing = z.object({ how: z.enum(FAILURES) });
const Row = z.object({ id: z.int() });

/** Messages and broken addresses in one SQLite file (`:memory:` for tests). */
export class OutboxStore {
  readonly #database: ReturnType<typeof openDatabase>;

  constructor(file: string) {
    this.#database = openDatabase(file, SCHEMA);
  }

  /** Keeps a message once, however often its reference comes; gives the number under which it is kept. */
  keep(by: Kept['by'], { reference, from, to, subject, text }: Incoming, at: string): number {
    this.#database
      .prepare(
        'insert into messages (reference, by, sender, recipient, subject, text, at) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing',
      )
      .run(reference, by, from, to, subject, text, at);
    return z.parse(Row, this.#database.prepare('select id from messages where reference = ?').get(reference)).id;
  }

  /** The newest first; all of one recipient if one is named. */
  messages({ to, limit = 200 }: { to?: string | undefined; limit?: number } = {}): Kept[] {
    const columns = 'id, reference, by, sender as "from", recipient as "to", subject, text, at';
    const rows =
      to === undefined
        ? this.#database.prepare(`select ${columns} from messages order by id desc limit ?`).all(limit)
        : this.#database
            .prepare(`select ${columns} from messages where recipient = ? order by id desc limit ?`)
            .all(to, limit);
    return z.parse(z.array(Kept), rows);
  }

  failureOf(to: string): Failure | undefined {
    const row = this.#database.prepare('select how from failing where recipient = ?').get(to);
    return row && z.parse(Failing, row).how;
  }

  /** From now on the address fails in that way, or works again. */
  setFailing(to: string, how: Failure | 'no'): void {
    if (how === 'no') this.#database.prepare('delete from failing where recipient = ?').run(to);
    else this.#database.prepare('insert or replace into failing (recipient, how) values (?, ?)').run(to, how);
  }

  failing(): { to: string; how: Failure }[] {
    const rows = this.#database.prepare('select recipient as "to", how from failing order by recipient').all();
    return z.parse(z.array(z.extend(Failing, { to: z.string() })), rows);
  }

  close(): void {
    this.#database.close();
  }
}
