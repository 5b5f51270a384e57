import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import type { Tags } from './tags.ts';

export const OBJECT_TABLES = `
  create table if not exists buckets (name text primary key) without rowid;
  create table if not exists objects (
    bucket text not null, key text not null, file text not null, size integer not null, md5 text not null,
    sha256 text not null, crc32 text not null, headers text not null, tags text not null, modified_at integer not null,
    primary key (bucket, key)
  ) without rowid;`;

const Texts = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text): unknown => JSON.parse(text)),
  ),
  z.record(z.string(), z.string()),
);
const Row = z.object({
  bucket: z.string(),
  key: z.string(),
  file: z.string(),
  size: z.number(),
  md5: z.string(),
  sha256: z.string(),
  crc32: z.string(),
  /** What to answer with, such as `content-type` and `x-amz-meta-…`. */
  headers: Texts,
  tags: Texts,
  /** Milliseconds since 1970, real time. */
  modified_at: z.number(),
});
const File = z.object({ file: z.string() });

export type StoredObject = z.infer<typeof Row>;
export type ObjectTable = ReturnType<typeof openObjectTable>;

/** What is known of each object. A row is what makes an object exist. */
export function openObjectTable(database: DatabaseSync) {
  const addBucket = database.prepare('insert or ignore into buckets values (?)');
  const bucket = database.prepare('select name from buckets where name = ?');
  const one = database.prepare('select * from objects where bucket = ? and key = ?');
  const write = database.prepare('insert or replace into objects values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const remove = database.prepare('delete from objects where bucket = ? and key = ? returning file');
  const tag = database.prepare('update objects set tags = ? where bucket = ? and key = ?');
  const page = database.prepare(
    `select * from objects where bucket = ?1 and key > ?2 and key >= ?3 and substr(key, 1, length(?3)) = ?3
     order by key limit ?4`,
  );
  const files = database.prepare('select file from objects');
  const find = (bucketName: string, key: string): StoredObject | undefined => {
    const row = one.get(bucketName, key);
    return row && Row.parse(row);
  };

  return {
    createBucket: (name: string) => void addBucket.run(name),
    hasBucket: (name: string): boolean => bucket.get(name) !== undefined,
    find,

    /** Puts the object in place of what was there; the file that nobody needs any more comes back. */
    put(object: StoredObject): string | undefined {
      const before = find(object.bucket, object.key)?.file;
      const { headers, tags, ...plain } = object;
      const { bucket: name, key, file, size, md5, sha256, crc32, modified_at } = plain;
      write.run(name, key, file, size, md5, sha256, crc32, JSON.stringify(headers), JSON.stringify(tags), modified_at);
      return before;
    },

    /** Deletes the row; its file comes back. */
    remove(bucketName: string, key: string): string | undefined {
      const row = remove.get(bucketName, key);
      return row && File.parse(row).file;
    },

    setTags: (bucketName: string, key: string, tags: Tags) => void tag.run(JSON.stringify(tags), bucketName, key),

    /** Objects after a key whose key starts with `prefix`, in the order of their UTF-8 bytes. */
    list: (bucketName: string, prefix: string, after: string, limit: number): StoredObject[] =>
      page.all(bucketName, after, prefix, limit).map((row) => Row.parse(row)),

    /** The files that rows name. */
    files: (): Set<string> => new Set(files.all().map((row) => File.parse(row).file)),
  };
}
