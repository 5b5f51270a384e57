import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Document, Documents } from '../../domain/ports/documents.ts';
import type { PictureName } from '../../domain/ports/pictures.ts';
import { asAttachment } from './as-attachment.ts';
import { originalKey, pictureKey } from './object-keys.ts';

const UPLOAD_SECONDS = 10 * 60;
const LINK_SECONDS = 5 * 60;

/** Documents in a bucket. Browsers post and read there directly, so the client's endpoint must be one that they reach. */
export class S3Documents implements Documents {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  upload(
    city: string,
    { id, type, size }: { id: string; type: string; size: number },
  ): Promise<{ url: string; fields: Record<string, string> }> {
    return createPresignedPost(this.#client, {
      Bucket: this.#bucket,
      Key: originalKey(city, id),
      // Fields become conditions of the policy: this key and this type, and no others.
      Fields: { 'Content-Type': type },
      Conditions: [['content-length-range', size, size]],
      Expires: UPLOAD_SECONDS,
    });
  }

  /** By the bucket's list: who serves citizens may not read an original, not even its head. */
  async arrived(city: string, id: string): Promise<number | undefined> {
    const key = originalKey(city, id);
    const { Contents = [] } = await this.#client.send(
      new ListObjectsV2Command({ Bucket: this.#bucket, Prefix: key, MaxKeys: 1 }),
    );
    return Contents.find(({ Key }) => Key === key)?.Size;
  }

  /** Served as a file to save, never as a page of this origin. */
  original(city: string, { id, name, type }: Pick<Document, 'id' | 'name' | 'type'>): Promise<string> {
    return this.#link(originalKey(city, id), {
      ResponseContentDisposition: asAttachment(name),
      ResponseContentType: type,
    });
  }

  picture(city: string, name: PictureName): Promise<string> {
    return this.#link(pictureKey(city, name), { ResponseContentType: 'image/jpeg' });
  }

  #link(Key: string, served: { ResponseContentType: string; ResponseContentDisposition?: string }): Promise<string> {
    const command = new GetObjectCommand({ Bucket: this.#bucket, Key, ...served });
    return getSignedUrl(this.#client, command, { expiresIn: LINK_SECONDS });
  }
}
