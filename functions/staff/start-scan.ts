import type { startScan } from '../../contract/staff/outcome.ts';
import { agree } from '../../domain/outcome.ts';
import type { Documents } from '../../domain/ports/documents.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Answer } from '../answer.ts';

type Needs = { readonly documents: Documents; readonly keys: Keys };

const ID_BYTES = 16;

export const answer: Answer<typeof startScan, Needs> = async ({ city, body }, { documents, keys }) => {
  const id = Buffer.from(keys.secret(ID_BYTES)).toString('base64url');
  return agree({ id, ...(await documents.upload(city, { id, type: body.type, size: body.size })) });
};
