import { createHash } from 'node:crypto';
import { searchKey } from '../../domain/text.ts';

const LONGEST = 40;

/** A slug made of a name: its Latin letters and digits, else (or if it is taken or too long) marked by a digest of the name. */
export const slugOf = (name: string, isTaken: (slug: string) => boolean): string => {
  const plain = searchKey(name)
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (plain !== '' && plain.length <= LONGEST && !isTaken(plain)) return plain;
  const mark = createHash('sha256').update(searchKey(name)).digest('hex').slice(0, 8);
  const start = plain.slice(0, LONGEST - mark.length - 1).replace(/-$/, '');
  return start === '' ? `n-${mark}` : `${start}-${mark}`;
};
