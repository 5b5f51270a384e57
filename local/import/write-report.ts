import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { replaceFile } from '../replace-file.ts';
import type { Tally } from './tally.ts';

/**
 * Writes the numbers of the rejected rows, as a spreadsheet counts them, each with its reason and nothing of its content.
 * Says where; undefined if nothing was rejected.
 */
export const writeReport = (
  { rejections }: Tally,
  wanted: string | undefined,
  dataFolder: string,
): string | undefined => {
  if (rejections.length === 0) return undefined;
  // A folder that is not a data folder yet must not become one by a report.
  const folder = existsSync(dataFolder) ? dataFolder : '.';
  const name = `import-report-${new Date().toISOString().replace(/[:.]/g, '-')}.csv`;
  const file = resolve(wanted ?? join(folder, name));
  replaceFile(file, ['row,reason', ...rejections.map(({ row, reason }) => `${row},${reason}`), ''].join('\n'));
  return file;
};
