import { createHash } from 'node:crypto';
import { GetObjectCommand, PutObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import type { Dice } from '../demo/dice.ts';
import type { Clients } from './clients.ts';
import type { Ledger } from './ledger.ts';
import { BUCKET } from './settings.ts';
import { Refused, type VictimProcess } from './victim-process.ts';

const LARGEST_BYTES = 400_000;
/** No upload of the key has been acknowledged yet. */
const ABSENT = 'absent';

/** Uploads documents and knows, of each key, the digests that may stand there: one, or more after a kill. */
export class Uploader {
  readonly #name: string;
  readonly #digests = new Map<string, Set<string>>();
  readonly #victim: VictimProcess;
  readonly #ledger: Ledger;
  readonly #dice: Dice;
  #number = 0;

  constructor(name: string, { victim, ledger, dice }: { victim: VictimProcess; ledger: Ledger; dice: Dice }) {
    this.#name = name;
    this.#victim = victim;
    this.#ledger = ledger;
    this.#dice = dice;
  }

  /** One upload, to a new key or over an older document: with a presigned form as a browser does, or with PutObject. */
  async upload(): Promise<void> {
    this.#number += 1;
    const key = `${this.#name}/${this.#dice(4) === 0 ? 'newest' : this.#number}`;
    const body = bytesOf(`${key} ${this.#number}`, 1 + this.#dice(LARGEST_BYTES));
    const digest = digestOf(body);
    const before = this.#digests.get(key) ?? [ABSENT];
    const send = this.#dice(2) === 0 ? postForm : putObject;
    const outcome = await this.#victim.attempt(({ bucket }) => send(bucket, key, body));
    this.#digests.set(key, outcome === 'cut off' ? new Set([...before, digest]) : new Set([digest]));
    if (outcome === 'cut off') this.#ledger.cutOff += 1;
    else this.#ledger.uploads += 1;
  }

  /** Reads every document back, byte by byte. */
  async check({ bucket }: Clients): Promise<void> {
    const listed = await listKeys(bucket, `${this.#name}/`);
    for (const key of new Set([...this.#digests.keys(), ...listed])) {
      const found = listed.has(key) ? digestOf(await read(bucket, key)) : ABSENT;
      if (!this.#digests.get(key)?.has(found)) this.#ledger.wrong('tornUploads', `${key} (${found})`);
    }
  }
}

/** The same bytes for the same text. */
const bytesOf = (text: string, length: number): Buffer<ArrayBuffer> =>
  Buffer.from(createHash('shake256', { outputLength: length }).update(text).digest());

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const putObject = async (client: S3Client, Key: string, Body: Buffer): Promise<void> => {
  await client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }));
};

const postForm = async (client: S3Client, Key: string, body: Buffer<ArrayBuffer>): Promise<void> => {
  const { url, fields } = await createPresignedPost(client, {
    Bucket: BUCKET,
    Key,
    Conditions: [['content-length-range', 1, LARGEST_BYTES]],
    Expires: 60,
  });
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([body]));
  const posted = await fetch(url, { method: 'POST', body: form });
  if (!posted.ok) throw new Refused(`The bucket has refused ${Key}: ${await posted.text()}`);
};

const read = async (client: S3Client, Key: string): Promise<Uint8Array> => {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
  return (await Body?.transformToByteArray()) ?? new Uint8Array();
};

const listKeys = async (client: S3Client, Prefix: string): Promise<Set<string>> => {
  const keys = new Set<string>();
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: BUCKET, Prefix })) {
    for (const { Key } of Contents) if (Key !== undefined) keys.add(Key);
  }
  return keys;
};
