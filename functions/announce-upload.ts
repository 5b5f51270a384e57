import type { startUpload } from '../contract/citizen/documents.ts';
import type { BodyOf, ReplyInputOf } from '../contract/operation.ts';
import { agree, type Outcome } from '../domain/outcome.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { Documents } from '../domain/ports/documents.ts';
import type { Keys } from '../domain/ports/keys.ts';
import type { Scans } from '../domain/ports/scans.ts';
import { announce } from '../domain/scan.ts';

export type AnnounceNeeds = {
  readonly documents: Documents;
  readonly scans: Scans;
  readonly keys: Keys;
  readonly clock: Clock;
};

const ID_BYTES = 16;

/** A file is announced: from now on it is waited for, and the form takes it, and nothing else. */
export const announceUpload = async (
  { city, body }: { readonly city: string; readonly body: BodyOf<typeof startUpload> },
  by: string | undefined,
  { documents, scans, keys, clock }: AnnounceNeeds,
): Promise<Outcome<ReplyInputOf<typeof startUpload>>> => {
  const id = Buffer.from(keys.secret(ID_BYTES)).toString('base64url');
  await scans.add(announce({ ...body, city, id, by }, clock.now()));
  return agree({ id, ...(await documents.upload(city, { id, type: body.type, size: body.size })) });
};
