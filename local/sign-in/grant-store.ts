import type { DatabaseSync } from 'node:sqlite';
import type { Adapter } from 'oidc-provider';
import * as z from 'zod/mini';

export const GRANT_TABLE = `
  create table if not exists grants (
    model text not null, id text not null, payload text not null, grant_id text, uid text, expires_at integer,
    primary key (model, id)
  ) without rowid;
  create index if not exists grants_by_grant on grants (model, grant_id);
  create index if not exists grants_by_uid on grants (model, uid);
  create index if not exists grants_by_expiry on grants (expires_at);`;

const Row = z.object({ payload: z.string() });
const nowInSeconds = () => Math.floor(Date.now() / 1000);

/** Where oidc-provider keeps its sessions, codes and refresh tokens, so that they outlive a restart. */
export function createGrantStore(database: DatabaseSync, model: string): Adapter {
  const select = (column: 'id' | 'uid') =>
    database.prepare(
      `select payload from grants where model = ? and ${column} = ? and (expires_at is null or expires_at > ?)`,
    );
  const [byId, byUid] = [select('id'), select('uid')];
  const replace = database.prepare('insert or replace into grants values (?, ?, ?, ?, ?, ?)');
  const expire = database.prepare('delete from grants where expires_at <= ?');
  const consume = database.prepare(
    `update grants set payload = json_set(payload, '$.consumed', ?) where model = ? and id = ?`,
  );
  const destroy = database.prepare('delete from grants where model = ? and id = ?');
  const revoke = database.prepare('delete from grants where model = ? and grant_id = ?');
  const parse = (row: unknown) => (row ? JSON.parse(Row.parse(row).payload) : undefined);

  return {
    async upsert(id, payload, secondsLeft) {
      const now = nowInSeconds();
      expire.run(now);
      const expiresAt = secondsLeft === undefined ? null : now + secondsLeft;
      replace.run(model, id, JSON.stringify(payload), payload.grantId ?? null, payload.uid ?? null, expiresAt);
    },
    find: async (id) => parse(byId.get(model, id, nowInSeconds())),
    findByUid: async (uid) => parse(byUid.get(model, uid, nowInSeconds())),
    findByUserCode: async () => undefined,
    async consume(id) {
      consume.run(nowInSeconds(), model, id);
    },
    async destroy(id) {
      destroy.run(model, id);
    },
    async revokeByGrantId(grantId) {
      revoke.run(model, grantId);
    },
  };
}

/** Forgets every session, code and refresh token of an account; an access token that is out lives until its minutes are over. */
export function endGrantsOf(database: DatabaseSync, sub: string): void {
  database.prepare(`delete from grants where json_extract(payload, '$.accountId') = ?`).run(sub);
}
