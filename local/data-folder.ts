import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { CannotStart } from './cannot-start.ts';
import { replaceFile } from './replace-file.ts';

/** Something a person must decide about the data folder; the message says what, and needs no stack. */
export class DataFolderError extends CannotStart {}

/** Another process has the data folder. */
export class DataFolderBusy extends DataFolderError {}

export type DataFolder = {
  path: string;
  /** A place inside the folder. */
  at(...names: string[]): string;
  /** Lets the next process in. */
  close(): void;
};

/** Raise it when older data can no longer be read. */
export const DATA_VERSION = 1;

const PRODUCT = 'public-meeting';
const Stamp = z.object({ product: z.literal(PRODUCT), version: z.number() });
const Owner = z.object({ pid: z.number(), since: z.string() });

const STAMP = 'stamp.json';
const OWNER = 'owner.json';
const LOCK = 'lock.sqlite';

/** Where the data is kept: `DATA_DIR`, else `.data` in the current folder. */
export const dataFolderPath = (env: NodeJS.ProcessEnv = process.env): string => resolve(env.DATA_DIR || '.data');

/**
 * Makes or opens the one data folder of this process, readable by its owner only. Throws `DataFolderBusy` if another
 * process has it, `DataFolderError` if it is not ours, or if it was written by another version.
 */
export function openDataFolder(path: string): DataFolder {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (isUntouched(path)) replaceFile(join(path, STAMP), JSON.stringify({ product: PRODUCT, version: DATA_VERSION }));
  const { version } = readStamp(path);
  if (version !== DATA_VERSION) {
    throw new DataFolderError(
      `The data in ${path} has version ${version}, this program needs ${DATA_VERSION}.\n` +
        'Start the program that wrote it, set DATA_DIR to another folder, or delete everything with: npm run reset',
    );
  }
  chmodSync(path, 0o700);
  return { path, at: (...names) => join(path, ...names), close: lock(path) };
}

/**
 * Deletes a data folder with all that is in it; false if there is none. Throws `DataFolderError`, and deletes
 * nothing, if a process has it or if it does not carry our stamp.
 */
export function removeDataFolder(path: string): boolean {
  if (!existsSync(path)) return false;
  readStamp(path);
  const unlock = lock(path);
  // The stamp goes last, so that a deletion that is cut off can be done again.
  for (const name of readdirSync(path)) {
    if (name !== STAMP && !name.startsWith(LOCK)) rmSync(join(path, name), { recursive: true });
  }
  unlock();
  rmSync(path, { recursive: true });
  return true;
}

/** Empty, but for what a start or a deletion leaves behind that was cut off: the draft of a stamp, the lock. */
const isUntouched = (path: string) =>
  readdirSync(path).every((name) => name.startsWith(`${STAMP}.`) || name.startsWith(LOCK));

function readStamp(path: string): z.infer<typeof Stamp> {
  try {
    return Stamp.parse(JSON.parse(readFileSync(join(path, STAMP), 'utf8')));
  } catch {
    throw new DataFolderError(
      `${path} is not a data folder of this program (it has no valid ${STAMP}).\n` +
        'Nothing was changed. Set DATA_DIR to an empty folder or to one that does not exist yet.',
    );
  }
}

/**
 * Holds SQLite's exclusive lock on a file of its own. The operating system lets go of it with the process, however
 * that ends, so there are no stale locks and no process ids to mistake. Gives the function that unlocks.
 */
function lock(path: string): () => void {
  const database = new DatabaseSync(join(path, LOCK));
  try {
    database.exec('begin exclusive');
  } catch {
    database.close();
    throw new DataFolderBusy(
      `The data in ${path} is in use by ${ownerOf(path)}.\nStop that one first, or set DATA_DIR to another folder.`,
    );
  }
  replaceFile(join(path, OWNER), JSON.stringify({ pid: process.pid, since: new Date().toISOString() }));
  return () => database.close();
}

function ownerOf(path: string): string {
  try {
    const { pid, since } = Owner.parse(JSON.parse(readFileSync(join(path, OWNER), 'utf8')));
    return `process ${pid} since ${since}`;
  } catch {
    return 'another process';
  }
}
