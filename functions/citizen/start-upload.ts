import type { startUpload } from '../../contract/citizen/documents.ts';
import { agree } from '../../domain/outcome.ts';
import type { Documents } from '../../domain/ports/documents.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Answer } from '../answer.ts';

type Needs = { readonly documents: Documents; readonly keys: Keys };

export const answer: Answer<typeof startUpload, Needs> = async ({ city, body }, { documents, keys }) => {
  const id = Buffer.from(keys.secret(16)).toString('base64url');
  const form = await documents.upload(city, { id, type: body.type, size: body.size });
  return agree({ id, url: form.url, fields: form.fields });
};
