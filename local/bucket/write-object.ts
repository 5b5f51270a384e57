import type { BodyFiles } from './body-files.ts';
import type { ObjectTable } from './object-table.ts';
import type { Payload } from './payload.ts';
import { S3Error } from './s3-error.ts';
import type { Tags } from './tags.ts';

export type Draft = {
  bucket: string;
  key: string;
  headers: Record<string, string>;
  tags: Tags;
  maxBytes: number;
  /** Refuse with `PreconditionFailed` if the key is taken. */
  onlyIfAbsent: boolean;
};

/** What writing needs to know. */
export type Store = { objects: ObjectTable; bodies: BodyFiles };

/** Stores a body and makes the object exist in one step; until then, and after any failure, nothing is changed. */
export async function writeObject({ objects, bodies }: Store, draft: Draft, { bytes, verify }: Payload) {
  const { bucket, key, headers, tags, maxBytes, onlyIfAbsent } = draft;
  refuseIfTaken();
  const body = await bodies.store(bytes, maxBytes);
  try {
    verify(body);
    // Somebody may have been faster; from here to `put` nothing waits.
    refuseIfTaken();
    const before = objects.put({ bucket, key, headers, tags, ...body, modified_at: Date.now() });
    if (before) await bodies.remove(before);
  } catch (error) {
    await bodies.remove(body.file);
    throw error;
  }
  return body;

  function refuseIfTaken(): void {
    if (onlyIfAbsent && objects.find(bucket, key)) {
      throw new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
    }
  }
}

const KEPT = [
  'content-type',
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'expires',
];

/** Of all headers or form fields, those an object is answered with later. */
export function keptHeaders(given: Iterable<[string, string]>): Record<string, string> {
  const kept = [...given].filter(([name]) => KEPT.includes(name) || name.startsWith('x-amz-meta-'));
  const headers = Object.fromEntries(kept);
  const encoding = headers['content-encoding']?.split(/, */).filter((one) => one !== 'aws-chunked');
  delete headers['content-encoding'];
  return {
    'content-type': 'binary/octet-stream',
    ...headers,
    ...(encoding?.length ? { 'content-encoding': encoding.join(', ') } : {}),
  };
}
