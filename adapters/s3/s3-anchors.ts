import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import { Anchor } from '../../domain/anchor.ts';
import type { Post } from '../../domain/ledger.ts';
import type { Anchors } from '../../domain/ports/anchors.ts';
import type { LocalDate } from '../../domain/time.ts';

const folderOf = ({ city, official }: Post): string => `${city}/anchors/${official}/`;
const keyOf = (post: Post, on: LocalDate): string => `${folderOf(post)}${on}.json`;

/** One small object a day and post, in a bucket that keeps what was written: a second write of a day is refused. */
export class S3Anchors implements Anchors {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async note(post: Post, anchor: Anchor): Promise<boolean> {
    try {
      await this.#client.send(
        new PutObjectCommand({
          Bucket: this.#bucket,
          Key: keyOf(post, anchor.on),
          Body: JSON.stringify(anchor),
          ContentType: 'application/json',
          IfNoneMatch: '*',
        }),
      );
      return true;
    } catch (fault) {
      if (fault instanceof S3ServiceException && fault.name === 'PreconditionFailed') return false;
      throw fault;
    }
  }

  async list(
    post: Post,
    { limit, after }: { limit: number; after?: LocalDate | undefined },
  ): Promise<readonly Anchor[]> {
    const { Contents = [] } = await this.#client.send(
      new ListObjectsV2Command({
        Bucket: this.#bucket,
        Prefix: folderOf(post),
        MaxKeys: limit,
        ...(after !== undefined && { StartAfter: keyOf(post, after) }),
      }),
    );
    return Promise.all(Contents.flatMap(({ Key }) => (Key === undefined ? [] : [this.#read(Key)])));
  }

  async #read(key: string): Promise<Anchor> {
    const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }));
    return z.parse(Anchor, JSON.parse((await Body?.transformToString()) ?? ''));
  }
}
