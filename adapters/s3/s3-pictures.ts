import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { PictureName, Pictures } from '../../domain/ports/pictures.ts';
import { editionsOf, originalKey, pictureKey } from './object-keys.ts';

/** Pictures of scans, in the bucket of the documents they were made of. */
export class S3Pictures implements Pictures {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async original(city: string, id: string): Promise<Uint8Array | undefined> {
    try {
      return await this.#bytes(originalKey(city, id));
    } catch (fault) {
      if (fault instanceof NoSuchKey) return undefined;
      throw fault;
    }
  }

  read(city: string, name: PictureName): Promise<Uint8Array> {
    return this.#bytes(pictureKey(city, name));
  }

  async write(city: string, name: PictureName, jpeg: Uint8Array): Promise<void> {
    const Key = pictureKey(city, name);
    await this.#client.send(new PutObjectCommand({ Bucket: this.#bucket, Key, Body: jpeg, ContentType: 'image/jpeg' }));
  }

  async dropBefore(city: string, scan: string, edition: number): Promise<void> {
    const Prefix = editionsOf(city, scan);
    for (let ContinuationToken: string | undefined; ; ) {
      const page = await this.#client.send(
        new ListObjectsV2Command({ Bucket: this.#bucket, Prefix, ContinuationToken }),
      );
      const keys = (page.Contents ?? []).flatMap(({ Key = '' }) => Key);
      const older = keys.filter((key) => Number.parseInt(key.slice(Prefix.length), 10) < edition);
      for (const Key of older) await this.#client.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key }));
      ContinuationToken = page.NextContinuationToken;
      if (ContinuationToken === undefined) return;
    }
  }

  async #bytes(Key: string): Promise<Uint8Array> {
    const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key }));
    return Body ? Body.transformToByteArray() : new Uint8Array();
  }
}
