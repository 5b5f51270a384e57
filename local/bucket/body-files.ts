import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { syncFolder } from '../replace-file.ts';
import { S3Error } from './s3-error.ts';

/** A stored body: its file and what its bytes amount to; `md5` and `sha256` in hexadecimal, `crc32` in base64. */
export type StoredBody = { file: string; size: number; md5: string; sha256: string; crc32: string };

export type BodyFiles = ReturnType<typeof openBodyFiles>;

/**
 * The bodies of objects, each in a file with a name of its own making, so that no key ever becomes a path. A body
 * counts only once a row of the table names its file: files nobody names are left over from a crash and are swept
 * at the start.
 */
export function openBodyFiles(folder: string, named: ReadonlySet<string>) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const file of readdirSync(folder)) if (!named.has(file)) rmSync(join(folder, file), { recursive: true });

  return {
    /** Streams a body to disk and makes it durable. Throws `EntityTooLarge` as soon as it has too many bytes. */
    async store(source: AsyncIterable<Buffer>, maxBytes: number): Promise<StoredBody> {
      const file = randomUUID();
      const hashes = { md5: createHash('md5'), sha256: createHash('sha256') };
      const handle = await open(join(folder, file), 'wx', 0o600);
      let size = 0;
      let crc = 0;
      try {
        for await (const chunk of source) {
          size += chunk.length;
          if (size > maxBytes) throw new S3Error('EntityTooLarge', `The object is larger than ${maxBytes} bytes.`);
          hashes.md5.update(chunk);
          hashes.sha256.update(chunk);
          crc = crc32(chunk, crc);
          await handle.writeFile(chunk);
        }
        await handle.sync();
      } catch (error) {
        await handle.close();
        await this.remove(file);
        throw error;
      }
      await handle.close();
      syncFolder(folder);
      const checksum = Buffer.alloc(4);
      checksum.writeUInt32BE(crc);
      const [md5, sha256] = [hashes.md5.digest('hex'), hashes.sha256.digest('hex')];
      return { file, size, md5, sha256, crc32: checksum.toString('base64') };
    },

    /** The bytes from `start` to `end`, both included. */
    read: (file: string, start: number, end: number): Readable => createReadStream(join(folder, file), { start, end }),

    /** A file that cannot be deleted now (Windows, while it is read) is swept at the next start. */
    remove: (file: string): Promise<void> => rm(join(folder, file), { force: true }).catch(() => {}),
  };
}
