import { GetObjectCommand, HeadObjectCommand, NotFound, type S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Document, Documents } from '../../domain/ports/documents.ts';
import { asAttachment } from './as-attachment.ts';

const UPLOAD_SECONDS = 10 * 60;
const LINK_SECONDS = 5 * 60;

const keyOf = (city: string, id: string): string => `${city}/documents/${id}`;

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
      Key: keyOf(city, id),
      // Fields become conditions of the policy: this key and this type, and no others.
      Fields: { 'Content-Type': type },
      Conditions: [['content-length-range', size, size]],
      Expires: UPLOAD_SECONDS,
    });
  }

  async arrived(city: string, id: string): Promise<{ type: string; size: number } | undefined> {
    try {
      const { ContentType = '', ContentLength = 0 } = await this.#client.send(
        new HeadObjectCommand({ Bucket: this.#bucket, Key: keyOf(city, id) }),
      );
      return { type: ContentType, size: ContentLength };
    } catch (fault) {
      if (fault instanceof NotFound) return undefined;
      throw fault;
    }
  }

  /** Served as a file to save, never as a page of this origin. */
  link(city: string, { id, name, type }: Pick<Document, 'id' | 'name' | 'type'>): Promise<string> {
    const command = new GetObjectCommand({
      Bucket: this.#bucket,
      Key: keyOf(city, id),
      ResponseContentDisposition: asAttachment(name),
      ResponseContentType: type,
    });
    return getSignedUrl(this.#client, command, { expiresIn: LINK_SECONDS });
  }
}
