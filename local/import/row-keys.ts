import { createHash } from 'node:crypto';
import type { PaperRow } from './paper-row.ts';

/**
 * Names each row by what stands in it and by how many equal rows came before: two equal rows are two cases, while the same
 * file in another order, or a longer one, gives its old rows their old names.
 */
export const rowKeys = (city: string) => {
  const seen = new Map<string, number>();
  return ({ official, unit, date, applicant, text }: PaperRow): string => {
    const content = createHash('sha256')
      .update(JSON.stringify([city, official, unit, date, applicant, text]))
      .digest('hex')
      .slice(0, 40);
    const ordinal = (seen.get(content) ?? 0) + 1;
    seen.set(content, ordinal);
    return `paper-${content}-${ordinal}`;
  };
};
